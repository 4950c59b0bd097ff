/** Comma-separated values as RFC 4180 has them, with `#` lines of comment before the header. */

export type Cell = string | number | undefined;
export type Row = readonly Cell[];

export function csv(
  comments: readonly string[],
  header: readonly string[],
  rows: readonly Row[],
): string {
  return [...csvTexts(comments, header, [rows])].join("");
}

/** Part after part, whole lines each, so that a long table is never one text. */
export function* csvTexts(
  comments: readonly string[],
  header: readonly string[],
  parts: Iterable<readonly Row[]>,
): Generator<string> {
  yield lines([...comments.map((text) => `# ${text.replace(/[\r\n]+/g, " ")}`), header.join(",")]);
  for (const rows of parts) yield lines(rows.map((row) => row.map(cell).join(",")));
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

function cell(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  // a spreadsheet must not take a text for a formula
  const text = /^[=+\-@\t\r\n\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
