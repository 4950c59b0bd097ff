/**
 * Enzymes: how much of each there is in the reference adult, where, and how it comes with age.
 *
 * Concentrations are per volume of liver cells; the same reference concentrations underlie the
 * published turnover numbers (kcat) that drugs are given with, so the two belong together.
 */
import type { Provenance } from "../../core/model/model";
import { assumed, derived, from } from "../provenance";

export interface Enzyme {
  readonly id: string;
  /** µmol per L of liver cells, adult. */
  readonly liver: { readonly value: number; readonly provenance: Provenance };
  /** µmol in the whole small-intestinal mucosa, adult; absent where there is none to speak of. */
  readonly gut?: { readonly value: number; readonly provenance: Provenance };
  /** Activity by age, relative to the adult. */
  readonly ontogeny: Ontogeny | "constant";
  readonly gutOntogeny?: Ontogeny;
}

/** F = Fbirth + (Fmax − Fbirth) ageⁿ / (age50ⁿ + ageⁿ), constant beyond `capYears`. */
export interface Ontogeny {
  readonly fMax: number;
  readonly fBirth: number;
  readonly age50Years: number;
  readonly n: number;
  readonly capYears: number;
}

const reference = (enzyme: string, where: string) =>
  derived(`${where}; 40 mg microsomal protein per g of liver (${enzyme})`, "Rodrigues99", "PKSim");

export const enzymes: Readonly<Record<string, Enzyme>> = {
  CYP3A4: {
    id: "CYP3A4",
    liver: { value: 4.32, provenance: reference("CYP3A4", "108 pmol/mg, immunoquantified") },
    gut: { value: 0.07, provenance: from("Paine97", "70 nmol CYP3A in the whole small intestine") },
    ontogeny: { fMax: 1.06, fBirth: 0.11, age50Years: 0.64, n: 1.91, capYears: 25 },
    gutOntogeny: { fMax: 1.059, fBirth: 0.42, age50Years: 2.357, n: 1, capYears: 18 },
  },
  CYP1A2: {
    id: "CYP1A2",
    liver: { value: 1.8, provenance: reference("CYP1A2", "45 pmol/mg, immunoquantified") },
    ontogeny: { fMax: 1.71, fBirth: 0.24, age50Years: 0.36, n: 1.73, capYears: 3 },
  },
  UGT1A4: {
    id: "UGT1A4",
    liver: { value: 2.32, provenance: reference("UGT1A4", "58 pmol/mg") },
    ontogeny: { fMax: 1.028, fBirth: 0.05, age50Years: 1.042, n: 1.36, capYears: 20 },
  },
  /** A clearance that nobody has assigned to an enzyme: activity as given, per 1 µM. */
  unspecific: {
    id: "unspecific",
    liver: { value: 1, provenance: assumed("clearances of this kind are given per 1 µM") },
    ontogeny: "constant",
  },
};
export const ontogenySource = from("Upreti16", "Hill functions of hepatic enzymes by age");

/** Share of the gut's enzyme in each small-intestinal segment, proximal to distal. */
export const gutEnzymeShares = {
  values: [0.14, 0.27, 0.27, 0.16, 0.16],
  provenance: derived(
    "duodenum 9.7, jejunum 38.4, ileum 22.4 nmol; jejunum and ileum halved",
    "Paine97",
  ),
};

/** Liver cells as a share of the liver without its blood. */
export const liverCellFraction = {
  value: 0.9177,
  provenance: derived(
    "0.667 of the liver with its blood (2.358 L) over ICRP's liver without (1.714 L)",
    "PKSim",
    "ICRP89",
  ),
};

/** mg of microsomal protein per g of liver. */
export const microsomalProtein = {
  value: 40,
  provenance: from(
    "Barter08",
    "39.8 mg/g at 25 years; the value that goes with the reference enzymes",
  ),
};

/** Activity relative to the adult at an age; normalised to 1 at 35 years. */
export function activityAt(ontogeny: Ontogeny | "constant", ageYears: number): number {
  if (ontogeny === "constant") return 1;
  // CYP1A2 rises above the adult by 3 years and returns: only the rise is tabulated
  if (ontogeny.capYears < 5) return ageYears >= 18 ? 1 : hill(ontogeny, ageYears);
  return hill(ontogeny, ageYears) / hill(ontogeny, 35);
}

function hill({ fMax, fBirth, age50Years, n, capYears }: Ontogeny, ageYears: number): number {
  const age = Math.min(ageYears, capYears) ** n;
  return fBirth + ((fMax - fBirth) * age) / (age50Years ** n + age);
}
