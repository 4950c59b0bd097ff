/**
 * Results as tables, the same from the page and from the command line: `#` lines that say what
 * made the numbers, then one row per value.
 */
import { csv } from "./csv";

export interface ResultTable {
  readonly version: string;
  readonly title: string | undefined;
  readonly modelHash: string;
  readonly backend: string;
  readonly massError: number;
  readonly status: string;
  readonly times: Float64Array;
  readonly curves: readonly TableCurve[];
}

interface TableCurve {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
  readonly metrics: readonly {
    readonly metric: string;
    readonly value: number | undefined;
    readonly unit: string;
  }[];
}

export function curvesCsv(table: ResultTable): string {
  const rows = table.curves.flatMap(({ name, unit, values }) =>
    Array.from(table.times, (time, i) => [1, time, name, values[i], unit]),
  );
  return csv(origin(table), ["person", "time_h", "output", "value", "unit"], rows);
}

export function metricsCsv(table: ResultTable): string {
  const rows = table.curves.flatMap(({ name, metrics }) =>
    metrics.map(({ metric, value, unit }) => [1, name, metric, value, unit, table.status]),
  );
  return csv(origin(table), ["person", "output", "metric", "value", "unit", "status"], rows);
}

/** What made a table of many people. */
export interface PeopleOrigin {
  readonly version: string;
  readonly title: string | undefined;
  /** Of the typical person's model. */
  readonly modelHash: string;
  readonly seed: number;
  readonly backend: string;
  readonly count: number;
  readonly solved: number;
  readonly flagged: number;
  /** Reasons for those without a result. */
  readonly missing: readonly { readonly person: number; readonly why: string }[];
  readonly remarks: readonly string[];
}

interface PeopleCurve {
  readonly output: string;
  readonly unit: string;
  readonly times: Float64Array;
  /** By name of the statistic: p5, p25 … */
  readonly statistics: readonly {
    readonly name: string;
    readonly values: Float64Array;
  }[];
}

export function ribbonsCsv(from: PeopleOrigin, curves: readonly PeopleCurve[]): string {
  const rows = curves.flatMap(({ output, unit, times, statistics }) =>
    Array.from(times).flatMap((time, i) =>
      statistics.map(({ name, values }) => [time, output, name, values[i], unit]),
    ),
  );
  return csv(peopleOrigin(from), ["time_h", "output", "statistic", "value", "unit"], rows);
}

export interface PersonMetric {
  readonly person: number;
  readonly output: string;
  readonly metric: string;
  readonly value: number | undefined;
  readonly unit: string;
}

export function peopleMetricsCsv(from: PeopleOrigin, metrics: readonly PersonMetric[]): string {
  const rows = [
    ...metrics.map(({ person, output, metric, value, unit }) => [
      person,
      output,
      metric,
      value,
      unit,
      "ok",
    ]),
    ...from.missing.map(({ person, why }) => [person, "", "", undefined, "", `failed: ${why}`]),
  ];
  return csv(peopleOrigin(from), ["person", "output", "metric", "value", "unit", "status"], rows);
}

/** What a reader needs to repeat the numbers. */
function origin({ version, title, modelHash, backend, massError }: ResultTable): string[] {
  return [
    ...study(version, title, modelHash),
    "seed: none, one person",
    `backend: ${backend}`,
    `largest mass error: ${massError.toExponential(1)}`,
  ];
}

function peopleOrigin(from: PeopleOrigin): string[] {
  return [
    ...study(from.version, from.title, from.modelHash),
    `seed: ${from.seed}`,
    `backend: ${from.backend}`,
    `people: ${from.count}, ${from.solved} with a result, ${from.flagged} solved again alone, ${from.count - from.solved} failed`,
    ...from.remarks,
  ];
}

function study(version: string, title: string | undefined, modelHash: string): string[] {
  return [
    `Perfuse ${version}, simulation, not advice`,
    `study: ${title ?? "untitled"}`,
    `model: ${modelHash}`,
  ];
}
