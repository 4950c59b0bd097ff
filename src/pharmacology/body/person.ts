/**
 * One person's body: organ volumes, blood flows, kidney function, enzymes, proteins of plasma.
 *
 * `makePerson` is the typical person of a sex, an age, a height and a weight (typical-body.ts);
 * people/ draws others. Volumes sum to the body, flows to the output, for every person that
 * either returns.
 */
import type { Provenance } from "../../core/model/model";
import { derived } from "../provenance";
import { enzymes, gutProteins, microsomalProtein, typicalActivity } from "./enzymes";
import { filtration, type FiltrationRequest } from "./filtration";
import { byOrgan, organNumber, type OrganId } from "./organs";
import { typicalProtein } from "./plasma-proteins";
import { arterialFraction, density, haematocrit, type TissueId } from "./reference-people";
import {
  bloodNumber,
  Body,
  densities,
  giContentsNumber,
  referenceAt,
  scaleToSize,
  tissueIds,
  type Sex,
  type Size,
} from "./typical-body";

/** What a study says of a person; everything may be left open. */
export interface PersonRequest extends FiltrationRequest {
  readonly sex?: Sex;
  readonly ageYears?: number;
  readonly heightCm?: number;
  readonly weightKg?: number;
}

/** What follows from masses and flows. */
interface OfBody {
  /** L. */
  readonly volume: Readonly<Record<OrganId, number>>;
  readonly arterialBloodVolume: number;
  readonly venousBloodVolume: number;
  /** L, what the gut holds: part of the body, of no compartment. */
  readonly gutContents: number;
  /** L/h; the liver's is its artery alone, the lungs' the cardiac output. */
  readonly flow: Readonly<Record<OrganId, number>>;
}

export interface Person extends Size, OfBody {
  readonly haematocrit: number;
  /** Of plasma, g/L. */
  readonly albumin: number;
  /** α1-acid glycoprotein of plasma, g/L. */
  readonly aag: number;
  /** L/h. */
  readonly gfr: number;
  /** mg per g of liver. */
  readonly microsomalProtein: number;
  /** Relative to the typical one, of the same meal. */
  readonly gastricEmptyingTime: number;
  /** Through the small intestine, relative to the typical one. */
  readonly intestinalTransitTime: number;
  /** Relative to the adult, by enzyme. */
  readonly liverActivity: Readonly<Record<string, number>>;
  /** Relative to the adult, by enzyme or transporter. */
  readonly gutActivity: Readonly<Record<string, number>>;
  /** Which of the fields above nobody gave, so that the reference filled them. */
  readonly filledIn: readonly ("sex" | "ageYears" | "heightCm" | "weightKg")[];
}

/** Where the volume of an organ comes from: its reference mass and its density. */
export function volumeSource(tissue: TissueId): Provenance {
  const { value, provenance } = density[tissue];
  const how = `ICRP reference mass over a density of ${value} kg/L, interpolated by age, scaled by lean mass`;
  const sources = ["ICRP89", "Huisinga12", "Janmahasatian05", "AlSallami15"] as const;
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
  const body = new Body();
  referenceAt(sex, ageYears, body);
  const heightCm = request.heightCm ?? body.heightCm;
  // at another height, the weight of the same body mass index
  const weightKg = request.weightKg ?? body.bodyMassKg * (heightCm / body.heightCm) ** 2;
  const size = { sex, ageYears, heightCm, weightKg };
  scaleToSize(body, size);
  const kidneys = (body.massKg[organNumber.kidneys] ?? 0) / density.kidneys.value;
  return personFrom(body, {
    ...size,
    haematocrit: typicalHaematocrit(sex, ageYears),
    albumin: typicalProtein("albumin", ageYears),
    aag: typicalProtein("aag", ageYears),
    gfr: filtration(request, { ageYears, heightCm, weightKg, kidneys }),
    microsomalProtein: microsomalProtein.value,
    gastricEmptyingTime: 1,
    intestinalTransitTime: 1,
    liverActivity: byId(Object.keys(enzymes), (id) => typicalActivity(id, "liver", ageYears)),
    gutActivity: byId(gutProteins, (id) => typicalActivity(id, "gut", ageYears)),
    filledIn: (["sex", "ageYears", "heightCm", "weightKg"] as const).filter(
      (field) => request[field] === undefined,
    ),
  });
}

/** Everybody is put together here, so that all people are of one shape. */
export function personFrom({ massKg, flow }: Body, own: Omit<Person, keyof OfBody>): Person {
  for (let tissue = 0; tissue < massKg.length; tissue++) {
    volumes[tissue] = (massKg[tissue] ?? 0) / (densities[tissue] ?? 1);
  }
  const blood = volumes[bloodNumber] ?? 0;
  return {
    sex: own.sex,
    ageYears: own.ageYears,
    heightCm: own.heightCm,
    weightKg: own.weightKg,
    volume: byOrgan(volumes),
    arterialBloodVolume: blood * arterialFraction.value,
    venousBloodVolume: blood * (1 - arterialFraction.value),
    gutContents: volumes[giContentsNumber] ?? 0,
    flow: byOrgan(flow),
    haematocrit: own.haematocrit,
    albumin: own.albumin,
    aag: own.aag,
    gfr: own.gfr,
    microsomalProtein: own.microsomalProtein,
    gastricEmptyingTime: own.gastricEmptyingTime,
    intestinalTransitTime: own.intestinalTransitTime,
    liverActivity: own.liverActivity,
    gutActivity: own.gutActivity,
    filledIn: own.filledIn,
  };
}

export function typicalHaematocrit(sex: Sex, ageYears: number): number {
  return haematocrit[ageYears < 15 ? "child" : sex].value;
}

// ——— the parts ———

const volumes = new Float64Array(tissueIds.length);

function byId(ids: readonly string[], value: (id: string) => number): Record<string, number> {
  return Object.fromEntries(ids.map((id) => [id, value(id)]));
}
