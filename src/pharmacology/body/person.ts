/**
 * One person's body: organ volumes, blood flows, kidney function, enzymes, from sex, age, height
 * and weight.
 *
 * The reference people of ICRP 89 are the anchors. Between their ages everything is interpolated
 * linearly; at an age, size is brought in by lean mass: brain stays, skin goes with body surface,
 * the other lean organs share what is left, fat is the rest of the weight. Flows keep their
 * shares of a cardiac output that goes with the lean organs. Volumes sum to the body, flows to
 * the output, for every person this returns.
 */
import type { Provenance } from "../../core/model/model";
import { derived } from "../provenance";
import { activityAt, enzymes } from "./enzymes";
import { organIds, type OrganId } from "./organs";
import {
  arterialFraction,
  bloodFlowLPerMin,
  bodyMassKg,
  columns,
  density,
  haematocrit,
  heightCm as referenceHeightCm,
  organMassG,
  type Row,
  type TissueId,
} from "./reference-people";

/** What a study says of a person; everything may be left open. */
export interface PersonRequest {
  readonly sex?: "male" | "female";
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly weightKg?: number;
  /** Absolute filtration rate in mL/min. */
  readonly egfrMlMin?: number;
  /** Filtration rate per 1.73 m² of body surface. */
  readonly egfrMlMin173?: number;
}

export interface Person {
  readonly sex: "male" | "female";
  readonly ageYears: number;
  readonly heightCm: number;
  readonly weightKg: number;
  /** L. */
  readonly volume: Readonly<Record<OrganId, number>>;
  readonly arterialBloodVolume: number;
  readonly venousBloodVolume: number;
  /** L, what the gut holds: part of the body, of no compartment. */
  readonly gutContents: number;
  /** L/h; the liver's is its artery alone, the lungs' the cardiac output. */
  readonly flow: Readonly<Record<OrganId, number>>;
  readonly haematocrit: number;
  /** L/h. */
  readonly gfr: number;
  /** Relative to the adult, by enzyme. */
  readonly liverActivity: Readonly<Record<string, number>>;
  readonly gutActivity: Readonly<Record<string, number>>;
  /** Which of the fields above nobody gave, so that the reference filled them. */
  readonly filledIn: readonly ("sex" | "ageYears" | "heightCm" | "weightKg")[];
}

/** Where the volume of an organ comes from: its reference mass and its density. */
export function volumeSource(tissue: TissueId): Provenance {
  const { value, provenance } = density[tissue];
  const how = `ICRP reference mass over a density of ${value} kg/L, interpolated by age, scaled by lean mass`;
  const sources = ["ICRP89", "Huisinga12", "Janmahasatian05"] as const;
  // the source of a density is one of ours, or it is assumed and says so with the density
  return provenance.kind === "from"
    ? { kind: "derived", how, sources: [...sources, provenance.source] }
    : derived(`${how} (assumed)`, ...sources);
}

export const personSources = {
  flow: derived(
    "ICRP share of the cardiac output, which goes with the lean organs and declines by 0.5 % a year after 35",
    "ICRP89",
    "Huisinga12",
    "Ring17",
    "Abraham05",
    "Chiron92",
    "Alverson87",
  ),
  gfr: derived(
    "117 mL/min in the reference man, by kidney volume, maturation and ageing",
    "PKSim",
    "Schlender16",
  ),
  given: { kind: "given", by: "the study" },
} as const satisfies Record<string, Provenance>;

export const personLimits = {
  ageYears: [0, 110],
  heightCm: [30, 250],
  weightKg: [0.5, 400],
} as const;

/** @param request within `personLimits`; the reference adult fills what is open */
export function makePerson(request: PersonRequest = {}): Person {
  const sex = request.sex ?? "male";
  const ageYears = request.ageYears ?? 35;
  const reference = referenceAt(sex, ageYears);
  const heightCm = request.heightCm ?? reference.heightCm;
  const weightKg = request.weightKg ?? typicalWeight(reference, heightCm);
  const size = scaleBySize(reference, { sex, ageYears, heightCm, weightKg });
  const volumeOf = (tissue: TissueId) => size.massKg[tissue] / density[tissue].value;
  const volume = record(organIds, volumeOf);
  const blood = volumeOf("blood");
  const flow = flowsOf(reference, size.factor, ageYears);
  return {
    sex,
    ageYears,
    heightCm,
    weightKg,
    volume,
    arterialBloodVolume: blood * arterialFraction.value,
    venousBloodVolume: blood * (1 - arterialFraction.value),
    gutContents: volumeOf("giContents"),
    flow,
    haematocrit: haematocrit[ageYears < 15 ? "child" : sex].value,
    gfr: filtration(request, { ageYears, heightCm, weightKg, kidneys: volume.kidneys }),
    liverActivity: mapValues((enzyme) => activityAt(enzyme.ontogeny, ageYears)),
    gutActivity: mapValues((enzyme) => activityAt(enzyme.gutOntogeny ?? enzyme.ontogeny, ageYears)),
    filledIn: (["sex", "ageYears", "heightCm", "weightKg"] as const).filter(
      (field) => request[field] === undefined,
    ),
  };
}

/** m². Du Bois and Du Bois 1916. */
export function bodySurface(heightCm: number, weightKg: number): number {
  return 0.007184 * weightKg ** 0.425 * heightCm ** 0.725;
}

// ——— the parts ———

interface Reference {
  readonly bodyMassKg: number;
  readonly heightCm: number;
  readonly massKg: Readonly<Record<TissueId, number>>;
  /** L/h. */
  readonly flow: Readonly<Record<Exclude<OrganId, "lungs">, number>>;
}

interface Size {
  readonly sex: "male" | "female";
  readonly ageYears: number;
  readonly heightCm: number;
  readonly weightKg: number;
}

/** The reference person of an age, interpolated between ICRP's columns of that sex. */
function referenceAt(sex: "male" | "female", ageYears: number): Reference {
  const own = columns.flatMap((column, index) =>
    column.sex === "both" || column.sex === sex ? [{ ...column, index }] : [],
  );
  const above = own.findIndex((column) => column.ageYears > ageYears);
  const upper = own[above < 0 ? own.length - 1 : above];
  const lower = own[above < 0 ? own.length - 1 : Math.max(0, above - 1)];
  if (!upper || !lower) throw new RangeError(`no reference person at ${ageYears} years`);
  const span = upper.ageYears - lower.ageYears;
  const share = span === 0 ? 0 : (ageYears - lower.ageYears) / span;
  const at = (row: Row) => (row[lower.index] ?? 0) * (1 - share) + (row[upper.index] ?? 0) * share;
  const tissues = [...organIds, "blood", "giContents"] as const;
  const perfused = organIds.filter((organ) => organ !== "lungs");
  return {
    bodyMassKg: at(bodyMassKg),
    heightCm: at(referenceHeightCm),
    massKg: record(tissues, (tissue) => at(organMassG[tissue]) / 1000),
    flow: record(perfused, (organ) => at(bloodFlowLPerMin[organ]) * 60),
  };
}

/** At another height, the weight of the same body mass index. */
function typicalWeight(reference: Reference, heightCm: number): number {
  return reference.bodyMassKg * (heightCm / reference.heightCm) ** 2;
}

/** Fat is never less than this share of the weight. */
const leastFat = 0.02;

function scaleBySize(reference: Reference, size: Size) {
  const { massKg: mass } = reference;
  const referenceLean = reference.bodyMassKg - mass.adipose;
  const lean = Math.min(
    referenceLean * leanFactor(reference, size),
    size.weightKg * (1 - leastFat),
  );
  const surface =
    bodySurface(size.heightCm, size.weightKg) /
    bodySurface(reference.heightCm, reference.bodyMassKg);
  // in very small bodies brain and skin may not take more than their share of what is lean
  const fixed = mass.brain + mass.skin * surface;
  const crowding = Math.min(1, (0.8 * lean) / fixed);
  const brain = mass.brain * crowding;
  const skin = mass.skin * surface * crowding;
  const factor = (lean - brain - skin) / (referenceLean - mass.brain - mass.skin);
  const tissues = [...organIds, "blood", "giContents"] as const;
  const massKg = record(tissues, (tissue) => mass[tissue] * factor);
  return { factor, massKg: { ...massKg, brain, skin, adipose: size.weightKg - lean } };
}

/**
 * Lean mass relative to the reference of the age: in adults by Janmahasatian 2005, in children by
 * height², from 15 to 20 years from one to the other.
 */
function leanFactor(reference: Reference, { sex, ageYears, heightCm, weightKg }: Size): number {
  const child = (heightCm / reference.heightCm) ** 2;
  const adult =
    fatFreeMass(sex, weightKg, heightCm) /
    fatFreeMass(sex, reference.bodyMassKg, reference.heightCm);
  const grown = Math.min(1, Math.max(0, (ageYears - 15) / 5));
  return child + grown * (adult - child);
}

function fatFreeMass(sex: "male" | "female", weightKg: number, heightCm: number): number {
  const bodyMassIndex = weightKg / (heightCm / 100) ** 2;
  const [a, b] = sex === "male" ? [6680, 216] : [8780, 244];
  return (9270 * weightKg) / (a + b * bodyMassIndex);
}

function flowsOf(reference: Reference, factor: number, ageYears: number) {
  // 0.5 % a year from 25 on (Ring 2017), relative to 35 years, the nominal age of the reference
  const ageing = Math.min(1, (1 - 0.005 * Math.max(0, ageYears - 25)) / 0.95);
  const perfused = organIds.filter((organ) => organ !== "lungs");
  const flow = record(perfused, (organ) => reference.flow[organ] * factor * ageing);
  const output = perfused.reduce((sum, organ) => sum + flow[organ], 0);
  return { ...flow, lungs: output };
}

const referenceKidneyVolume = 0.31 / 1.05;

/** L/h. */
function filtration(
  { egfrMlMin, egfrMlMin173 }: PersonRequest,
  person: { ageYears: number; heightCm: number; weightKg: number; kidneys: number },
): number {
  if (egfrMlMin !== undefined) return egfrMlMin * 0.06;
  const { ageYears, heightCm, weightKg, kidneys } = person;
  if (egfrMlMin173 !== undefined) {
    return (egfrMlMin173 * 0.06 * bodySurface(heightCm, weightKg)) / 1.73;
  }
  const postmenstrualWeeks = 40 + ageYears * 52.18;
  const maturation = 0.258 + 0.742 * (1 / (1 + (44.4 / postmenstrualWeeks) ** 15));
  const past30 = Math.max(0, ageYears - 30);
  const ageing = 1 - past30 ** 1.5 / (54 ** 1.5 + past30 ** 1.5);
  return 117.04 * 0.06 * (kidneys / referenceKidneyVolume) * maturation * ageing;
}

function record<K extends string>(
  keys: readonly K[],
  value: (key: K) => number,
): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, number>;
}

function mapValues(value: (enzyme: (typeof enzymes)[string]) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(enzymes).map(([id, enzyme]) => [id, value(enzyme)]));
}
