/** The exposure metrics of many people, from what was measured on their curves. */
import type { CrowdOutput, CrowdPlan } from "./crowd-plan";
import { measureIndex, type MeasureName } from "./measures";
import { measuredAt } from "./tile";

export const crowdMetrics = [
  "AUC",
  "AUCinf",
  "Cmax",
  "Tmax",
  "Cmin",
  "Ctrough",
  "Cavg",
  "tHalf",
  "hoursAbove",
  "hoursBelow",
] as const;
export type CrowdMetric = (typeof crowdMetrics)[number];

export interface MetricColumn {
  readonly output: string;
  readonly metric: CrowdMetric;
  readonly unit: string;
  /** Per person; NaN where the span does not determine it. */
  readonly values: Float32Array;
}

/** Unit of a metric of an output. */
export function metricUnit(metric: CrowdMetric, unit: string): string {
  if (metric === "AUC" || metric === "AUCinf") return `${unit}·h`;
  return isTime(metric) ? "h" : unit;
}

/** One column per output and metric. @param people how many `measured` holds */
export function metricColumns(
  crowd: CrowdPlan,
  { measured, people }: { readonly measured: ArrayLike<number>; readonly people: number },
): MetricColumn[] {
  return crowd.outputs.flatMap((output, index) => {
    const at = (name: MeasureName, person: number) =>
      measured[measuredAt(measureIndex[name], index, person, crowd.outputs.length, people)] ??
      Number.NaN;
    return crowdMetrics
      .filter((metric) => isAsked(metric, output))
      .map((metric) => {
        const measure = measureOf(metric, crowd, output);
        const values = new Float32Array(people);
        for (let person = 0; person < people; person++) {
          values[person] = measure((name) => at(name, person));
        }
        return { output: output.name, metric, unit: metricUnit(metric, output.unit), values };
      });
  });
}

// ——— the parts ———

type Measured = (name: MeasureName) => number;

function isAsked(metric: CrowdMetric, { shape }: CrowdOutput): boolean {
  if (metric === "Ctrough") return shape.troughRow >= 0;
  return !isOfThreshold(metric) || Number.isFinite(shape.threshold);
}

function isOfThreshold(metric: CrowdMetric): boolean {
  return metric === "hoursAbove" || metric === "hoursBelow";
}

function isTime(metric: CrowdMetric): boolean {
  return metric === "Tmax" || metric === "tHalf" || isOfThreshold(metric);
}

/** The metric's definition, in the output's unit. */
function measureOf(
  metric: CrowdMetric,
  { plan, schedule }: CrowdPlan,
  { factor, shape, unit }: CrowdOutput,
): (of: Measured) => number {
  const span = plan.untilHours - plan.fromHours;
  const isConcentration = unit.includes("/");
  const isRepeated = shape.troughRow >= 0;
  switch (metric) {
    case "AUC":
      return (of) => of("area") * factor;
    case "AUCinf":
      return (of) => {
        const rate = of("terminalRate");
        if (!isConcentration || isRepeated || !(rate > 0)) return Number.NaN;
        return (of("area") + of("last") / rate) * factor;
      };
    case "Cmax":
      return (of) => of("max") * factor;
    case "Tmax":
      return (of) =>
        of("max") > 0
          ? (schedule.recordHours[of("maxRow")] ?? Number.NaN) + of("maxShift")
          : Number.NaN;
    case "Cmin":
      return (of) => of("min") * factor;
    case "Ctrough":
      return (of) => of("trough") * factor;
    case "Cavg":
      return (of) => (of("area") / span) * factor;
    case "tHalf":
      return (of) => {
        const rate = of("terminalRate");
        return isConcentration && rate > 0 ? Math.LN2 / rate : Number.NaN;
      };
    case "hoursAbove":
      return (of) => of("hoursAbove");
    case "hoursBelow":
      // both are sums of the same steps, one in 32 bit: never less than no time
      return (of) => Math.max(0, span - of("hoursAbove"));
    default:
      return metric satisfies never;
  }
}
