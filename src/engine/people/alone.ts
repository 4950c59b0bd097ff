/**
 * One person of a crowd on their own: adaptive, in 64 bit, from the same rounded numbers. What the
 * shared steps were too coarse for is solved like this, and so are those by whom a run is checked.
 */
import type { Machine } from "../../core/compile/machine";
import { integrate, type IntegrationStatus } from "../../core/numerics/integrate";
import { kinksAt, peakOf } from "../../core/numerics/peak";
import type { CrowdOutput, CrowdPlan } from "./crowd-plan";
import { measureCount, measureCurve, measureIndex } from "./measures";

export interface Alone {
  /** [output * measureCount + measure] */
  readonly measured: Float64Array;
  /** [row * outputs + output], rows as the schedule records them. */
  readonly curves: Float64Array;
  /** Why the person has no result; undefined if all is well. */
  readonly why: string | undefined;
}

/** Errors of a step, relative and as a share of the dose: curves within 1e-6. */
const tolerance = { relative: 1e-6, share: 1e-9 };
const massAlarm = 1e-6;

/** @param setCoefficients writes the person's coefficients, as they were rounded */
export function solveAlone(
  crowd: CrowdPlan,
  setCoefficients: (target: Float64Array) => void,
  weightKg: number,
): Alone {
  const { study, plan, outputs, schedule, initial } = crowd;
  const { machine } = study;
  const given = crowd.givenTo(weightKg);
  prepare(crowd, weightKg);
  setCoefficients(machine.coefficients);
  machine.state.set(initial);
  machine.forcings.fill(0);
  const trace = new Trace(machine, outputs);
  const rows = new Rows(schedule.recordHours, trace);
  const result = integrate(machine, {
    given,
    fromHours: plan.fromHours,
    untilHours: plan.untilHours,
    times: rows.times,
    relative: tolerance.relative,
    onEvent: (atHours) => rows.before(atHours),
    onSample: (sample) => rows.after(sample),
    onStep: (endHours, h) => trace.addStep(endHours, h),
  });
  const measured = measureAll(crowd, rows.curves, trace);
  return { measured, curves: rows.curves, why: whyNot(crowd, result.status, weightKg) };
}

// ——— the parts ———

function prepare({ study, plan }: CrowdPlan, weightKg: number): void {
  const largest = plan.administrations.reduce(
    (most, { amountMg, mgPerKg }) =>
      Math.max(most, mgPerKg === undefined ? amountMg : mgPerKg * weightKg),
    0,
  );
  study.compiled.flat.states.forEach(({ scale }, i) => {
    study.machine.absolute[i] =
      scale === Infinity ? Infinity : tolerance.share * (scale ?? (largest || 1));
  });
}

/** The outputs at the schedule's rows. */
class Rows {
  readonly times: Float64Array;
  readonly curves: Float64Array;
  readonly #after: number[] = [];
  readonly #before = new Map<number, number>();
  readonly #trace: Trace;

  constructor(recordHours: Float64Array, trace: Trace) {
    this.#trace = trace;
    recordHours.forEach((hours, row) => {
      if (recordHours[row + 1] === hours) this.#before.set(hours, row);
      else this.#after.push(row);
    });
    this.times = Float64Array.from(this.#after, (row) => recordHours[row] ?? Number.NaN);
    this.curves = new Float64Array(recordHours.length * trace.outputs.length);
  }

  before(atHours: number): void {
    const row = this.#before.get(atHours);
    if (row !== undefined) this.#write(row, "state");
  }

  after(sample: number): void {
    this.#write(this.#after[sample] ?? 0, "between");
  }

  #write(row: number, which: "state" | "between"): void {
    const { outputs } = this.#trace;
    const values = this.#trace.machine.outputsOf(which);
    outputs.forEach((_, i) => {
      this.curves[row * outputs.length + i] = values[i] ?? Number.NaN;
    });
  }
}

/** The end of a step is the beginning of the next. */
const pointsOfStep = [0, 0.25, 0.5, 0.75];

/** Every output at four points of every step: enough to find the peak. */
class Trace {
  readonly machine: Machine;
  readonly outputs: readonly CrowdOutput[];
  readonly times: number[] = [];
  readonly values: number[][];

  constructor(machine: Machine, outputs: readonly CrowdOutput[]) {
    this.machine = machine;
    this.outputs = outputs;
    this.values = outputs.map(() => []);
  }

  addStep(endHours: number, h: number): void {
    for (const theta of pointsOfStep) {
      this.machine.interpolate(theta);
      const all = this.machine.outputsOf("between");
      this.times.push(endHours - (1 - theta) * h);
      this.values.forEach((values, i) => values.push(all[i] ?? Number.NaN));
    }
  }
}

function measureAll(
  { outputs, plan, schedule, study }: CrowdPlan,
  curves: Float64Array,
  { times, values }: Trace,
): Float64Array {
  const measured = new Float64Array(outputs.length * measureCount);
  const { recordHours } = schedule;
  const isKink = kinksAt(recordHours.filter((hours, row) => recordHours[row + 1] === hours));
  outputs.forEach(({ areaState, shape }, i) => {
    const offset = i * measureCount;
    measureCurve((row) => curves[row * outputs.length + i] ?? Number.NaN, shape, measured, offset);
    measured[offset + measureIndex.area] = study.machine.state[areaState] ?? Number.NaN;
    // between steps this short the peak is known better than from the schedule's rows
    const last = measured[offset + measureIndex.last] ?? Number.NaN;
    const { max, atHours } = peakOf(
      [...times, plan.untilHours],
      [...(values[i] ?? []), last],
      isKink,
    );
    const row = Math.max(
      0,
      recordHours.findLastIndex((hours) => hours <= atHours),
    );
    measured[offset + measureIndex.max] = max;
    measured[offset + measureIndex.maxRow] = row;
    measured[offset + measureIndex.maxShift] = atHours - (recordHours[row] ?? atHours);
  });
  return measured;
}

function whyNot(
  { study, substances }: CrowdPlan,
  status: IntegrationStatus,
  weightKg: number,
): string | undefined {
  if (status === "step-error") return "the equations could not be solved at any step size";
  if (status === "non-finite") return "the equations gave a number that is not finite";
  const isLost = substances.some(({ states, fixedMg, perKgMg }) => {
    const given = fixedMg + perKgMg * weightKg;
    const there = states.reduce((sum, i) => sum + (study.machine.state[i] ?? Number.NaN), 0);
    return !(Math.abs(there - given) <= massAlarm * (given || 1));
  });
  return isLost ? "drug was made or lost in the computation" : undefined;
}
