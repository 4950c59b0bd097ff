/**
 * How well a curve agrees with levels that were measured.
 *
 * Levels and curve are compared by their logarithms, with Student's t. Levels of one occasion share
 * a shift of the day, which is integrated out; a doubt about time counts as far as the curve moves
 * in it.
 */
import { studentCdf, studentLogDensity } from "../../core/inference/student";
import { errorModel } from "../../pharmacology/twin/error-model";
import type { CloudShape } from "./cloud";
import type { PlannedLevel } from "./plan-twin";

/** How the value at a moment follows from a curve's rows. */
export interface Reading {
  readonly rows: readonly number[];
  readonly weights: readonly number[];
  /** The same for the slope, 1/h. */
  readonly slopes: readonly number[];
}

/** A level, with the curve it is read from. */
export interface ReadLevel {
  readonly level: PlannedLevel;
  readonly output: number;
  readonly reading: Reading;
}

export interface Errors {
  /** Of the logarithm. */
  readonly proportional: number;
  /** mg/L, by output. */
  readonly additive: readonly number[];
  readonly betweenOccasions: number;
  readonly driftPerRootDay: number;
  readonly degrees: number;
}

export const usualErrors = (additive: readonly number[]): Errors => ({
  proportional: errorModel.proportional.value,
  additive,
  betweenOccasions: errorModel.betweenOccasions.value,
  driftPerRootDay: errorModel.driftPerRootDay.value,
  degrees: errorModel.degrees.value,
});

/** Levels below this share of an assay's additive error are not told apart. */
const leastMgPerL = 1e-9;

/** Levels whose drug has a curve and that lie within it. */
export function readLevels(levels: readonly PlannedLevel[], shape: CloudShape): ReadLevel[] {
  const { hours, outputs } = shape;
  const last = hours.at(-1) ?? 0;
  return levels.flatMap((level) => {
    const output = outputs.indexOf(`${level.drug}/venous-plasma`);
    if (output === -1 || level.atHours > last) return [];
    return [{ level, output, reading: readingAt(hours, level.atHours) }];
  });
}

/** A cubic through the four rows around a moment, none of them beyond an event. */
export function readingAt(hours: Float64Array, atHours: number): Reading {
  let next = 1;
  while (next < hours.length - 1 && (hours[next] ?? 0) < atHours) next++;
  const rows = [next - 1, next];
  const gap = (row: number) => (hours[row + 1] ?? Number.NaN) - (hours[row] ?? Number.NaN);
  if (gap(next - 2) > 0) rows.unshift(next - 2);
  if (gap(next) > 0) rows.push(next + 1);
  const nodes = rows.map((row) => hours[row] ?? 0);
  return {
    rows,
    weights: nodes.map((_, i) => lagrange(nodes, i, atHours)),
    slopes: nodes.map((_, i) => lagrangeSlope(nodes, i, atHours)),
  };
}

/** Value and slope of one draw's curve. */
export function readCurve(
  { rows, weights, slopes }: Reading,
  curves: Float32Array,
  offset: number,
): { readonly value: number; readonly slope: number } {
  let [value, slope] = [0, 0];
  rows.forEach((row, i) => {
    const at = curves[offset + row] ?? Number.NaN;
    value += (weights[i] ?? 0) * at;
    slope += (slopes[i] ?? 0) * at;
  });
  return { value: Math.max(value, leastMgPerL), slope };
}

/** Standard deviation of the logarithm, without the shift of the day. */
export function logErrorOf(
  { level, output }: ReadLevel,
  { value, slope }: { readonly value: number; readonly slope: number },
  { proportional, additive, driftPerRootDay }: Errors,
): number {
  const drift = driftPerRootDay * Math.sqrt(level.ageDays);
  const moved = (slope / value) * level.offHours;
  // beyond a factor of e the straight line says nothing
  return Math.hypot(
    proportional,
    drift,
    (additive[output] ?? 0) / value,
    Math.min(1, Math.abs(moved)),
  );
}

/** By occasions; made once for all draws. */
export function occasionsOf(levels: readonly ReadLevel[]): ReadLevel[][] {
  const groups = new Map<string, ReadLevel[]>();
  for (const read of levels) {
    const key = `${read.level.drug} ${read.level.occasion}`;
    groups.set(key, [...(groups.get(key) ?? []), read]);
  }
  return [...groups.values()];
}

/** Logarithm of the likelihood of one draw. */
export function logLikelihood(
  occasions: readonly (readonly ReadLevel[])[],
  errors: Errors,
  curves: Float32Array,
  offsetOf: (output: number) => number,
): number {
  let sum = 0;
  for (const occasion of occasions) {
    const read = occasion.map((one) => {
      const at = readCurve(one.reading, curves, offsetOf(one.output));
      return {
        observed: Math.log(one.level.mgPerL),
        isBelow: one.level.isBelow,
        predicted: Math.log(at.value),
        error: logErrorOf(one, at, errors),
      };
    });
    let shares = 0;
    hermite.nodes.forEach((node, k) => {
      const shift = errors.betweenOccasions * node;
      let log = 0;
      for (const { observed, predicted, error, isBelow } of read) {
        const x = (observed - predicted - shift) / error;
        log += isBelow
          ? Math.log(Math.max(1e-300, studentCdf(x, errors.degrees)))
          : studentLogDensity(x, errors.degrees) - Math.log(error);
      }
      shares += (hermite.weights[k] ?? 0) * Math.exp(log);
    });
    sum += Math.log(Math.max(1e-300, shares));
  }
  return sum;
}

// ——— the parts ———

/** Of Gauss and Hermite, seven points, for a standard normal. Abramowitz and Stegun, table 25.10. */
const hermite = {
  nodes: [
    -3.750439717725742, -2.366759410734541, -1.154405394739968, 0, 1.154405394739968,
    2.366759410734541, 3.750439717725742,
  ],
  weights: [
    0.000548268855972, 0.030757123967586, 0.240123178605013, 0.457142857142857, 0.240123178605013,
    0.030757123967586, 0.000548268855972,
  ],
};

function lagrange(nodes: readonly number[], i: number, x: number): number {
  const own = nodes[i] ?? 0;
  return nodes.reduce(
    (product, node, j) => (j === i ? product : (product * (x - node)) / (own - node)),
    1,
  );
}

function lagrangeSlope(nodes: readonly number[], i: number, x: number): number {
  const own = nodes[i] ?? 0;
  return nodes.reduce((sum, skipped, k) => {
    if (k === i) return sum;
    const others = nodes.reduce(
      (product, node, j) => (j === i || j === k ? product : (product * (x - node)) / (own - node)),
      1,
    );
    return sum + others / (own - skipped);
  }, 0);
}
