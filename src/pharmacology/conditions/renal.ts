/**
 * Chronic kidney disease in adults by stage of the filtration rate.
 *
 * A stage is a band of the filtration rate, and its middle stands for it; a measured rate says
 * more and goes before. The rest follows from the rate: size and perfusion of the kidneys, blood,
 * binding in plasma, the pace of the gut, secretion by OAT1 and OAT3. Dialysis is not modelled.
 */
import { derived, from } from "../provenance";
import type { Covariates, Move, MoveTarget, RenalStage } from "./moves";
import { measuredRate, typicalRate } from "./typical";
import type { Provenance } from "../../core/model/model";

export type ReducedStage = Exclude<RenalStage, "normal">;

/** mL/min per 1.73 m², from and below. */
export const renalBands: Readonly<Record<ReducedStage, readonly [from: number, below: number]>> = {
  mild: [60, 90],
  moderate: [30, 60],
  severe: [15, 30],
  esrd: [0, 15],
};

export const stageNames: Readonly<Record<ReducedStage, string>> = {
  mild: "mild renal impairment",
  moderate: "moderate renal impairment",
  severe: "severe renal impairment",
  esrd: "end-stage renal disease",
};

/** @param covariates  an adult's; a measured rate inside the band of the stage */
export function renalMoves(stage: ReducedStage, covariates: Covariates): readonly Move[] {
  const healthy = typicalRate(covariates);
  const given = measuredRate(covariates);
  const [lowest, below] = renalBands[stage];
  // those whose typical rate at their age is lower already keep it
  const rate = given ?? Math.min((lowest + below) / 2, healthy);
  const filtration = Math.min(1, rate / healthy);
  const kidneys = kidneyVolume(rate) / kidneyVolume(healthy);
  const perfusion = perfusionPerGram(rate) / perfusionPerGram(healthy);
  const late = stage === "severe" || stage === "esrd";
  const secretion = (filtration * (late ? lateSecretion : 1)) / kidneys;
  const condition = stageNames[stage];
  const move = (target: MoveTarget, factor: number, provenance: Provenance): Move => ({
    target,
    factor,
    provenance,
    condition,
  });
  return [
    ...(given === undefined ? [move("gfr", filtration, filtrationSource)] : []),
    move("volume.kidneys", kidneys, kidneySource),
    move("flow.kidneys", kidneys * perfusion, perfusionSource),
    move("haematocrit", haematocritFactor(covariates.sex, rate), haematocritSource),
    move("albumin", 1 / unboundFraction[stage], bindingSource),
    move("gastricEmptyingTime", gastricEmptying[stage], emptyingSource),
    move("intestinalTransitTime", intestinalTransit[stage], transitSource),
    move("kidney.OAT1", secretion, secretionSource),
    move("kidney.OAT3", secretion, secretionSource),
  ];
}

// ——— the parts ———

const filtrationSource = derived(
  "the middle of the band (categories G2, G3, G4, G5) over the typical rate of the person; not above it",
  "KDIGO13",
);

// Malik 2020, of the rate g in mL/min per 1.73 m². The curve of the volume turns at 118: nobody's
// kidneys shrink for filtering more
const kidneyVolume = (g: number) =>
  Math.exp(-6.3e-5 * Math.min(g, 118) ** 2 + 0.0149 * Math.min(g, 118) + 4.13);
const kidneySource = from(
  "Malik20",
  "kidney volume by filtration rate, over that at the typical rate",
);
const perfusionPerGram = (g: number) => Math.exp(-3.1e-5 * g ** 2 + 0.017 * g + 4.09);
const perfusionSource = from(
  "Malik20",
  "renal perfusion per gram by filtration rate, times the volume",
);

/** %, men and women: rate below which it holds, ascending. */
const haematocrits: readonly (readonly [below: number, men: number, women: number])[] = [
  [20, 34.3, 33.5],
  [30, 41.7, 37.4],
  [40, 42.6, 38.4],
  [50, 43.3, 39.7],
  [60, 44.8, 39.6],
  [70, 45.2, 39.9],
  [Infinity, 45.5, 40],
];
const haematocritSource = from("Malik20", "haematocrit by sex and filtration rate, over healthy");

function haematocritFactor(sex: Covariates["sex"], rate: number): number {
  const column = sex === "male" ? 1 : 2;
  const row = haematocrits.find(([below]) => rate < below);
  return (row?.[column] ?? NaN) / (haematocrits.at(-1)?.[column] ?? NaN);
}

/** Factor of the unbound fraction in plasma. */
const unboundFraction: Readonly<Record<ReducedStage, number>> = {
  mild: 1,
  moderate: 1.07,
  severe: 1.16,
  esrd: 1.55,
};
const bindingSource = derived(
  "the albumin at which a strongly bound drug has the unbound fraction of stage 3, 4 and 5 (1.07, 1.16, 1.55 times)",
  "Malik20",
);

const gastricEmptying: typeof unboundFraction = { mild: 1, moderate: 1, severe: 1.6, esrd: 1.6 };
const emptyingSource = from("Malik20", "gastric emptying time by stage");
const intestinalTransit: typeof unboundFraction = { mild: 1, moderate: 1, severe: 1.4, esrd: 1.4 };
const transitSource = from("Malik20", "transit time of the small intestine by stage");

/** What is left of secretion beyond the loss of filtration in severe disease. */
const lateSecretion = 0.5;
const secretionSource = derived(
  "secretion by OAT1 and OAT3 falls with filtration, in severe disease by half more; per volume of the smaller kidney",
  "Tan22",
  "Malik20",
);
