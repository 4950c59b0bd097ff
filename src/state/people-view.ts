/** What the pictures of a crowd are given, in the unit that is shown. */
import { max, median } from "d3-array";
import type { PeopleRequest } from "../engine/people/people-api";
import type { Ribbon } from "../engine/people/ribbons";
import type { AppState } from "./app.svelte";
import type { CrowdResult } from "./crowd-result.svelte";
import type { PeopleColumn } from "./kept-people";
import type { PeopleState } from "./people.svelte";
import { displayFactor, usualUnit, type ConcentrationUnit } from "./units";

/** How the numbers of an output are shown. */
export interface Shown {
  readonly unit: string;
  /** From the engine's mg/L. */
  readonly factor: number;
}

/** The unit that fits the median's peak; the engine's where it is no concentration. */
export function shownUnit(result: CrowdResult | undefined, ribbon: Ribbon | undefined): Shown {
  const drug = ribbon && result?.drugOf(ribbon.output);
  if (!ribbon || !drug || ribbon.unit !== "mg/L") return { unit: ribbon?.unit ?? "", factor: 1 };
  const unit: ConcentrationUnit = usualUnit(max(ribbon.quantiles[2] ?? []) ?? 1);
  return { unit, factor: displayFactor(unit, drug) };
}

/** A ribbon as the chart takes it. */
export function shownRibbon({ times, quantiles }: Ribbon, { factor }: Shown) {
  const [p5, p25, p50, p75, p95] = [0, 1, 2, 3, 4].map(
    (i) => quantiles[i]?.map((value) => value * factor) ?? new Float64Array(times.length),
  );
  const none = new Float64Array(times.length);
  return {
    times,
    p5: p5 ?? none,
    p25: p25 ?? none,
    p50: p50 ?? none,
    p75: p75 ?? none,
    p95: p95 ?? none,
  };
}

/**
 * What is told of a run while it goes on, and of a result after: of a new run that is being
 * prepared, nothing. Whoever looks at another result meanwhile can still see and stop the run.
 */
export function runLineOf({ phase, isGoing, recipe, sides }: PeopleState, looked?: CrowdResult) {
  const result = phase === "preparing" ? undefined : isGoing ? sides.current?.result : looked;
  const { totals } = result ?? {};
  const { done, count, flagged, missing, redraws } = totals ?? nothing(recipe.count);
  const ended: "stopped" | "done" = totals && done < count ? "stopped" : "done";
  const counts = {
    done,
    of: count,
    flagged,
    // of those who were flagged, some could not be solved alone either
    rerun: flagged - Math.min(flagged, missing),
    failed: missing,
    redrawn: redraws,
  };
  return {
    state: phase === "preparing" || phase === "running" || phase === "stopping" ? phase : ended,
    counts,
    elapsedMs: result?.elapsedMs ?? 0,
    on: result?.backend ?? "",
    failures: failuresOf(totals?.missingList ?? []),
  };
}

const nothing = (count: number) => ({ done: 0, count, flagged: 0, missing: 0, redraws: 0 });

/** Why people failed, with how many for each reason. */
function failuresOf(missing: readonly { readonly why: string }[]) {
  const byReason = new Map<string, number>();
  for (const { why } of missing) byReason.set(why, (byReason.get(why) ?? 0) + 1);
  return Array.from(byReason, ([reason, count]) => ({ reason, count }));
}

const metricNames: Readonly<Record<string, string>> = {
  AUC: "AUC",
  AUCinf: "AUC to infinity",
  Cmax: "Cmax",
  Tmax: "Tmax",
  Cmin: "Lowest after the peak",
  Ctrough: "Trough",
  Cavg: "Average",
  tHalf: "Half-life",
  hoursAbove: "Time above the threshold",
  hoursBelow: "Time below the threshold",
};

/** The metrics of an output, named for people and in the shown unit. */
export function shownMetrics(
  { metrics }: Pick<CrowdResult, "metrics">,
  output: string,
  shown: Shown,
): PeopleColumn[] {
  return metrics
    .filter(({ id }) => id.startsWith(`${output} `))
    .map(({ id, name, unit, values }) => {
      const isConcentration = unit.startsWith("mg/L");
      return {
        id,
        name: metricNames[name] ?? name,
        unit: isConcentration ? unit.replace("mg/L", shown.unit) : unit,
        values: isConcentration ? values.map((value) => value * shown.factor) : values,
      };
    });
}

/** What an output's curves are held against, in the shown unit. */
export function shownThreshold(
  { request }: Pick<CrowdResult, "request">,
  output: string,
  { factor }: Shown,
): number | undefined {
  const threshold = request.thresholds?.[output];
  return threshold === undefined ? undefined : threshold * factor;
}

/** How many of those who are kept were above it at some time, and their hours above. */
export interface AboveThreshold {
  readonly above: number;
  /** People with a result. */
  readonly of: number;
  /** Half of those who were above were so for longer; NaN where nobody was. */
  readonly medianHours: number;
}

export function aboveThreshold(
  { request, metrics, filled }: Pick<CrowdResult, "request" | "metrics" | "filled">,
  output: string,
): AboveThreshold | undefined {
  const threshold = request.thresholds?.[output];
  const valuesOf = (metric: string) =>
    metrics.find(({ id }) => id === `${output} ${metric}`)?.values.subarray(0, filled);
  const [peaks, hours] = [valuesOf("Cmax"), valuesOf("hoursAbove")];
  if (threshold === undefined || !peaks || !hours) return undefined;
  const known = peaks.filter((peak) => Number.isFinite(peak)).length;
  const longer = hours.filter((_, k) => (peaks[k] ?? Number.NaN) > threshold);
  return { above: longer.length, of: known, medianHours: median(longer) ?? Number.NaN };
}

/** Between which values colours are spread: the middle 98 % of people. */
export function colourRange(values: Float32Array, filled: number): readonly [number, number] {
  const known = values.subarray(0, filled).filter((value) => value > 0);
  known.sort();
  const at = (share: number) => known[Math.round(share * (known.length - 1))] ?? Number.NaN;
  return at(0.99) > at(0.01) ? [at(0.01), at(0.99)] : [0.1, 1];
}

/** Measured points of the data sets that give the doses of a run, in the shown unit. */
export function observedFor(
  { evidence }: AppState,
  { study }: PeopleRequest,
  drug: string,
  { factor }: Shown,
) {
  return evidence
    .shownFor({ ...study, people: { one: {} } }, drug)
    .map(({ id, label, points }) => ({
      id,
      name: label,
      points: points.map(([time, value, sd]): readonly [number, number, number?] =>
        sd === undefined ? [time, value * factor] : [time, value * factor, sd * factor],
      ),
    }));
}

/** The means of numbers over some people. */
export function meanOver(values: ArrayLike<number>, people: Uint32Array): number {
  let [sum, count] = [0, 0];
  for (const person of people) {
    const value = values[person] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}
