/** The value axis of a chart: which values it shows, and where each of them stands. */
import { scaleLinear, scaleLog } from "d3-scale";
import { logRange, roundUp } from "../ui/ticks";
import type { Limits, ObservedSet, ScaleKind, Series } from "./time-course";

export interface ValueScale extends Limits {
  readonly kind: ScaleKind;
  readonly height: number;
  /**
   * Pixels from the upper edge. What the axis does not show stands outside, at most one height
   * away; on a logarithmic axis that holds for 0 and less too. NaN stays NaN.
   */
  readonly y: (value: number) => number;
}

export function valueScale(kind: ScaleKind, { min, max }: Limits, height: number): ValueScale {
  const scale = (kind === "log" ? scaleLog() : scaleLinear()).domain([min, max]).range([height, 0]);
  const y = (value: number): number => {
    if (Number.isNaN(value)) return Number.NaN;
    if (kind === "log" && value <= 0) return 2 * height;
    const pixels = scale(value);
    return pixels < -height ? -height : pixels > 2 * height ? 2 * height : pixels;
  };
  return { kind, min, max, height, y };
}

/**
 * The range to show: round numbers around the limits if the parent fixes them, else around the
 * data. A logarithmic one reaches three to four decades down from the largest value.
 */
export function valueRange(
  kind: ScaleKind,
  limits: Limits | undefined,
  series: readonly Pick<Series, "values">[],
  observed: readonly ObservedSet[],
): Limits {
  const { min, max } = limits ?? dataRange(series, observed);
  if (kind === "log") {
    const [low, high] = logRange(max);
    return limits && min > 0 && min < max
      ? { min: decadeBelow(min), max: high }
      : { min: low, max: high };
  }
  // An axis that would begin just above nothing begins at nothing.
  if (min >= 0 && min < 0.3 * max) return { min: 0, max: roundUp(max) };
  if (!(max > min)) return { min: Math.min(min, 0), max: Math.max(max, 0) || 1 };
  const step = Number(`1e${Math.floor(Math.log10(max - min))}`) / 2;
  return { min: Math.floor(min / step) * step, max: Math.ceil(max / step) * step };
}

function dataRange(
  series: readonly Pick<Series, "values">[],
  observed: readonly ObservedSet[],
): Limits {
  let [min, max] = [0, 0];
  const include = (value: number) => {
    if (value < min) min = value;
    else if (value > max && value < Number.POSITIVE_INFINITY) max = value;
  };
  for (const { values } of series) values.forEach(include);
  for (const { points } of observed) for (const [, value, sd = 0] of points) include(value + sd);
  return { min, max };
}

const decadeBelow = (value: number) => Number(`1e${Math.floor(Math.log10(value) + 1e-9)}`);
