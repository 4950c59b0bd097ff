/** The data of a chart as rows: few for reading, all of them for a file. */
import { niceTimeStep, multiples } from "../ui/ticks";
import type { ObservedSet, Series } from "./time-course";

/** Round times for at most so many rows, the ends of the span included. */
export function tableTimes(from: number, until: number, most = 60): number[] {
  if (!(until > from)) return [from];
  const step = niceTimeStep((until - from) / (most - 2));
  const between = multiples(step, from, until).filter(
    (time) => time > from + step * 1e-6 && time < until - step * 1e-6,
  );
  return [from, ...between, until];
}

interface ChartData {
  readonly times: Float64Array;
  readonly series: readonly Series[];
  readonly observed: readonly ObservedSet[];
  readonly unit: string;
}

/**
 * Every number that is drawn, one a row: what R and spreadsheets read without reshaping. Gaps are
 * left out.
 */
export function chartCsv({ times, series, observed, unit }: ChartData): string {
  const rows: Cell[][] = [["kind", "series", "time_h", "value", "sd", "unit"]];
  for (const { name, values } of series) {
    for (const [index, time] of times.entries()) {
      const value = values[index];
      if (value !== undefined && Number.isFinite(value)) {
        rows.push(["simulated", name, time, value, undefined, unit]);
      }
    }
  }
  for (const { name, points } of observed) {
    for (const [time, value, sd] of points) rows.push(["observed", name, time, value, sd, unit]);
  }
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

type Cell = string | number | undefined;

function cell(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  // A spreadsheet must not take a text for a formula.
  const text = /^[=+\-@\t\r\n\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
