/** Percentiles of many people's curves over time, from counts. */
import { binCount, meanOf, quantilesOf } from "./bins";
import type { CrowdPlan } from "./crowd-plan";

/** As much of a crowd's plan as its ribbons take. */
export interface RibbonPlan {
  /** Of the counted rows, h. */
  readonly times: Float64Array;
  readonly outputs: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: string;
    readonly factor: number;
    /** Of the bins in which values are counted. */
    readonly lowest: number;
  }[];
}

export function ribbonPlanOf({ countedRows, outputs, schedule }: CrowdPlan): RibbonPlan {
  return {
    times: Float64Array.from(countedRows, (row) => schedule.recordHours[row] ?? Number.NaN),
    outputs: outputs.map(({ name, label, unit, factor, lowest }) => ({
      name,
      label,
      unit,
      factor,
      lowest,
    })),
  };
}

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
  plan: RibbonPlan,
  counts: Uint32Array,
  shares: readonly number[] = ribbonShares,
): Ribbon[] {
  const { times } = plan;
  return plan.outputs.map(({ name, label, unit, lowest, factor }, output) => {
    const quantiles = shares.map(() => new Float64Array(times.length));
    times.forEach((_, place) => {
      quantilesOf(counts, offsetOf(plan, place, output), lowest, shares).forEach((value, i) => {
        const curve = quantiles[i];
        if (curve) curve[place] = value * factor;
      });
    });
    return { output: name, label, unit, times, quantiles };
  });
}

/** Mean curve of each output, in its unit. */
export function meanCurves(plan: RibbonPlan, counts: Uint32Array): Float64Array[] {
  return plan.outputs.map(({ lowest, factor }, output) =>
    plan.times.map((_, place) => meanOf(counts, offsetOf(plan, place, output), lowest) * factor),
  );
}

// ——— the parts ———

function offsetOf({ outputs }: RibbonPlan, place: number, output: number): number {
  return (place * outputs.length + output) * binCount;
}
