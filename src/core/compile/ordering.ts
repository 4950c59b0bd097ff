/**
 * The order in which a sparse matrix is eliminated, and the entries that elimination fills in.
 *
 * Markowitz's rule on the diagonal: at each step the pivot that can create the least fill,
 * ties by the shorter row, then by index, so the result is the same everywhere. Organs meet only
 * in the blood, so a whole-body model fills in only a handful of entries.
 */

export interface Elimination {
  /** Pivots in the order they are eliminated. */
  readonly order: readonly number[];
  /** For each row and column, the indices of non-zero entries after fill-in, diagonal included. */
  readonly rows: readonly ReadonlySet<number>[];
  readonly columns: readonly ReadonlySet<number>[];
  readonly fill: number;
}

/** @param pattern for each row the columns with an entry; the diagonal is always taken */
export function eliminationOrder(pattern: readonly Iterable<number>[]): Elimination {
  const rows = pattern.map((row, index) => new Set(row).add(index));
  const columns = pattern.map(() => new Set<number>());
  rows.forEach((row, i) => row.forEach((j) => columns[j]?.add(i)));
  const left = new Set(rows.keys());
  const order: number[] = [];
  let fill = 0;
  while (left.size > 0) {
    const pivot = cheapestPivot(left, rows, columns);
    left.delete(pivot);
    order.push(pivot);
    for (const i of among(columns[pivot], left)) {
      for (const j of among(rows[pivot], left)) {
        if (rows[i]?.has(j)) continue;
        rows[i]?.add(j);
        columns[j]?.add(i);
        fill++;
      }
    }
  }
  return { order, rows, columns, fill };
}

function cheapestPivot(
  left: ReadonlySet<number>,
  rows: readonly ReadonlySet<number>[],
  columns: readonly ReadonlySet<number>[],
): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  let bestWidth = Number.POSITIVE_INFINITY;
  for (const candidate of left) {
    const width = among(rows[candidate], left).length;
    const cost = (among(columns[candidate], left).length - 1) * (width - 1);
    if (cost < bestCost || (cost === bestCost && width < bestWidth)) {
      best = candidate;
      bestCost = cost;
      bestWidth = width;
    }
  }
  return best;
}

function among(indices: ReadonlySet<number> | undefined, left: ReadonlySet<number>): number[] {
  return [...(indices ?? [])].filter((index) => left.has(index));
}
