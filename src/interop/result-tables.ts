/**
 * Results as tables, the same from the page and from the command line: what made the numbers, then
 * one row per value. People are numbered from 1.
 */
import type { Row } from "./csv";
import { inParts, type Table, type TableColumn } from "./table";

export interface PersonResult {
  readonly version: string;
  readonly title: string | undefined;
  readonly modelHash: string;
  readonly backend: string;
  /** Name of the GPU's adapter; absent where the CPU computed. */
  readonly adapter?: string | undefined;
  readonly massError: number;
  readonly status: string;
  readonly times: Float64Array;
  readonly curves: readonly PersonCurve[];
}

interface PersonCurve {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
  readonly metrics: readonly {
    readonly metric: string;
    readonly value: number | undefined;
    readonly unit: string;
  }[];
}

export function curvesTable(of: PersonResult): Table {
  const rows = of.curves.flatMap(({ name, unit, values }) =>
    Array.from(of.times, (time, i): Row => [1, time, name, values[i], unit]),
  );
  return { ...personFrame(of), columns: [person, time, output, value, unit], parts: [rows] };
}

export function metricsTable(of: PersonResult): Table {
  const rows = of.curves.flatMap(({ name, metrics }) =>
    metrics.map((one): Row => [1, name, one.metric, one.value, one.unit, of.status]),
  );
  return { ...personFrame(of), columns: metricColumns, parts: [rows] };
}

/** What made a table of many people. */
export interface PeopleOrigin {
  readonly version: string;
  readonly title: string | undefined;
  /** Of the typical person's model. */
  readonly modelHash: string;
  readonly seed: number;
  /** All that computed, one after the other; a GPU as "GPU · adapter · f32". */
  readonly backend: string;
  readonly count: number;
  readonly solved: number;
  readonly flagged: number;
  readonly failed: number;
  /** Reasons for those without a result, people from 0. */
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

export function ribbonsTable(from: PeopleOrigin, curves: readonly PeopleCurve[]): Table {
  const rows = curves.flatMap((curve) =>
    Array.from(curve.times).flatMap((at, i) =>
      curve.statistics.map(({ name, values }): Row => [
        at,
        curve.output,
        name,
        values[i],
        curve.unit,
      ]),
    ),
  );
  const statistic = { name: "statistic", holds: "text" } as const;
  return { ...peopleFrame(from), columns: [time, output, statistic, value, unit], parts: [rows] };
}

/** Some people and a number of each per column, NaN where there is none: 4 bytes, not a row. */
export interface PeopleMetrics {
  /** From 0, one for each value of a column. */
  readonly people: ArrayLike<number>;
  readonly columns: readonly {
    readonly output: string;
    readonly metric: string;
    readonly unit: string;
    readonly values: Float32Array;
  }[];
}

/** Person after person of each block; what a span does not determine is left out. */
export function peopleMetricsTable(from: PeopleOrigin, blocks: readonly PeopleMetrics[]): Table {
  return { ...peopleFrame(from), columns: metricColumns, parts: inParts(metricRows(from, blocks)) };
}

// ——— the parts ———

const person: TableColumn = { name: "person", holds: "whole number" };
const time: TableColumn = { name: "time_h", holds: "number" };
const output: TableColumn = { name: "output", holds: "text" };
const value: TableColumn = { name: "value", holds: "number" };
const unit: TableColumn = { name: "unit", holds: "text" };
const metric: TableColumn = { name: "metric", holds: "text" };
const status: TableColumn = { name: "status", holds: "text" };
const metricColumns = [person, output, metric, value, unit, status];

function* metricRows({ missing }: PeopleOrigin, blocks: readonly PeopleMetrics[]): Generator<Row> {
  for (const { person: k, why } of missing) {
    yield [k + 1, "", "", undefined, "", `failed: ${why}`];
  }
  for (const { people, columns } of blocks) {
    for (let place = 0; place < people.length; place++) {
      const number = (people[place] ?? Number.NaN) + 1;
      for (const column of columns) {
        const held = column.values[place] ?? Number.NaN;
        if (Number.isNaN(held)) continue;
        yield [number, column.output, column.metric, held, column.unit, "ok"];
      }
    }
  }
}

type Frame = Pick<Table, "version" | "origin">;

function personFrame(of: PersonResult): Frame {
  const { version, title, modelHash, backend, adapter, massError } = of;
  return {
    version,
    origin: [
      ...study(title, modelHash),
      ["seed", "none, one person"],
      ["backend", backend],
      ["adapter", adapter ?? noAdapter],
      ["largest mass error", massError.toExponential(1)],
    ],
  };
}

function peopleFrame(from: PeopleOrigin): Frame {
  const { version, title, modelHash, seed, backend, count, solved, flagged, failed } = from;
  const people = `${count}, ${solved} with a result, ${flagged} solved again alone, ${failed} failed`;
  return {
    version,
    origin: [
      ...study(title, modelHash),
      ["seed", String(seed)],
      ["backend", backend],
      ["adapter", adaptersIn(backend) ?? noAdapter],
      ["people", people],
      ...from.remarks.map((remark) => ["remark", remark] as const),
    ],
  };
}

const noAdapter = "none, on the CPU";

function adaptersIn(backend: string): string | undefined {
  const names = Array.from(backend.matchAll(/GPU · (.+?) · f32/g), ([, name]) => name);
  return names.length > 0 ? [...new Set(names)].join(", then ") : undefined;
}

function study(title: string | undefined, modelHash: string) {
  return [
    ["study", title ?? "untitled"],
    ["model", modelHash],
  ] as const;
}
