/**
 * How people of one sex, age, height and weight differ: organs, flows, proteins, filtration,
 * transit, enzymes. Coefficients of variation with their sources; drawing them is in draw.ts.
 *
 * Every quantity has a number of its own among a person's normals. It is never given to another,
 * so that people stay who they are when something is added.
 */
import type { Provenance } from "../../core/model/model";
import { enzymes, gutProteins } from "../body/enzymes";
import type { OrganId } from "../body/organs";
import { activityOfAlleles } from "../genes/diplotype";
import { frequenciesOf } from "../genes/frequencies";
import { genes } from "../genes/library";
import { assumed, derived, from } from "../provenance";

export interface Variation {
  readonly kind: "normal" | "lognormal";
  /** Coefficient of variation. */
  readonly cv: number;
  /** Which of the person's normals it takes. */
  readonly normal: number;
  readonly provenance: Provenance;
}

/** Normals that are drawn anew with each attempt: height, weight and organs. */
export const bodyNormals = { height: 0, bmi: 1 } as const;

const willmann = from("Willmann07", "variability of organ weights at given height");
const willmannLog = from("Willmann07", "geometric standard deviation of organ weights");
const normally = (cv: number, normal: number, provenance = willmann): Variation => ({
  kind: "normal",
  cv,
  normal,
  provenance,
});
const logNormally = (cv: number, normal: number, provenance: Provenance): Variation => ({
  kind: "lognormal",
  cv,
  normal,
  provenance,
});
const geometric = (gsd: number) => Math.sqrt(Math.exp(Math.log(gsd) ** 2) - 1);

/** Mass of each tissue relative to the typical one of that size. Fat is what the others leave. */
export const tissueVariations: Readonly<Record<Exclude<OrganId, "adipose"> | "blood", Variation>> =
  {
    bone: normally(0.01, 2),
    brain: normally(0.05, 3),
    heart: normally(0.2, 4),
    kidneys: normally(0.25, 5),
    muscle: logNormally(geometric(1.1), 6, willmannLog),
    skin: logNormally(0.049, 7, from("McNally14", "mass of the skin")),
    gonads: normally(0.05, 8),
    thymus: normally(0.05, 9),
    rest: normally(0.05, 10, assumed("many small organs together, as the least of those known")),
    stomach: normally(0.3, 11),
    smallIntestine: normally(0.12, 12),
    largeIntestine: normally(0.2, 13),
    pancreas: normally(0.27, 14),
    spleen: logNormally(geometric(1.5), 15, willmannLog),
    liver: normally(0.23, 16),
    lungs: logNormally(geometric(1.3), 17, willmannLog),
    blood: normally(0.05, 18),
  };

/** From here on a person's normals do not depend on how often the body had to be drawn. */
export const firstLastingNormal = 20;

const flow = (normal: number) =>
  normally(0.05, normal, from("Willmann07", "5 % on every regional flow"));

/** Relative to the typical flow, before all are brought to the person's cardiac output. */
export const flowVariations: Readonly<Record<Exclude<OrganId, "lungs">, Variation>> = {
  adipose: flow(21),
  bone: flow(22),
  brain: flow(23),
  heart: flow(24),
  kidneys: flow(25),
  muscle: flow(26),
  skin: flow(27),
  gonads: flow(28),
  thymus: flow(29),
  rest: flow(30),
  stomach: flow(31),
  smallIntestine: flow(32),
  largeIntestine: flow(33),
  pancreas: flow(34),
  spleen: flow(35),
  liver: flow(36),
};

export const adultFiltrationYears = 18;

export const variations = {
  cardiacOutput: normally(0.05, 20, from("Willmann07", "cardiac output")),
  haematocrit: normally(
    0.05,
    37,
    assumed("the clinical ranges 41 to 50 % (men) and 36 to 44 % (women) hold 95 % of people"),
  ),
  albumin: normally(0.087, 38, assumed("the clinical range 35 to 50 g/L holds 95 % of people")),
  aag: logNormally(0.22, 39, assumed("the clinical range 0.5 to 1.2 g/L holds 95 % of people")),
  /** After all that size, age and maturation explain. */
  filtration: logNormally(
    Math.sqrt(Math.exp(0.206 ** 2) - 1),
    40,
    from("Ring17", "log SD 0.206 of filtration in adults, of the CKD-EPI equation"),
  ),
  childFiltration: logNormally(0.3, 40, from("Ring17", "filtration of children, CV 30 %")),
  microsomalProtein: logNormally(
    geometric(1.476),
    41,
    from("Lipscomb03", "microsomal protein per g of liver, geometric SD 1.476"),
  ),
  gastricEmptyingTime: logNormally(
    0.38,
    42,
    assumed("CV 38 % of gastric emptying time, as commonly simulated"),
  ),
  intestinalTransitTime: logNormally(0.4, 43, from("Yu99", "transit of 199 min, SD 78 min")),
} as const satisfies Record<string, Variation>;

/** What intrinsic clearances vary by where nothing else is known (Ring 2017). */
const leastWithin = 0.3;

const abundance = (id: string, cv: number, normal: number) =>
  withinGenotype(
    id,
    logNormally(cv, normal, from("RowlandYeo04", `abundance of ${id} in Caucasian livers`)),
  );

const asTheLeast = assumed(
  "between the 45 and 184 % that Margaillan 2015 found over all UGTs, near the least",
);

/** Activity in liver cells, relative to the typical one of the age. */
export const liverVariations: Readonly<Record<string, Variation>> = {
  CYP3A4: abundance("CYP3A4", 0.41, 44),
  CYP1A2: abundance("CYP1A2", 0.67, 45),
  CYP2A6: abundance("CYP2A6", 1.73, 46),
  CYP2B6: abundance("CYP2B6", 1.22, 47),
  CYP2C8: abundance("CYP2C8", 0.81, 48),
  CYP2C9: abundance("CYP2C9", 0.54, 49),
  CYP2C19: abundance("CYP2C19", 1.06, 50),
  CYP2D6: abundance("CYP2D6", 0.61, 51),
  CYP2E1: abundance("CYP2E1", 0.61, 52),
  UGT1A4: logNormally(0.6, 53, asTheLeast),
  unspecific: logNormally(0.3, 54, from("Ring17", "intrinsic clearance of no known enzyme")),
  CYP3A5: withinGenotype("CYP3A5", logNormally(0.6, 57, asTheLeast)),
  UGT1A1: withinGenotype("UGT1A1", logNormally(0.6, 58, asTheLeast)),
  UGT1A9: logNormally(0.6, 59, asTheLeast),
  UGT2B7: logNormally(0.6, 60, asTheLeast),
  AADAC: logNormally(0.3, 61, from("Ring17", "intrinsic clearance of no known enzyme")),
  AKR: logNormally(0.3, 62, from("Ring17", "intrinsic clearance of no known enzyme")),
  OATP1B1: withinGenotype("OATP1B1", logNormally(0.6, 63, asTheLeast)),
};

const asIntestinalCYP3A4 = assumed("as CYP3A4 of the small intestine, CV 60 %");

/** Activity in the gut wall; nothing is known to tie it to the liver's. */
export const gutVariations: Readonly<Record<string, Variation>> = {
  CYP3A4: logNormally(0.6, 55, from("Yang07", "CYP3A4 of the small intestine, CV 60 %")),
  Pgp: logNormally(0.4, 56, assumed("abundance of P-glycoprotein in the jejunum, near 40 %")),
  CYP2C19: withinGenotype("CYP2C19", logNormally(0.6, 64, asIntestinalCYP3A4)),
  CYP2D6: withinGenotype("CYP2D6", logNormally(0.6, 65, asIntestinalCYP3A4)),
};

/** One more than the last number that is taken. */
export const normalCount = 66;

/** Between abundances in the same liver; Spearman. */
export const liverCorrelations: readonly (readonly [string, string, number])[] = [
  ["CYP3A4", "CYP2C8", 0.68],
  ["CYP3A4", "CYP2C9", 0.55],
  ["CYP2C8", "CYP2C9", 0.55],
];
export const liverCorrelationSource = from("Achour14", "correlations between abundances");

// ——— the parts ———

/**
 * Livers of every genotype are in the tables, and a person's genotype is drawn as well: what it
 * explains is taken out, by (1 + CV²) = (1 + CV²within)(1 + CV²genotype).
 */
function withinGenotype(id: string, { cv, normal, provenance }: Variation): Variation {
  const ofGenotype = genotypeVariation(id);
  if (ofGenotype === 0) return logNormally(cv, normal, provenance);
  const within = Math.sqrt(Math.max(0, (1 + cv ** 2) / (1 + ofGenotype ** 2) - 1));
  return logNormally(
    Math.max(leastWithin, within),
    normal,
    derived(
      `abundance of ${id} in Caucasian livers, CV ${Math.round(100 * cv)} %, less what genotypes explain; at least ${100 * leastWithin} %`,
      "RowlandYeo04",
      "Ring17",
    ),
  );
}

/** Coefficient of variation of activity over the genotypes of Europeans. */
function genotypeVariation(protein: string): number {
  const gene = genes.find((candidate) => candidate.protein === protein);
  if (!gene) return 0;
  const { values } = frequenciesOf(gene, "EUR");
  const total = values.reduce((sum, share) => sum + share, 0);
  let [mean, square] = [0, 0];
  gene.table.forEach((a, i) => {
    gene.table.forEach((b, j) => {
      const share = ((values[i] ?? 0) * (values[j] ?? 0)) / total ** 2;
      const { factor } = activityOfAlleles(gene, a, b);
      mean += share * factor;
      square += share * factor ** 2;
    });
  });
  return Math.sqrt(Math.max(0, square / mean ** 2 - 1));
}

/** Nothing in the body's tables is left without a variation. */
for (const id of [...Object.keys(enzymes), ...gutProteins]) {
  if (!liverVariations[id] && !gutVariations[id]) throw new RangeError(`how does ${id} vary?`);
}
