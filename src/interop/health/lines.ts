/** The lines of a text and the cells of a line, without ever holding all of them at once. */

/** Without line ends; a byte order mark at the front is none of the text. */
export function* linesOf(text: string): Generator<string> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  // spreadsheets on a Macintosh may still end lines as they did before 2001
  const mark = text.includes("\n") ? "\n" : "\r";
  while (at < text.length) {
    const end = text.indexOf(mark, at);
    const line = end < 0 ? text.slice(at) : text.slice(at, end);
    yield line.endsWith("\r") ? line.slice(0, -1) : line;
    at = end < 0 ? text.length : end + 1;
  }
}

/** Cells as RFC 4180 has them, of one line; a quote that stays open closes at the line's end. */
export function cellsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const isQuoted = line.charAt(at) === '"';
    const end = isQuoted ? closing(line, at + 1) : at;
    const next = line.indexOf(separator, end);
    const stop = next < 0 ? line.length : next;
    const raw = isQuoted ? line.slice(at + 1, Math.min(end, stop)) : line.slice(at, stop);
    cells.push(raw.replaceAll('""', '"').trim());
    at = stop + separator.length;
  }
  return cells;
}

/** Where the quote that is open closes; two quotes are one letter. */
function closing(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line.charAt(at + 1) === '"') at = line.indexOf('"', at + 2);
  return at < 0 ? line.length : at;
}
