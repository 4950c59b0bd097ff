/**
 * One curve divided by another over time, and where most people's own ratios lie.
 *
 * Two runs need not have recorded at the same times: the upper curve is read at the lower one's.
 */
import { valueAt } from "../../ui/interpolate";
import { quantilesOf } from "../quantiles";

export interface Curve {
  /** In h, rising. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** What is below this share of a curve's own peak is as much error of the solution as number. */
const leastShare = 1e-4;

/** At the lower curve's times; NaN where it has next to nothing to divide by. */
export function ratioCurve(upper: Curve, lower: Curve): Float64Array {
  const peak = lower.values.reduce((most, value) => (value > most ? value : most), 0);
  return lower.values.map((value, i) =>
    value > leastShare * peak
      ? valueAt(upper.times, upper.values, lower.times[i] ?? Number.NaN) / value
      : Number.NaN,
  );
}

/** At each time the 5th and the 95th percentile of ratios, one for each pair. */
export function bandOf(ratios: readonly Float64Array[]): { p5: Float64Array; p95: Float64Array } {
  const length = ratios[0]?.length ?? 0;
  const [p5, p95] = [new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i++) {
    const now = Float64Array.from(ratios, (ratio) => ratio[i] ?? Number.NaN);
    const [low = Number.NaN, high = Number.NaN] = quantilesOf(now, [0.05, 0.95]);
    p5[i] = low;
    p95[i] = high;
  }
  return { p5, p95 };
}

/** Upper over lower of the same people, by their numbers; those without either are left out. */
export function personRatios(
  people: readonly number[],
  upper: ArrayLike<number>,
  lower: ArrayLike<number>,
): Float64Array {
  const ratios = Float64Array.from(people, (k) => {
    const below = lower[k] ?? Number.NaN;
    return below > 0 ? (upper[k] ?? Number.NaN) / below : Number.NaN;
  });
  return ratios.filter((ratio) => Number.isFinite(ratio));
}
