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

/** What a reader needs to repeat the numbers. */
function origin({ version, title, modelHash, backend, massError }: ResultTable): string[] {
  return [
    `Perfuse ${version}, simulation, not advice`,
    `study: ${title ?? "untitled"}`,
    `model: ${modelHash}`,
    "seed: none, one person",
    `backend: ${backend}`,
    `largest mass error: ${massError.toExponential(1)}`,
  ];
}
