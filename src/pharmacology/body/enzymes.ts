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
  /** µmol per L of kidney cells, adult. */
  readonly kidneys?: { readonly value: number; readonly provenance: Provenance };
  /** Activity by age, relative to the adult. */
  readonly ontogeny: Ontogeny | "constant";
  readonly gutOntogeny?: Ontogeny;
  /** Whether the liver has more of it with more microsomal protein. */
  readonly isMicrosomal: boolean;
}

export type Ontogeny = Rise | Line;

/** F = Fbirth + slope · age, constant beyond `capYears`. */
export interface Line {
  readonly fBirth: number;
  readonly slopePerYear: number;
  readonly capYears: number;
}

/** F = Fbirth + (Fmax − Fbirth) ageⁿ / (age50ⁿ + ageⁿ), constant beyond `capYears`. */
export interface Rise {
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
function microsomal(id: string, abundance: string, ontogeny: Ontogeny | "constant"): Enzyme {
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

/** Turnover numbers of such a protein are given per 1 µM of it. */
function perMicromolar(id: string, name: string): Enzyme {
  return {
    id,
    liver: { value: 1, provenance: from("PKSim", `${name}, reference concentration`) },
    ontogeny: "constant",
    isMicrosomal: false,
  };
}

const pie = (how: string): Provenance => derived(how, "Paine06", "Paine97");

const rise = (
  fMax: number,
  fBirth: number,
  age50Years: number,
  n: number,
  capYears: number,
): Rise => ({ fMax, fBirth, age50Years, n, capYears });

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
  CYP2C19: {
    ...microsomal("CYP2C19", "19 pmol/mg, immunoquantified", rise(0.98, 0.3, 0.29, 2.44, 5)),
    gut: {
      value: 0.0017,
      provenance: pie("2 % of the wall's cytochromes P450, 70 nmol CYP3A 82 %"),
    },
    gutOntogeny: rise(1.059, 0.42, 2.357, 1, 18),
  },
  CYP2D6: {
    ...microsomal("CYP2D6", "10 pmol/mg, immunoquantified", rise(1, 0.036, 0.1, 1, 10)),
    gut: {
      value: 0.0006,
      provenance: pie("0.7 % of the wall's cytochromes P450, 70 nmol CYP3A 82 %"),
    },
    gutOntogeny: rise(1.059, 0.42, 2.357, 1, 18),
  },
  CYP2E1: microsomal("CYP2E1", "49 pmol/mg, immunoquantified", rise(0.99, 0, 0.23, 0.5, 18)),
  UGT1A4: microsomal("UGT1A4", "58 pmol/mg", rise(1.028, 0.05, 1.042, 1.36, 20)),
  CYP3A5: microsomal("CYP3A5", "1 pmol/mg, in people who express it little", "constant"),
  UGT1A1: microsomal("UGT1A1", "33.2 pmol/mg", rise(1, 0, 0.183, 1.105, 25)),
  /** Most of it is in the kidneys. */
  UGT1A9: {
    ...microsomal("UGT1A9", "25.5 pmol/mg", rise(1.012, 0.0541, 0.07228, 5.771, 0.16)),
    kidneys: { value: 10.36, provenance: from("PKSim", "UGT1A9, reference concentration") },
  },
  UGT2B7: microsomal("UGT2B7", "84.3 pmol/mg", {
    fBirth: 0.113,
    slopePerYear: 0.0425,
    capYears: 21,
  }),
  AADAC: perMicromolar("AADAC", "arylacetamide deacetylase"),
  AKR: perMicromolar("AKR", "aldo-keto reductases"),
  /** Takes drugs up into liver cells. */
  OATP1B1: perMicromolar("OATP1B1", "OATP1B1"),
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

/** Enzymes in the mucosa of the colon, relative to as much mucosa of the small intestine. */
export const colonEnzymes = {
  value: 0.1,
  provenance: assumed(
    "CYP3A4 is found there, and far less of it than in the small intestine (McKinnon 1995, Thörn 2005, Drozdzik 2018); a tenth stands for that",
  ),
};

/** How soon half of an enzyme is broken down, h. What is not named is as in `others`. */
export const halfLifeHours = {
  liver: {
    CYP3A4: 36,
    CYP3A5: 36,
    CYP1A2: 39,
    CYP2A6: 26,
    CYP2B6: 32,
    CYP2C8: 23,
    CYP2C9: 104,
    CYP2C19: 26,
    CYP2D6: 51,
    CYP2E1: 60,
    others: 36,
  } as Readonly<Record<string, number>> & { readonly others: number },
  liverProvenance: from("Yang08", "half-lives of hepatic enzymes; others as CYP3A4"),
  gut: 23,
  gutProvenance: from("Greenblatt03", "recovery of intestinal CYP3A after grapefruit juice, 23 h"),
  kidneys: 36,
  kidneysProvenance: assumed("as in the liver"),
};

/** Volume of the kidneys' cells, reference man. */
export const kidneyCellVolumeL = {
  value: 0.25,
  provenance: from("PKSim", "intracellular volume of the kidneys"),
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

/** P-glycoprotein in the mucosa of the colon, relative to that of the small intestine. */
export const colonPgp = {
  value: 0.397,
  provenance: from("OSPDigoxin", "expression profile of P-gp: colon 0.397, small intestine 1"),
};

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
  return activityByAge(ontogeny)(ageYears);
}

/** The same for many ages: what does not depend on the age is reckoned once. */
export function activityByAge(ontogeny: Ontogeny | "constant"): (ageYears: number) => number {
  if (ontogeny === "constant") return () => 1;
  const { capYears } = ontogeny;
  const curve = curveOf(ontogeny);
  // CYP1A2 rises above the adult by 3 years and returns: only the rise is tabulated
  if (capYears < 5 && "n" in ontogeny) return (age) => (age >= 18 ? 1 : curve(age));
  const adult = curve(35);
  return (age) => (age >= capYears ? 1 : curve(age) / adult);
}

function curveOf(ontogeny: Ontogeny): (ageYears: number) => number {
  const { fBirth, capYears } = ontogeny;
  if ("slopePerYear" in ontogeny) {
    const { slopePerYear } = ontogeny;
    return (age) => fBirth + slopePerYear * Math.min(age, capYears);
  }
  const { fMax, age50Years, n } = ontogeny;
  const half = age50Years ** n;
  return (age) => {
    const power = Math.min(age, capYears) ** n;
    return fBirth + ((fMax - fBirth) * power) / (half + power);
  };
}
