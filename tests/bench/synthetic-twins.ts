/**
 * People who are known because they were made up: facts, doses, a body drawn from what those facts
 * leave open, and levels of that body with the errors that the model says levels have.
 */
import { planStep } from "../../src/core/compile/stages";
import { normal, uniform } from "../../src/core/numerics/random";
import { rodas } from "../../src/core/numerics/tableaus";
import { CompiledStudies } from "../../src/engine/compiled-study";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { openCloud, type Cloud } from "../../src/engine/twin/cloud";
import { Learner, type LearnOptions } from "../../src/engine/twin/learn";
import { logErrorOf, readCurve, readLevels, type Errors } from "../../src/engine/twin/likelihood";
import { plannedLevels, studyOfTwin, type PlannedLevel } from "../../src/engine/twin/plan-twin";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import { makePopulation } from "../../src/pharmacology/people/population";
import { adultRate } from "../../src/pharmacology/twin/creatinine";
import type { DoseTaken, Twin, TwinEvent } from "../../src/pharmacology/twin/twin";

/** What is given, and when blood is usually drawn, h after the first dose. */
interface Case {
  readonly dose: Omit<DoseTaken, "kind" | "id" | "at" | "drug">;
  readonly samples: readonly number[];
}

export const cases = {
  vancomycin: {
    dose: { route: "iv", amountMg: 1000, overHours: 1, everyHours: 12, count: 4 },
    samples: [2, 11.5, 23.5, 26, 35.5],
  },
  theophylline: {
    dose: { route: "oral", amountMg: 300, everyHours: 12, count: 4 },
    samples: [3, 11.5, 27, 35.5, 40],
  },
  midazolam: {
    dose: { route: "oral", amountMg: 7.5, everyHours: 24, count: 2 },
    samples: [1, 3, 6, 25.5, 30],
  },
} as const satisfies Record<string, Case>;
export type CaseDrug = keyof typeof cases;
export const caseDrugs = Object.keys(cases) as readonly CaseDrug[];

export interface SyntheticTwin {
  readonly twin: Twin;
  readonly nowMs: number;
  readonly cloud: Cloud;
  readonly learner: Learner;
  /** As they were measured. */
  readonly levels: readonly PlannedLevel[];
  readonly errors: Errors;
  /** mg h/L over the window. */
  readonly trueArea: number;
}

/** Nobody shares draws: of the facts, of the body, of the errors and of the learning. */
const seeds = { facts: 11, body: 12, errors: 13, choice: 14 };
const firstDoseMs = Date.parse("2026-03-02T08:00:00Z");
const hourMs = 3_600_000;

/** @param wild  share of levels that are three times too high or too low */
export async function syntheticTwin(
  drug: CaseDrug,
  number: number,
  levelCount: number,
  options: LearnOptions = {},
  wild = 0,
): Promise<SyntheticTwin> {
  const made = eventsFor(drug, number, levelCount);
  const nowMs = firstDoseMs + 48 * hourMs;
  const study = studyOfTwin(made, { nowMs });
  if (!study.ok) throw new Error(study.problems[0]?.message);
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  const opened = openCloud(study.value, shippedDrug, {
    studies,
    lanes: (crowd) => createWasmMachine(crowd.study.compiled.program, planStep(rodas), 2),
  });
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const cloud = opened.value;
  const solve = (latents: Float64Array) => Promise.resolve(cloud.solve(latents));
  const learner = new Learner(cloud.shape, solve, options);
  await learner.open();
  const blank = plannedLevels(made, study.value, nowMs);
  const { errors } = learner.weigh(blank);
  const truth = trueBody(cloud, number);
  const levels = readLevels(blank, cloud.shape).map((read, i) => {
    const at = readCurve(read.reading, truth.curves, 0);
    const day = errors.betweenOccasions * normal(seeds.errors, number, 100 + read.level.occasion);
    const error = logErrorOf(read, at, errors) * studentDraw(number, i, errors.degrees);
    const isWild = uniform(seeds.errors, number, 200 + i) < wild;
    const off = isWild ? Math.log(3) * (i % 2 === 0 ? 1 : -1) : 0;
    return { ...read.level, mgPerL: at.value * Math.exp(day + error + off) };
  });
  return { twin: made, nowMs, cloud, learner, levels, errors, trueArea: truth.areas[0] ?? NaN };
}

// ——— the parts ———

function eventsFor(drug: CaseDrug, number: number, levelCount: number): Twin {
  const { dose, samples } = cases[drug];
  const people = makePopulation({ count: 1, seed: seeds.facts, ageYears: [20, 80] });
  if (!people.ok) throw new Error(people.problems[0]?.message);
  const drawn = people.value.draw(number);
  if (!drawn.ok) throw new Error(drawn.why);
  const { sex, ageYears, heightCm, weightKg } = drawn.person;
  const at = (hours: number) => new Date(firstDoseMs + hours * hourMs).toISOString();
  const chosen = shuffled(samples, number).slice(0, levelCount);
  const events: TwinEvent[] = [
    { kind: "measured", id: "weight", at: at(-1), what: "weight", value: weightKg },
    {
      kind: "measured",
      id: "creatinine",
      at: at(-1),
      what: "creatinine",
      value: creatinineFor(number, ageYears, sex),
    },
    { kind: "dose", id: "dose", at: at(0), drug, ...dose },
    ...chosen.map((hours, i) => ({
      kind: "level" as const,
      id: `level ${i}`,
      at: at(hours),
      drug,
      mgPerL: 1,
    })),
  ];
  const age = { years: ageYears, on: "2026-03-02" };
  return { perfuseTwin: 1, name: "made up", facts: { sex, age, heightCm }, drugs: [drug], events };
}

/** Of kidneys from ill to well: a rate of 25 to 115 mL/min per 1.73 m². */
function creatinineFor(number: number, ageYears: number, sex: "male" | "female"): number {
  const rate = 25 + 90 * uniform(seeds.choice, number, 0);
  let [low, high] = [0.1, 20];
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (adultRate(middle, ageYears, sex) > rate) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

function shuffled(samples: readonly number[], number: number): number[] {
  return samples
    .map((hours, i) => ({ hours, key: uniform(seeds.choice, number, 10 + i) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ hours }) => hours);
}

/** Somebody who can be, drawn from what the facts leave open. */
function trueBody(cloud: Cloud, number: number) {
  const { dimensions } = cloud.shape;
  for (let attempt = 0; attempt < 1000; attempt++) {
    const row = Float64Array.from({ length: dimensions }, (_, i) =>
      normal(seeds.body, number, i, attempt),
    );
    const part = cloud.solve(row);
    if (part.solved[0] === 1) return part;
  }
  throw new Error("nobody was found");
}

function studentDraw(number: number, index: number, degrees: number): number {
  let square = 0;
  for (let i = 1; i <= degrees; i++) square += normal(seeds.errors, number, 10 * index + i) ** 2;
  return normal(seeds.errors, number, 10 * index) / Math.sqrt(square / degrees);
}
