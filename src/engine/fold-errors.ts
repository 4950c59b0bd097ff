/**
 * How far predictions are off, over many of them: the fold errors of the field.
 *
 * Pure statistics over ratios of predicted to observed; what is counted is the caller's choice.
 * Of nothing, every number is NaN.
 */
import { isWithinFold } from "./within-fold";

export interface FoldErrors {
  readonly count: number;
  /** Geometric mean fold error, AAFE to others: how far off, either way, ≥ 1. */
  readonly gmfe: number;
  /** Average fold error: above 1 where the model predicts too much. */
  readonly afe: number;
  /** Share that is within so many fold, either way. */
  readonly within: Readonly<Record<Fold, number>>;
}

export type Fold = (typeof folds)[number];

export const folds = ["1.25", "1.5", "2"] as const;

export function foldErrors(ratios: readonly number[]): FoldErrors {
  const logs = ratios.map((ratio) => Math.log(Math.max(ratio, leastRatio)));
  const within = (fold: Fold) => shareOf(ratios.map((ratio) => isWithinFold(ratio, Number(fold))));
  return {
    count: ratios.length,
    gmfe: Math.exp(mean(logs.map(Math.abs))),
    afe: Math.exp(mean(logs)),
    within: { "1.25": within("1.25"), "1.5": within("1.5"), "2": within("2") },
  };
}

/** A prediction of nothing where something was measured counts as a millionth of it. */
export const leastRatio = 1e-6;

export function shareOf(held: readonly boolean[]): number {
  return held.filter(Boolean).length / held.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
