/** Percentiles of many people's curves over time, from counts. */
import { binCount, quantilesOf } from "./bins";
import type { CrowdPlan } from "./crowd-plan";

export const ribbonShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface Ribbon {
  readonly output: string;
  readonly label: string;
  readonly unit: string;
  /** h; twice where something is given: before and after. */
  readonly times: Float64Array;
  /** One curve per share, in the output's unit; NaN before anybody was counted. */
  readonly quantiles: readonly Float64Array[];
}

/** @param counts as a run adds them up */
export function ribbonsOf(
  { countedRows, outputs, schedule }: CrowdPlan,
  counts: Uint32Array,
  shares: readonly number[] = ribbonShares,
): Ribbon[] {
  const times = Float64Array.from(countedRows, (row) => schedule.recordHours[row] ?? Number.NaN);
  return outputs.map(({ name, label, unit, lowest, factor }, output) => {
    const quantiles = shares.map(() => new Float64Array(countedRows.length));
    countedRows.forEach((_, place) => {
      const offset = (place * outputs.length + output) * binCount;
      quantilesOf(counts, offset, lowest, shares).forEach((value, i) => {
        const curve = quantiles[i];
        if (curve) curve[place] = value * factor;
      });
    });
    return { output: name, label, unit, times, quantiles };
  });
}
