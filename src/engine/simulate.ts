/**
 * One person, solved adaptively in 64 bit on the CPU: the record of that person.
 *
 * Curves at the times asked for come from the method's continuous extension; areas are integrated
 * over the same extension, and peaks are looked for at every step, so neither depends on how often
 * is recorded.
 */
import type { Problem } from "../core/model/model";
import { integrate } from "../core/numerics/integrate";
import { kinksAt, peakOf } from "../core/numerics/peak";
import { breakpoints, totalGiven, type Given } from "../core/numerics/timeline";
import { unitOf } from "../core/units/parse";
import type { CompiledStudy } from "./compiled-study";
import { conservedIn, givenFor, type StudyPlan } from "./plan";
import { terminalRate } from "./terminal";

export interface OutputCurve {
  readonly name: string;
  readonly unit: string;
  readonly label: string;
  readonly values: Float64Array;
}

/** What was integrated, besides the curves, per output. */
export interface OutputSummary {
  readonly max: number;
  readonly maxAtHours: number;
  /** Integral over the whole span, unit · h. */
  readonly area: number;
  /** Decline at the end, 1/h, where the curve falls along a straight line on a log scale. */
  readonly terminalRate?: number;
}

export interface PersonResult {
  readonly times: Float64Array;
  readonly curves: readonly OutputCurve[];
  readonly summaries: readonly OutputSummary[];
  readonly status: "ok" | "step-error" | "non-finite" | "mass-balance";
  readonly steps: number;
  /** Largest relative difference between what was given and what is there, over all drugs. */
  readonly massError: number;
}

export interface Accuracy {
  /** Relative tolerance of a step. */
  readonly relative: number;
  /** Absolute tolerance of an amount, as a share of the largest amount given of its drug. */
  readonly absoluteShare: number;
}

/** Curve errors below 1e-6 of the peak; `tests/bench` measures it. */
export const usualAccuracy: Accuracy = { relative: 1e-4, absoluteShare: 1e-8 };

/** Curve errors below 1e-4 of the peak in a third of the steps. */
export const quickAccuracy: Accuracy = { relative: 0.05, absoluteShare: 3e-5 };

/** An alarm, well above what rounding can do in 64 bit. */
const massAlarm = 1e-6;

export function simulatePerson(
  plan: StudyPlan,
  study: CompiledStudy,
  accuracy: Accuracy = usualAccuracy,
): PersonResult {
  const { machine, compiled } = study;
  const given = givenFor(plan.administrations, study);
  setTolerances(plan, study, accuracy);
  const places = plan.outputs.map((name) => {
    const index = compiled.flat.outputs.findIndex((output) => output.name === name);
    const output = compiled.flat.outputs[index];
    if (!output) throw new RangeError(`the model has no output ${name}`);
    return { index, output, factor: 1 / unitOf(output.unit).factor };
  });
  const curves = places.map(({ output }) => ({
    name: output.name,
    unit: output.unit,
    label: output.label,
    values: new Float64Array(plan.times.length),
  }));
  const trace = new Trace(places.length);
  const areas = new Float64Array(places.length);
  const values = () => {
    const all = machine.outputsOf("between");
    return places.map(({ index, factor }) => (all[index] ?? Number.NaN) * factor);
  };
  const result = integrate(machine, {
    given,
    times: plan.times,
    fromHours: plan.fromHours,
    untilHours: plan.untilHours,
    relative: accuracy.relative,
    onSample(sample) {
      values().forEach((value, i) => {
        const curve = curves[i]?.values;
        if (curve) curve[sample] = value;
      });
    },
    onStep(endHours, h) {
      for (const [theta, weight] of pointsOfStep) {
        machine.interpolate(theta);
        const here = values();
        trace.add(endHours - (1 - theta) * h, here);
        here.forEach((value, i) => (areas[i] = (areas[i] ?? 0) + weight * h * value));
      }
    },
  });
  const massError =
    result.status === "ok"
      ? massErrorOf(plan, study, (i) => study.machine.state[i] ?? Number.NaN)
      : Number.NaN;
  const status =
    result.status === "ok" && !(massError <= massAlarm) ? "mass-balance" : result.status;
  return {
    times: plan.times,
    curves,
    summaries: trace.summaries(areas, given),
    status,
    steps: result.steps,
    massError,
  };
}

/** Why a result cannot be used, in words; undefined when it can. */
export function failureOf({ status }: PersonResult): Problem | undefined {
  const messages = {
    "step-error": "the equations could not be solved at any step size; check unusual values",
    "non-finite": "the equations gave a number that is not finite; check unusual values",
    "mass-balance": "drug was made or lost in the computation, so the result is not shown",
  };
  if (status === "ok") return undefined;
  return { code: status, subject: "simulation", message: messages[status] };
}

// ——— the parts ———

/** Where a step is looked at; Gauss's two points integrate the cubic extension exactly. */
const pointsOfStep = [
  [0, 0],
  [0.5 - Math.sqrt(3) / 6, 0.5],
  [0.5 + Math.sqrt(3) / 6, 0.5],
  [1, 0],
] as const;

/** Every output at four points of every step: enough to find the peak and the terminal slope. */
class Trace {
  readonly #times: number[] = [];
  readonly #values: number[][];

  constructor(outputs: number) {
    this.#values = Array.from({ length: outputs }, () => []);
  }

  add(atHours: number, values: readonly number[]): void {
    this.#times.push(atHours);
    values.forEach((value, i) => this.#values[i]?.push(value));
  }

  summaries(areas: Float64Array, given: Given): OutputSummary[] {
    // that a form's clock stops is no event: curves stay smooth, and fall as they did
    const { additions, rates } = given;
    const events = breakpoints({ additions, rates }).map(({ atHours }) => atHours);
    const isKink = kinksAt(events);
    return this.#values.map((values, i) => {
      const { max, atHours } = peakOf(this.#times, values, isKink);
      const rate = terminalRate(this.#times, values, Math.max(atHours, ...events));
      const summary = { max, maxAtHours: atHours, area: areas[i] ?? Number.NaN };
      return rate === undefined ? summary : { ...summary, terminalRate: rate };
    });
  }
}

function setTolerances(plan: StudyPlan, { compiled, machine }: CompiledStudy, accuracy: Accuracy) {
  const largest = (given: string | undefined) =>
    plan.administrations
      .flatMap(({ amountMg, into }) =>
        into.map(({ substance, share }) => (substance === given ? amountMg * share : 0)),
      )
      .reduce((most, amount) => Math.max(most, amount), 0);
  compiled.flat.states.forEach((state, i) => {
    const size = state.scale ?? largest(state.substance);
    machine.absolute[i] = accuracy.absoluteShare * (size || 1); // Infinity is never in the way
  });
}

/**
 * The largest relative difference between what was given and what is there, over all that is kept.
 * @param amountOf what a state holds at the end
 */
export function massErrorOf(
  plan: StudyPlan,
  study: CompiledStudy,
  amountOf: (state: number) => number,
): number {
  const { flat } = study.compiled;
  const errors = conservedIn(plan.drugs).map((id) => {
    const given = totalGiven(givenFor(plan.administrations, study, id), plan.untilHours);
    const there = flat.states.reduce(
      (sum, { substance }, i) => sum + (substance === id ? amountOf(i) : 0),
      0,
    );
    return given === 0 ? Math.abs(there) : Math.abs(there - given) / given;
  });
  return Math.max(0, ...errors);
}
