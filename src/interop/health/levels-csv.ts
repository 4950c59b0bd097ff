/**
 * A pasted table of levels: time, drug, value, unit, in any order, with or without a heading;
 * separated by commas, semicolons or tabs. A value may begin with "<". What is not in a row is asked.
 */
import type { Outcome } from "../../core/model/model";
import { gather } from "./gather";
import { inWords } from "./json-tree";
import { drugInText } from "./known-drugs";
import { limits, refuse } from "./limits";
import { cellsOf, linesOf } from "./lines";
import { inUnit } from "./quantity";
import type { Draft, Reading, Remark, Understood, When } from "./understood";
import { readWhen } from "./when";

export function readLevelsTable(text: string, reading: Reading): Outcome<Understood> {
  const table = readRows(text, reading);
  if (!table.ok) return table;
  const columns = columnsOf(table.value, reading);
  if (!columns) {
    return refuse(
      "no-columns",
      reading.source,
      "has no columns for a level: name them time, drug, value and unit",
    );
  }
  const rows = columns.hasHeading ? table.value.slice(1) : table.value;
  const found = rows.map((row) => readRow(row, columns, reading));
  const drafts = found.flatMap(({ draft }) => draft ?? []);
  const ignored = found.flatMap((one) => one.ignored ?? []);
  return { ok: true, value: gather({ drafts, ignored }, reading) };
}

// ——— the table ———

type Row = readonly string[];

function readRows(text: string, { source }: Reading): Outcome<readonly Row[]> {
  const rows: Row[] = [];
  let separator: string | undefined;
  for (const line of linesOf(text)) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (line.includes("\0")) return refuse("not-text", source, "is no text");
    if (line.length > limits.textLetters)
      return refuse("long-text", source, "has a line above 1 MiB");
    separator ??= separatorOf(line);
    const cells = cellsOf(line, separator);
    if (cells.length > limits.columns) {
      return refuse("too-many-columns", source, `has more than ${limits.columns} columns`);
    }
    if (rows.push(cells) > limits.rows) {
      return refuse("too-many-rows", source, `has more than ${limits.rows} rows`);
    }
  }
  return rows.length === 0 ? refuse("empty-file", source, "is empty") : { ok: true, value: rows };
}

/** A comma may be the decimal mark where cells are parted otherwise. */
function separatorOf(line: string): string {
  return ["\t", ";", ","].find((one) => line.includes(one)) ?? ",";
}

interface Columns {
  readonly time: number;
  readonly drug: number;
  readonly value: number;
  /** -1 where there is none. */
  readonly unit: number;
  readonly hasHeading: boolean;
  /** "mg/L" of a heading "Level (mg/L)". */
  readonly headingUnit: string | undefined;
}

const headings = {
  time: /^(?:time|date|when|at|datetime|date ?\/? ?time|sampled|drawn|collected)\b/i,
  drug: /^(?:drug|substance|analyte|test|name|medication|compound)\b/i,
  value: /^(?:value|level|result|concentration|conc)\b/i,
  unit: /^units?\b/i,
} as const;

function columnsOf(rows: readonly Row[], reading: Reading): Columns | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const named = (shape: RegExp) => first.findIndex((cell) => shape.test(cell));
  const [time, drug, value] = [named(headings.time), named(headings.drug), named(headings.value)];
  if (time >= 0 && drug >= 0 && value >= 0) {
    const headingUnit = /[([]([^()[\]]{1,30})[)\]]/.exec(first[value] ?? "")?.[1];
    return { time, drug, value, unit: named(headings.unit), hasHeading: true, headingUnit };
  }
  return byContent(first, reading);
}

/** Without a heading, by what the first row holds. */
function byContent(row: Row, { drugs }: Reading): Columns | undefined {
  const time = row.findIndex((cell) => readWhen(cell) !== undefined);
  const drug = row.findIndex((cell) => drugInText(cell, drugs).found === "one");
  const value = row.findIndex((cell, index) => index !== time && readLevel(cell) !== undefined);
  const unit = row.findIndex((cell) => inUnit(1, cell, "mg/L", 1) !== undefined);
  if (time < 0 || drug < 0 || value < 0) return undefined;
  return { time, drug, value, unit, hasHeading: false, headingUnit: undefined };
}

// ——— rows ———

function readRow(
  row: Row,
  columns: Columns,
  reading: Reading,
): { readonly draft?: Draft; readonly ignored?: Remark } {
  const cell = (index: number) => inWords(row[index] ?? "", 60);
  const [called, written, time] = [cell(columns.drug), cell(columns.value), cell(columns.time)];
  const left = (why: string) => ({ ignored: { what: called || "A row", why, count: 1 } });
  const level = readLevel(written);
  if (called === "") return left("names no drug");
  if (!level) return left("has no number");
  const when: When | undefined = time === "" ? { known: "nothing" } : readWhen(time);
  if (!when) return left("has a time that is not written as 2026-11-20 07:30");
  const unit = cell(columns.unit) || columns.headingUnit;
  const named = drugInText(called, reading.drugs);
  const label = `${called}, ${written} ${unit ?? ""}`.trim();
  return {
    draft: {
      kind: "level",
      label,
      called,
      source: reading.source,
      when,
      value: level.value,
      ...(level.isBelow && { isBelow: true }),
      ...(unit !== undefined && { unit }),
      ...(named.found === "one" && { drug: named.drug.id }),
      // whoever pastes a table of levels says that they are that
      inPlasma: true,
    },
  };
}

/** "12.3", "12,3", "< 0.5". */
function readLevel(
  text: string,
): { readonly value: number; readonly isBelow: boolean } | undefined {
  const found = /^(<)?=?\s*(\d{1,20}(?:[.,]\d{1,20})?(?:e[+-]?\d{1,3})?)$/i.exec(text);
  const value = Number((found?.[2] ?? "").replace(",", ".") || Number.NaN);
  return Number.isFinite(value) ? { value, isBelow: found?.[1] !== undefined } : undefined;
}
