/**
 * The usual exposure metrics of one curve.
 *
 * Peak and area were integrated with the curve (simulate.ts); the rest is read off the reported
 * points. A metric that the span does not determine is missing, never a guess: there is no trough
 * after a single dose, and no half-life while the curve does not fall along a line.
 */
import type { Administration } from "./administrations";
import type { OutputCurve, OutputSummary } from "./simulate";

export const metricNames = [
  "Cmax",
  "Tmax",
  "Cmin",
  "Ctrough",
  "Cavg",
  "AUC",
  "AUCinf",
  "tHalf",
] as const;
export type MetricName = (typeof metricNames)[number];

export interface Metric {
  readonly metric: MetricName;
  /** Undefined where the span does not determine it. */
  readonly value: number | undefined;
  readonly unit: string;
}

export interface MetricInput {
  readonly curve: OutputCurve;
  readonly summary: OutputSummary;
  readonly times: Float64Array;
  /** Of the curve's drug. */
  readonly administrations: readonly Administration[];
}

export function metricsOf({ curve, summary, times, administrations }: MetricInput): Metric[] {
  const { unit, values } = curve;
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const doseTimes = administrations.map(({ atHours }) => atHours).toSorted((a, b) => a - b);
  const lastDose = doseTimes.at(-1) ?? first;
  const repeated = new Set(doseTimes).size > 1;
  const terminal = summary.terminalRate;
  const concentration = unit.includes("/");
  const area = `${unit}·h`;
  const lowestFrom = repeated ? lastDose : summary.maxAtHours;
  return [
    { metric: "Cmax", value: summary.max, unit },
    { metric: "Tmax", value: summary.max > 0 ? summary.maxAtHours : undefined, unit: "h" },
    { metric: "Cmin", value: lowest(times, values, lowestFrom), unit },
    { metric: "Ctrough", value: repeated ? valueBefore(times, values, lastDose) : undefined, unit },
    { metric: "Cavg", value: summary.area / (last - first), unit },
    { metric: "AUC", value: summary.area, unit: area },
    {
      metric: "AUCinf",
      value:
        concentration && terminal && !repeated
          ? summary.area + (values.at(-1) ?? 0) / terminal
          : undefined,
      unit: area,
    },
    {
      metric: "tHalf",
      value: concentration && terminal ? Math.LN2 / terminal : undefined,
      unit: "h",
    },
  ];
}

// ——— the parts ———

function lowest(times: Float64Array, values: Float64Array, from: number): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  times.forEach((time, i) => {
    if (time >= from) least = Math.min(least, values[i] ?? least);
  });
  return Number.isFinite(least) ? least : undefined;
}

/** The last reported value before a moment. */
function valueBefore(
  times: Float64Array,
  values: Float64Array,
  moment: number,
): number | undefined {
  const index = times.findLastIndex((time) => time < moment);
  return index < 0 ? undefined : values[index];
}
