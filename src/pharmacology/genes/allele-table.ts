/**
 * Allele tables as they are written in `tables`: text in columns, as in print, so that a row can be
 * laid beside the publication's.
 *
 * The columns are `allele`, `function`, perhaps `score` (CPIC's activity value), then groups.
 * A dash says that the source has no number. In a table whose source gives the reference allele no
 * frequency it gets what the others leave of 1.
 */
import { alleleFunctions, type Allele, type AlleleTable } from "./gene";
import { groups, type GroupCode } from "./groups";

/** @throws RangeError on a row that does not fit the head of its table */
export function alleleTable(text: string): AlleleTable {
  const [head, ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  if (!head) throw new RangeError("an allele table without a head");
  return rows.map((cells) => readRow(head, cells));
}

/** As `alleleTable`, the reference allele being what is left of 1 in every group that has a number. */
export function alleleTableByDifference(reference: string, text: string): AlleleTable {
  const table = alleleTable(text);
  const frequency: Partial<Record<GroupCode, number>> = {};
  for (const group of groupCodes) {
    const known = table.flatMap((allele) => allele.frequency[group] ?? []);
    if (known.length > 0) frequency[group] = 1 - known.reduce((sum, share) => sum + share, 0);
  }
  return table.map((allele) => (allele.name === reference ? { ...allele, frequency } : allele));
}

export const groupCodes = Object.keys(groups).filter(isGroup);

// ——— one row ———

function readRow(head: readonly string[], cells: readonly string[]): Allele {
  const row = new Map(head.map((column, index) => [column, cells[index]]));
  const name = row.get("allele");
  const does = alleleFunctions.find((known) => known === row.get("function"));
  if (!name || !does || cells.length !== head.length) {
    throw new RangeError(`a row of an allele table does not fit: ${cells.join(" ")}`);
  }
  const frequency = head.filter(isGroup).flatMap((group) => {
    const share = readNumber(row.get(group));
    return share === null ? [] : [[group, share] as const];
  });
  return {
    name,
    function: does,
    score: readNumber(row.get("score")),
    frequency: Object.fromEntries(frequency),
  };
}

function readNumber(cell: string | undefined): number | null {
  if (cell === undefined || cell === "-") return null;
  const value = Number(cell);
  if (!Number.isFinite(value)) throw new RangeError(`no number in an allele table: ${cell}`);
  return value;
}

function isGroup(text: string): text is GroupCode {
  return text in groups;
}
