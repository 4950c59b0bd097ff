/** A histogram in sentences: where most people are, and how many lie beyond a threshold. */
import { formatNumber, formatQuantity } from "../../ui/format-number";
import { formatCount, formatShare } from "../people-words";
import { quantilesOf } from "../quantiles";

export interface Threshold {
  readonly value: number;
  readonly label: string;
}

export interface Summary {
  /** People with a value. */
  readonly count: number;
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
}

export function summaryOf(values: Float64Array): Summary {
  const [p5 = Number.NaN, median = Number.NaN, p95 = Number.NaN] = quantilesOf(
    values,
    [0.05, 0.5, 0.95],
  );
  return { count: values.filter((value) => Number.isFinite(value)).length, p5, median, p95 };
}

/** "Median 12.0 mg/L; 9 of 10 between 3.10 and 30.2 mg/L." */
export function summarySentence({ count, p5, median, p95 }: Summary, unit: string): string {
  if (count === 0) return "Nobody has a value.";
  const range = `${formatNumber(p5)} and ${formatQuantity(p95, unit)}`;
  return `Median ${formatQuantity(median, unit)}; 9 of 10 between ${range}.`;
}

/** "12.3 % (123 of 1000) above the ceiling, 87.7 % at it or below." */
export function thresholdSentence(values: Float64Array, { value, label }: Threshold): string {
  const known = values.filter((one) => Number.isFinite(one));
  if (known.length === 0) return "";
  const above = known.filter((one) => one > value).length;
  const share = above / known.length;
  const counts = `${formatCount(above)} of ${formatCount(known.length)}`;
  return `${formatShare(share)} (${counts}) above “${label}”, ${formatShare(1 - share)} at it or below.`;
}
