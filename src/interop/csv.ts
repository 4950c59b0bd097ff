/** Comma-separated values as RFC 4180 has them, with `#` lines of comment before the header. */

export type Cell = string | number | undefined;

export function csv(
  comments: readonly string[],
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const lines = [
    ...comments.map((comment) => `# ${comment.replace(/[\r\n]+/g, " ")}`),
    header.join(","),
    ...rows.map((row) => row.map(cell).join(",")),
  ];
  return `${lines.join("\n")}\n`;
}

function cell(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  // a spreadsheet must not take a text for a formula
  const text = /^[=+\-@\t\r\n\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
