/** Finds the dot nearest to a pointer by looking at few: dots are kept in square cells. */

export interface DotGrid {
  /** @returns the index of the nearest dot within reach; −1 if there is none */
  readonly nearest: (x: number, y: number, reach: number) => number;
}

/** About the reach of a pointer, so that a search looks at nine cells. */
const cell = 12;

/** Places that are not numbers, or outside the ground by more than a cell, are never found. */
export function makeDotGrid(
  xs: Float32Array,
  ys: Float32Array,
  ground: { readonly width: number; readonly height: number },
): DotGrid {
  const columns = Math.ceil(ground.width / cell) + 2;
  const rows = Math.ceil(ground.height / cell) + 2;
  const column = (x: number) => Math.floor(x / cell) + 1;
  const cellOf = (dot: number): number => {
    const [c, r] = [column(xs[dot] ?? Number.NaN), column(ys[dot] ?? Number.NaN)];
    return c >= 0 && c < columns && r >= 0 && r < rows ? r * columns + c : -1;
  };
  const { starts, dots } = sortIntoCells(xs.length, rows * columns, cellOf);

  function nearest(x: number, y: number, reach: number): number {
    let [best, distance] = [-1, reach * reach];
    const [left, right] = [column(x - reach), column(x + reach)];
    for (let r = Math.max(column(y - reach), 0); r <= Math.min(column(y + reach), rows - 1); r++) {
      const from = starts[r * columns + Math.max(left, 0)] ?? 0;
      const until = starts[r * columns + Math.min(right, columns - 1) + 1] ?? 0;
      for (let i = from; i < until; i++) {
        const dot = dots[i] ?? 0;
        const away = ((xs[dot] ?? 0) - x) ** 2 + ((ys[dot] ?? 0) - y) ** 2;
        // Of dots on one place the last was drawn on top.
        if (away <= distance) [best, distance] = [dot, away];
      }
    }
    return best;
  }
  return { nearest };
}

/** Counting sort: the dots of cell c are `dots[starts[c]]` up to `dots[starts[c + 1]]`. */
function sortIntoCells(count: number, cells: number, cellOf: (dot: number) => number) {
  const starts = new Uint32Array(cells + 1);
  const where = Int32Array.from({ length: count }, (_, dot) => cellOf(dot));
  for (const at of where) if (at >= 0) starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  for (let at = 0; at < cells; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const dots = new Uint32Array(starts[cells] ?? 0);
  for (const [dot, at] of where.entries()) {
    if (at < 0) continue;
    const place = next[at] ?? 0;
    dots[place] = dot;
    next[at] = place + 1;
  }
  return { starts, dots };
}
