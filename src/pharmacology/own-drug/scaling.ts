/**
 * From what is measured in a dish or a study to what the model needs, and the physiology that the
 * way goes over: all of the reference adult, so that a clearance read in a study comes back out of
 * its simulation.
 */
import type { Outcome } from "../../core/model/model";
import { gutSegments } from "../body/gut";
import { enzymes, liverCellFraction, microsomalProtein } from "../body/enzymes";
import { portalOrgans } from "../body/organs";
import { makePerson, type Person } from "../body/person";
import { density } from "../body/reference-people";
import { from } from "../provenance";

/** Million cells per g of liver. */
export const hepatocellularity = {
  value: 107,
  provenance: from("Wilson03", "geometric mean of 7 livers; 65 to 185 between people"),
};

export interface Reference {
  readonly weightKg: number;
  readonly haematocrit: number;
  readonly plasmaL: number;
  readonly liverG: number;
  readonly liverCellsL: number;
  /** Of blood, through artery and portal vein. */
  readonly liverFlowLPerH: number;
  readonly cardiacOutputLPerH: number;
  readonly gfrLPerH: number;
}

export const reference: Reference = referenceOf(makePerson());

export function referenceOf(person: Person): Reference {
  const { weightKg, haematocrit, gfr, volume, flow } = person;
  const blood = person.arterialBloodVolume + person.venousBloodVolume;
  return {
    weightKg,
    haematocrit,
    plasmaL: blood * (1 - haematocrit),
    liverG: volume.liver * density.liver.value * 1000,
    liverCellsL: volume.liver * liverCellFraction.value,
    liverFlowLPerH: portalOrgans.reduce((sum, organ) => sum + flow[organ], flow.liver),
    cardiacOutputLPerH: flow.lungs,
    gfrLPerH: gfr,
  };
}

// ——— clearance ———

/** @param CLint µL/min/mg; @returns L/h, unbound, of the whole liver */
export function fromMicrosomes(CLint: number, fuMic: number): number {
  return (CLint * microsomalProtein.value * reference.liverG * litresPerHour) / fuMic;
}

/** @param CLint µL/min per million cells; @returns L/h, unbound, of the whole liver */
export function fromHepatocytes(CLint: number, fuInc: number): number {
  return (CLint * hepatocellularity.value * reference.liverG * litresPerHour) / fuInc;
}

/** What plasma and blood hold of it. */
export interface InBlood {
  readonly fup: number;
  readonly bloodPlasmaRatio: number;
}

/** Well-stirred liver. @returns of blood, the share that one passage takes */
export function extraction(CLintLPerH: number, { fup, bloodPlasmaRatio }: InBlood): number {
  const unbound = (fup / bloodPlasmaRatio) * CLintLPerH;
  return unbound / (reference.liverFlowLPerH + unbound);
}

/** From plasma, L/h. */
export function hepaticClearance(CLintLPerH: number, blood: InBlood): number {
  return blood.bloodPlasmaRatio * reference.liverFlowLPerH * extraction(CLintLPerH, blood);
}

/**
 * The well-stirred liver solved back: what intrinsic clearance makes this one from plasma.
 *
 * @param hepaticLPerH  what is left of the total when the renal part is taken off
 * @returns L/h, unbound; refused where the liver would have to clear more than flows through it
 */
export function intrinsicFrom(hepaticLPerH: number, blood: InBlood): Outcome<number> {
  const { liverFlowLPerH } = reference;
  const most = blood.bloodPlasmaRatio * liverFlowLPerH;
  if (hepaticLPerH < 0) {
    return refuse("renal-above-total", "is less than the renal clearance alone; check both");
  }
  if (hepaticLPerH >= most) {
    const what = `leaves ${short(hepaticLPerH)} L/h for the liver, and only ${short(most)} L/h of plasma can be cleared by it: ${short(liverFlowLPerH)} L/h of blood times a blood:plasma ratio of ${short(blood.bloodPlasmaRatio)}`;
    return refuse("above-liver-flow", `${what}. Something else clears it, or a number is wrong`);
  }
  const share = hepaticLPerH / most;
  const unbound = (liverFlowLPerH * share) / (1 - share);
  return { ok: true, value: (unbound * blood.bloodPlasmaRatio) / blood.fup };
}

/**
 * What a clearance by the kidneys, read in venous plasma, is in arterial plasma, which they clear:
 * less drug is there, by what they take at each round. At 8 L/h it makes 2 %.
 */
export function fromArterial(venousLPerH: number, bloodPlasmaRatio: number): number {
  return venousLPerH / (1 - venousLPerH / (bloodPlasmaRatio * reference.cardiacOutputLPerH));
}

/** Arterial over venous plasma, of the areas under both curves. */
export function arterialShare(renalLPerH: number, bloodPlasmaRatio: number): number {
  return 1 / (1 + renalLPerH / (bloodPlasmaRatio * reference.cardiacOutputLPerH));
}

/** 1/min per 1 µM of the enzyme and volume of cells, for an enzyme that the gut wall has too. */
export function perEnzyme(CLintLPerH: number, enzyme: string): number {
  const there = enzymes[enzyme]?.liver.value ?? 1;
  return CLintLPerH / (there * reference.liverCellsL) / 60;
}

// ——— what an incubation binds ———

/** Austin 2002, of microsomes at a concentration of protein. */
export function unboundInMicrosomes(lipophilicity: number, proteinMgPerML: number): number {
  return 1 / (1 + proteinMgPerML * 10 ** (0.56 * lipophilicity - 1.41));
}

/** Kilford 2008, of hepatocytes: 5 µL of cells a million. */
export function unboundInHepatocytes(lipophilicity: number, millionCellsPerML: number): number {
  const bound = 10 ** (0.072 * lipophilicity ** 2 + 0.067 * lipophilicity - 1.126);
  return 1 / (1 + 125 * 0.005 * millionCellsPerML * bound);
}

// ——— permeability ———

/** Sun 2002. @param Papp 10⁻⁶ cm/s; @returns human jejunal Peff, 10⁻⁴ cm/s */
export function jejunalFromCaco2(Papp: number): number {
  return 10 ** (0.4926 * Math.log10(Papp) - 0.1454);
}

/**
 * The model's specific permeability that absorbs the same share of a dissolved dose in the small
 * intestine as this Peff does in the classical transit of seven compartments, 199 min, and a radius
 * of 1.75 cm (Yu and Amidon 1999). The two cannot be set equal: surface, fluid and transit differ.
 *
 * @param Peff 10⁻⁴ cm/s; @returns cm/min
 */
export function specificFromJejunal(Peff: number): number {
  const left = leftOfClassical(Peff);
  let low = 1e-12;
  let high = 1;
  for (let i = 0; i < 200 && high / low > 1 + 1e-12; i++) {
    const middle = Math.sqrt(low * high);
    if (leftOfModel(middle) > left) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** @returns share of a dissolved dose that the small intestine absorbs */
export function absorbedInSmallIntestine(cmPerMin: number): number {
  return 1 - leftOfModel(cmPerMin);
}

/** 1/h of the first order in which 85 % dissolve in this time. */
export function dissolutionRate(dissolvedInMin: number): number {
  return -Math.log(0.15) / (dissolvedInMin / 60);
}

// ——— the parts ———

/** µL/min in L/h. */
const litresPerHour = 60e-6;

function leftOfClassical(Peff: number): number {
  const cmPerH = Peff * 1e-4 * 3600;
  const ka = (2 * cmPerH) / 1.75;
  return (1 + (ka * (199 / 60)) / 7) ** -7;
}

function leftOfModel(cmPerMin: number): number {
  return gutSegments
    .filter((segment) => segment.of === "smallIntestine")
    .reduce((left, { areaCm2, areaFactor, volumeML, fillFraction, residenceMin }) => {
      const ka = (cmPerMin * areaCm2 * areaFactor) / (volumeML * fillFraction);
      return left / (1 + ka * residenceMin);
    }, 1);
}

function refuse(code: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject: "Clearance", message }] };
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
