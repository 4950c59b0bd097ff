/**
 * The typical body of a sex, an age, a height and a weight: mass of every tissue, blood flow of
 * every organ, as arrays of numbers, since crowds are made of it too.
 *
 * The reference people of ICRP 89 are the anchors. Between their ages everything is interpolated
 * linearly; at an age, size is brought in by lean mass: brain stays, skin goes with body surface,
 * the other lean organs share what is left, fat is the rest of the weight. Flows keep their
 * shares of a cardiac output that goes with the lean organs. How people differ from this is in
 * people/.
 */
import { from } from "../provenance";
import { organIds, organNumber, type OrganId } from "./organs";
import {
  bloodFlowLPerMin,
  bodyMassKg,
  columns,
  density,
  heightCm as referenceHeightCm,
  organMassG,
  type Row,
  type TissueId,
} from "./reference-people";

export type Sex = "male" | "female";

export interface Size {
  readonly sex: Sex;
  readonly ageYears: number;
  readonly heightCm: number;
  readonly weightKg: number;
}

/** The organs in their order, then blood and what the gut holds. */
export const tissueIds: readonly TissueId[] = [...organIds, "blood", "giContents"];
export const bloodNumber = organIds.length;
export const giContentsNumber = organIds.length + 1;

/** kg/L, by tissue. */
export const densities = Float64Array.from(tissueIds, (tissue) => density[tissue].value);

export const perfusedOrgans = organIds.filter(
  (organ): organ is Exclude<OrganId, "lungs"> => organ !== "lungs",
);
export const perfusedNumbers = perfusedOrgans.map((organ) => organNumber[organ]);

/** Numbers by tissue and by organ, to be filled again for the next person. */
export class Body {
  bodyMassKg = 0;
  heightCm = 0;
  readonly massKg = new Float64Array(tissueIds.length);
  /** L/h; the lungs' is the cardiac output, the liver's its artery alone. */
  readonly flow = new Float64Array(organIds.length);

  copy({ bodyMassKg, heightCm, massKg, flow }: Body): void {
    this.bodyMassKg = bodyMassKg;
    this.heightCm = heightCm;
    this.massKg.set(massKg);
    this.flow.set(flow);
  }
}

/** The reference person of an age, interpolated between ICRP's columns of that sex. */
export function referenceAt(sex: Sex, ageYears: number, into: Body): void {
  const { ages, tables } = referenceColumns[sex];
  let upper = 0;
  while (upper < ages.length && (ages[upper] ?? 0) <= ageYears) upper++;
  const lower = Math.max(0, upper - 1);
  upper = Math.min(upper, ages.length - 1);
  const [low, high] = [tables[lower], tables[upper]];
  if (!low || !high) throw new RangeError(`no reference person at ${ageYears} years`);
  const span = (ages[upper] ?? 0) - (ages[lower] ?? 0);
  const share = span === 0 ? 0 : (ageYears - (ages[lower] ?? 0)) / span;
  const between = (a: number, b: number) => a * (1 - share) + b * share;
  into.bodyMassKg = between(low.bodyMassKg, high.bodyMassKg);
  into.heightCm = between(low.heightCm, high.heightCm);
  for (let tissue = 0; tissue < tissueIds.length; tissue++) {
    into.massKg[tissue] = between(low.massG[tissue] ?? 0, high.massG[tissue] ?? 0) / 1000;
  }
  for (const organ of perfusedNumbers) {
    into.flow[organ] = between(low.flow[organ] ?? 0, high.flow[organ] ?? 0) * 60;
  }
  into.flow[lungs] = 0;
}

/** The reference body of an age becomes the typical one of that size. */
export function scaleToSize(body: Body, size: Size): void {
  const factor = scaleMasses(body, size);
  body.bodyMassKg = size.weightKg;
  body.heightCm = size.heightCm;
  // 0.5 % a year from 25 on (Ring 2017), relative to 35 years, the nominal age of the reference
  const ageing = Math.min(1, (1 - 0.005 * Math.max(0, size.ageYears - 25)) / 0.95);
  for (const organ of perfusedNumbers) {
    body.flow[organ] = (body.flow[organ] ?? 0) * factor * ageing;
  }
  closeFlows(body.flow);
}

/** The cardiac output is the sum of all flows but its own. */
export function closeFlows(flow: Float64Array): void {
  let output = 0;
  for (const organ of perfusedNumbers) output += flow[organ] ?? 0;
  flow[lungs] = output;
}

/** m². */
export function bodySurface(heightCm: number, weightKg: number): number {
  return 0.007184 * weightKg ** 0.425 * heightCm ** 0.725;
}
export const bodySurfaceSource = from("DuBois16", "0.007184 weight^0.425 height^0.725");

// ——— the parts ———

const { adipose, brain, skin, lungs } = organNumber;

interface Column {
  readonly bodyMassKg: number;
  readonly heightCm: number;
  readonly massG: Float64Array;
  /** L/min. */
  readonly flow: Float64Array;
}

const referenceColumns = { male: columnsOf("male"), female: columnsOf("female") };

function columnsOf(sex: Sex): { readonly ages: readonly number[]; readonly tables: Column[] } {
  const own = columns.flatMap((column, index) =>
    column.sex === "both" || column.sex === sex ? [{ ageYears: column.ageYears, index }] : [],
  );
  const tables = own.map(({ index }): Column => {
    const at = (row: Row) => row[index] ?? 0;
    return {
      bodyMassKg: at(bodyMassKg),
      heightCm: at(referenceHeightCm),
      massG: Float64Array.from(tissueIds, (tissue) => at(organMassG[tissue])),
      flow: Float64Array.from(organIds, (organ) =>
        organ === "lungs" ? 0 : at(bloodFlowLPerMin[organ]),
      ),
    };
  });
  return { ages: own.map(({ ageYears }) => ageYears), tables };
}

/** Fat is never less than this share of the weight. */
const leastFat = 0.02;

/** @returns the factor of the lean organs that share what brain and skin leave */
function scaleMasses({ bodyMassKg: mass, heightCm, massKg }: Body, size: Size): number {
  const at = (tissue: number) => massKg[tissue] ?? 0;
  const referenceLean = mass - at(adipose);
  const lean = Math.min(
    referenceLean * leanFactor(mass, heightCm, size),
    size.weightKg * (1 - leastFat),
  );
  const surface = bodySurface(size.heightCm, size.weightKg) / bodySurface(heightCm, mass);
  // in very small bodies brain and skin may not take more than their share of what is lean
  const fixed = at(brain) + at(skin) * surface;
  const crowding = Math.min(1, (0.8 * lean) / fixed);
  const brainMass = at(brain) * crowding;
  const skinMass = at(skin) * surface * crowding;
  const factor = (lean - brainMass - skinMass) / (referenceLean - at(brain) - at(skin));
  for (let tissue = 0; tissue < massKg.length; tissue++) massKg[tissue] = at(tissue) * factor;
  massKg[brain] = brainMass;
  massKg[skin] = skinMass;
  massKg[adipose] = size.weightKg - lean;
  return factor;
}

/**
 * Lean mass relative to the reference of the same sex and age: by Janmahasatian 2005. Al-Sallami
 * 2015 multiplies that by a factor of sex and age, from 3 years on; here it is in both and leaves.
 * Of infants, whom neither measured, by height² to one year; then from one to the other.
 */
function leanFactor(
  referenceMassKg: number,
  referenceHeight: number,
  { sex, ageYears, heightCm, weightKg }: Size,
): number {
  const infant = (heightCm / referenceHeight) ** 2;
  const older =
    fatFreeMass(sex, weightKg, heightCm) / fatFreeMass(sex, referenceMassKg, referenceHeight);
  const grown = Math.min(1, Math.max(0, (ageYears - infantsUntil) / (measuredFrom - infantsUntil)));
  return infant + grown * (older - infant);
}

/** Years: the last of ICRP's infants, and the youngest child of Al-Sallami 2015. */
const infantsUntil = 1;
const measuredFrom = 3;

/** Of adults; in children of one sex and age in proportion to it. */
function fatFreeMass(sex: Sex, weightKg: number, heightCm: number): number {
  const bodyMassIndex = weightKg / (heightCm / 100) ** 2;
  const [a, b] = sex === "male" ? [6680, 216] : [8780, 244];
  return (9270 * weightKg) / (a + b * bodyMassIndex);
}
