/**
 * Tissue-to-plasma partition coefficients from what a drug and a tissue are made of.
 *
 * Five published methods. None is best for all drugs, so each drug names its own and the page
 * shows them all side by side. Kp is total concentration in tissue over total in plasma at
 * steady state; concentrations in the organ exclude its blood.
 */
import type { Provenance } from "../../core/model/model";
import type { OrganId } from "../body/organs";
import {
  compositionOf,
  interstitialFraction,
  poulinTheilPlasma,
  poulinTheilSource,
  poulinTheilTissues,
  rodgersRowlandBlood,
  rodgersRowlandSource,
  rodgersRowlandTissues,
  schmittSource,
  schmittTissues,
  standardSource,
  standardTissues,
} from "../body/composition";
import type { SourceId } from "../sources";

export const partitionMethods = {
  "rodgers-rowland": {
    name: "Rodgers and Rowland",
    sources: ["RodgersRowland05", "RodgersRowland06"],
    composition: rodgersRowlandSource,
  },
  "poulin-theil": {
    name: "Poulin and Theil",
    sources: ["PoulinTheil02"],
    composition: poulinTheilSource,
  },
  berezhkovskiy: {
    name: "Berezhkovskiy",
    sources: ["Berezhkovskiy04"],
    composition: poulinTheilSource,
  },
  schmitt: { name: "Schmitt", sources: ["Schmitt08"], composition: schmittSource },
  standard: { name: "PK-Sim standard", sources: ["Willmann05"], composition: standardSource },
} as const satisfies Record<
  string,
  { name: string; sources: readonly SourceId[]; composition: Provenance }
>;

export type PartitionMethod = keyof typeof partitionMethods;

/** What the methods need of a drug. */
export interface Chemistry {
  /** log10 of octanol:water, or of membrane affinity where that was measured or fitted. */
  readonly lipophilicity: number;
  readonly acidPKa: readonly number[];
  readonly basePKa: readonly number[];
  /** Fraction unbound in the plasma of the reference, 0 < fup ≤ 1. */
  readonly fup: number;
  readonly bloodPlasmaRatio: number;
  /** Times the affinity to acidic phospholipids that the red cell shows; 1 when absent. */
  readonly baseAffinityFactor?: number | undefined;
}

/** Kp in a person of this fraction unbound and haematocrit. */
export type Partition = (fup: number, haematocrit: number) => number;

/** Kp of one organ, dimensionless. All that is the same in everybody is computed here, once. */
export function partitionOf(method: PartitionMethod, drug: Chemistry, organ: OrganId): Partition {
  switch (method) {
    case "rodgers-rowland":
      return rodgersRowland(drug, organ);
    case "poulin-theil":
      return poulinTheil(drug, organ);
    case "berezhkovskiy":
      return berezhkovskiy(drug, organ);
    case "schmitt":
      return schmitt(drug, organ);
    case "standard":
      return standard(drug, organ);
    default:
      return method satisfies never;
  }
}

/**
 * Interstitial fluid to plasma: water, and protein at 0.37 of its plasma concentration.
 * Source: Willmann 2005; water 0.935 and 0.926.
 */
export function interstitialPartition(fup: number): number {
  return (0.935 + 0.37 * (1 / fup - 0.926)) * fup;
}

// ——— the methods ———

/** 1 / fraction neutral at a pH, all sites independent. */
export function ionisation(
  { acidPKa, basePKa }: Pick<Chemistry, "acidPKa" | "basePKa">,
  pH: number,
): number {
  const acids = acidPKa.reduce((product, pKa) => product * (1 + 10 ** (pH - pKa)), 1);
  return basePKa.reduce((product, pKa) => product * (1 + 10 ** (pKa - pH)), acids);
}

/** Beyond 10^7.5 the measured meaning of P ends. */
function octanolWater({ lipophilicity }: Chemistry): number {
  return 10 ** Math.min(lipophilicity, 7.5);
}

/** Vegetable oil:water, for fat: Poulin and Theil 2002. */
function oilWater({ lipophilicity }: Chemistry): number {
  return 10 ** (1.115 * Math.min(lipophilicity, 7.5) - 1.35);
}

/**
 * Rodgers, Leahy, Rowland 2005 (bases with a pKa of 7 or more bind acidic phospholipids, from
 * what the red cell shows) and Rodgers, Rowland 2006 (all others bind albumin or lipoprotein).
 */
function rodgersRowland(drug: Chemistry, organ: OrganId): Partition {
  const tissue = compositionOf(rodgersRowlandTissues, organ);
  const { pH } = rodgersRowlandBlood;
  const plasma = ionisation(drug, pH.plasma);
  const cell = ionisation(drug, pH.cell);
  const P = organ === "adipose" ? oilWater(drug) : octanolWater(drug);
  const lipids = P * tissue.neutralLipid + (0.3 * P + 0.7) * tissue.neutralPhospholipid;
  const dissolved =
    tissue.extracellularWater + (tissue.intracellularWater * cell) / plasma + lipids / plasma;
  const isStrongBase = drug.basePKa.some((pKa) => pKa >= 7);
  if (isStrongBase) {
    const affinity = acidicPhospholipidAffinity(drug);
    const { acidicPhospholipidMgPerG: sites } = tissue;
    return (fup, haematocrit) =>
      (dissolved + (affinity(haematocrit) * sites * (cell - 1)) / plasma) * fup;
  }
  const affinity = proteinAffinity(drug);
  const ratio = proteinRatio(drug, tissue);
  return (fup) => (dissolved + affinity(fup) * ratio) * fup;
}

function proteinRatio(
  { acidPKa, basePKa }: Chemistry,
  tissue: { albuminRatio: number; lipoproteinRatio: number },
): number {
  const isNeutral = acidPKa.length === 0 && basePKa.length === 0;
  return isNeutral ? tissue.lipoproteinRatio : tissue.albuminRatio;
}

/** Of the plasma's proteins, by the fraction they leave unbound. */
function proteinAffinity(drug: Chemistry): (fup: number) => number {
  const { plasmaNeutralLipid, plasmaNeutralPhospholipid, pH } = rodgersRowlandBlood;
  const P = octanolWater(drug);
  const lipids = P * plasmaNeutralLipid + (0.3 * P + 0.7) * plasmaNeutralPhospholipid;
  const dissolved = lipids / ionisation(drug, pH.plasma);
  return (fup) => Math.max(0, 1 / fup - 1 - dissolved);
}

/**
 * By haematocrit. What a red cell takes of unbound drug is its own and does not go with the
 * plasma's proteins, so fup is the reference's here.
 */
function acidicPhospholipidAffinity(drug: Chemistry): (haematocrit: number) => number {
  const blood = rodgersRowlandBlood;
  const { bloodPlasmaRatio, fup, baseAffinityFactor = 1 } = drug;
  const plasma = ionisation(drug, blood.pH.plasma);
  const redCell = ionisation(drug, blood.pH.redCell);
  const P = octanolWater(drug);
  const lipids = P * blood.redCellNeutralLipid + (0.3 * P + 0.7) * blood.redCellNeutralPhospholipid;
  const inWater = (blood.redCellWater * redCell) / plasma;
  const inLipids = lipids / plasma;
  const sites = blood.redCellAcidicPhospholipidMgPerG * (redCell - 1);
  return (H) => {
    const KpuRedCell = (H - 1 + bloodPlasmaRatio) / (H * fup);
    return Math.max(0, (baseAffinityFactor * (KpuRedCell - inWater - inLipids) * plasma) / sites);
  };
}

/** Poulin and Theil 2002: lipids and water on both sides, binding as a ratio of free fractions. */
function poulinTheil(drug: Chemistry, organ: OrganId): Partition {
  const tissue = compositionOf(poulinTheilTissues, organ);
  const isFat = organ === "adipose";
  const P = isFat ? distributionInOil(drug) : octanolWater(drug);
  const ratio = lipidAndWater(P, tissue) / lipidAndWater(P, poulinTheilPlasma);
  return (fup) => (ratio * fup) / (isFat ? 1 : unboundInTissue(fup));
}

/** Berezhkovskiy 2004: as Poulin and Theil, with binding applied to the water alone. */
function berezhkovskiy(drug: Chemistry, organ: OrganId): Partition {
  const tissue = compositionOf(poulinTheilTissues, organ);
  const isFat = organ === "adipose";
  const P = isFat ? distributionInOil(drug) : octanolWater(drug);
  const lipidOf = ({ neutralLipid, phospholipid }: typeof tissue) =>
    P * (neutralLipid + 0.3 * phospholipid) + 0.7 * phospholipid;
  const inTissue = lipidOf(tissue);
  const inPlasma = lipidOf(poulinTheilPlasma);
  return (fup) =>
    (inTissue + tissue.water / (isFat ? 1 : unboundInTissue(fup))) /
    (inPlasma + poulinTheilPlasma.water / fup);
}

function lipidAndWater(
  P: number,
  side: { water: number; neutralLipid: number; phospholipid: number },
): number {
  return P * (side.neutralLipid + 0.3 * side.phospholipid) + side.water + 0.7 * side.phospholipid;
}

function unboundInTissue(fup: number): number {
  return 1 / (1 + (0.5 * (1 - fup)) / fup);
}

function distributionInOil(drug: Chemistry): number {
  return oilWater(drug) / ionisation(drug, 7.4);
}

/** Schmitt 2008: phospholipids take charged drug by their own charge. */
function schmitt(drug: Chemistry, organ: OrganId): Partition {
  const tissue = compositionOf(schmittTissues, organ);
  const affinity = 10 ** drug.lipophilicity;
  const chargedIntoLipid = 0.001;
  const { neutral, negative, positive, both } = species(drug, tissue.pH);
  const neutralLipid = octanolWater(drug) * (neutral + chargedIntoLipid * (1 - neutral));
  const acidicLipid = affinity * (neutral + both + 20 * positive + 0.05 * negative);
  const protein = 0.163 + 0.0221 * affinity;
  const cell =
    tissue.water +
    neutralLipid * tissue.neutralLipid +
    affinity * tissue.neutralPhospholipid +
    acidicLipid * tissue.acidicPhospholipid +
    protein * tissue.protein;
  const crossing = (pH: number) => {
    const at = species(drug, pH);
    return at.neutral + at.both + chargedIntoLipid * (1 - at.neutral - at.both);
  };
  const interstitial = interstitialFraction(organ);
  const intoCell = crossing(7.4) / crossing(tissue.pH);
  const inCells = intoCell * (1 - interstitial) * cell;
  return (fup) => interstitial * interstitialPartition(fup) + inCells * fup;
}

/** Fractions of a drug by charge at a pH. */
function species(drug: Chemistry, pH: number) {
  const all = ionisation(drug, pH);
  const acids = ionisation({ ...drug, basePKa: [] }, pH);
  const bases = ionisation({ ...drug, acidPKa: [] }, pH);
  const neutral = 1 / all;
  const negative = (acids - 1) / all;
  const positive = (bases - 1) / all;
  return { neutral, negative, positive, both: Math.max(0, 1 - neutral - negative - positive) };
}

/** Willmann 2005: water, lipid and protein, charge left out. */
function standard(drug: Chemistry, organ: OrganId): Partition {
  const tissue = compositionOf(standardTissues, organ);
  const K = octanolWater(drug);
  const protein = ((0.81 + 0.11 * K) / 24.92) * 5;
  const unbound = tissue.water + K * tissue.lipid + protein * tissue.protein;
  return (fup) => unbound * fup;
}
