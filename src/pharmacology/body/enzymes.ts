/**
 * Enzymes, and the transporters of the gut: how much of each there is in the reference adult, where,
 * and how it comes with age.
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
  /** Whether the liver has more of it with more microsomal protein. */
  readonly isMicrosomal: boolean;
}

/** F = Fbirth + (Fmax − Fbirth) ageⁿ / (age50ⁿ + ageⁿ), constant beyond `capYears`. */
export interface Ontogeny {
  readonly fMax: number;
  readonly fBirth: number;
  readonly age50Years: number;
  readonly n: number;
  readonly capYears: number;
}

/** mg of microsomal protein per g of liver. */
export const microsomalProtein = {
  value: 40,
  provenance: from(
    "Barter08",
    "39.8 mg/g at 25 years; the value that goes with the reference enzymes",
  ),
};

/** From pmol per mg of microsomal protein; pmol/mg times mg/g is nmol per L of liver cells. */
function microsomal(id: string, abundance: string, ontogeny: Ontogeny): Enzyme {
  const how = `${abundance}; ${microsomalProtein.value} mg microsomal protein per g of liver (${id})`;
  return {
    id,
    liver: {
      value: (Number.parseFloat(abundance) * microsomalProtein.value) / 1000,
      provenance: derived(how, "Rodrigues99", "PKSim"),
    },
    ontogeny,
    isMicrosomal: true,
  };
}

const rise = (
  fMax: number,
  fBirth: number,
  age50Years: number,
  n: number,
  capYears: number,
): Ontogeny => ({ fMax, fBirth, age50Years, n, capYears });

export const enzymes: Readonly<Record<string, Enzyme>> = {
  CYP3A4: {
    ...microsomal("CYP3A4", "108 pmol/mg, immunoquantified", rise(1.06, 0.11, 0.64, 1.91, 25)),
    gut: { value: 0.07, provenance: from("Paine97", "70 nmol CYP3A in the whole small intestine") },
    gutOntogeny: rise(1.059, 0.42, 2.357, 1, 18),
  },
  CYP1A2: microsomal("CYP1A2", "45 pmol/mg, immunoquantified", rise(1.71, 0.24, 0.36, 1.73, 3)),
  CYP2A6: microsomal("CYP2A6", "68 pmol/mg, immunoquantified", rise(1, 0, 0.21, 5.68, 1)),
  CYP2B6: microsomal("CYP2B6", "39 pmol/mg, immunoquantified", rise(1, 0.277, 1.537, 1.73, 25)),
  CYP2C8: microsomal("CYP2C8", "64 pmol/mg, immunoquantified", rise(1.053, 0.41, 0.366, 0.68, 20)),
  CYP2C9: microsomal("CYP2C9", "96 pmol/mg, immunoquantified", rise(0.98, 0.17, 0.0157, 0.53, 5)),
  CYP2C19: microsomal("CYP2C19", "19 pmol/mg, immunoquantified", rise(0.98, 0.3, 0.29, 2.44, 5)),
  CYP2D6: microsomal("CYP2D6", "10 pmol/mg, immunoquantified", rise(1, 0.036, 0.1, 1, 10)),
  CYP2E1: microsomal("CYP2E1", "49 pmol/mg, immunoquantified", rise(0.99, 0, 0.23, 0.5, 18)),
  UGT1A4: microsomal("UGT1A4", "58 pmol/mg", rise(1.028, 0.05, 1.042, 1.36, 20)),
  /** A clearance that nobody has assigned to an enzyme: activity as given, per 1 µM. */
  unspecific: {
    id: "unspecific",
    liver: { value: 1, provenance: assumed("clearances of this kind are given per 1 µM") },
    ontogeny: "constant",
    isMicrosomal: false,
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

/** Transporters of the gut wall; no dependence on age is assumed. */
export const gutTransporters = ["Pgp"] as const;

/** What `gutActivity` of a person is by. */
export const gutProteins: readonly string[] = [
  ...Object.values(enzymes).flatMap(({ id, gut }) => (gut ? [id] : [])),
  ...gutTransporters,
];

/** Activity relative to the adult, of somebody typical of an age. */
export function typicalActivity(id: string, where: "liver" | "gut", ageYears: number): number {
  const enzyme = enzymes[id];
  if (!enzyme) return 1;
  const { ontogeny, gutOntogeny } = enzyme;
  return activityAt(where === "gut" ? (gutOntogeny ?? ontogeny) : ontogeny, ageYears);
}

/** Normalised to 1 at 35 years. */
export function activityAt(ontogeny: Ontogeny | "constant", ageYears: number): number {
  if (ontogeny === "constant") return 1;
  // CYP1A2 rises above the adult by 3 years and returns: only the rise is tabulated
  if (ontogeny.capYears < 5) return ageYears >= 18 ? 1 : hill(ontogeny, ageYears);
  if (ageYears >= ontogeny.capYears) return 1;
  return hill(ontogeny, ageYears) / hill(ontogeny, 35);
}

function hill({ fMax, fBirth, age50Years, n, capYears }: Ontogeny, ageYears: number): number {
  const age = Math.min(ageYears, capYears) ** n;
  return fBirth + ((fMax - fBirth) * age) / (age50Years ** n + age);
}
