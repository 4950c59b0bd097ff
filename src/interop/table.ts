/**
 * A table on its way out: what made it, its columns, its rows part after part. `tableTexts` writes
 * it as CSV; `parquet.ts` writes the same table as Parquet.
 */
import { csvTexts, type Row } from "./csv";

export interface Table {
  /** Of Perfuse. */
  readonly version: string;
  /** What a reader needs to repeat the numbers, in this order. */
  readonly origin: readonly (readonly [what: string, value: string])[];
  readonly columns: readonly TableColumn[];
  /** Made while they are read, so read once; ten million people are more than one text can hold. */
  readonly parts: Iterable<readonly Row[]>;
}

export interface TableColumn {
  readonly name: string;
  readonly holds: "text" | "number" | "whole number";
}

export const notice = "simulation, not advice";

export function tableTexts({ version, origin, columns, parts }: Table): Iterable<string> {
  const comments = [
    `Perfuse ${version}, ${notice}`,
    ...origin.map(([what, value]) => `${what}: ${value}`),
  ];
  const header = columns.map(({ name }) => name);
  return csvTexts(comments, header, parts);
}

/** Rows that are written at once where there are many. */
export const rowsPerPart = 32_768;

/** Rows gathered into parts of a size that is worth writing. */
export function* inParts(rows: Iterable<Row>): Generator<readonly Row[]> {
  let part: Row[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < rowsPerPart) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
