/** Eigenvectors of a small symmetric matrix, by Jacobi's rotations. */

export interface Eigen {
  /** Largest first. */
  readonly values: Float64Array;
  /** Of each value, of length 1. */
  readonly vectors: readonly Float64Array[];
}

const mostSweeps = 60;

export function eigenOf(matrix: readonly ArrayLike<number>[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = a.map((_, i) => Float64Array.from({ length: n }, (_row, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > 0; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
    }
  }
  const order = a.map((_, i) => i).toSorted((i, j) => at(a, j, j) - at(a, i, i));
  return {
    values: Float64Array.from(order, (i) => at(a, i, i)),
    vectors: order.map((i) => vectors[i] ?? new Float64Array(n)),
  };
}

// ——— the parts ———

const at = (a: readonly Float64Array[], i: number, j: number) => a[i]?.[j] ?? Number.NaN;

/** What is left beside the diagonal, as far as it can be told from rounding. */
function offDiagonal(a: readonly Float64Array[]): number {
  let [off, on] = [0, 0];
  a.forEach((row, i) => {
    row.forEach((value, j) => {
      if (i === j) on += value * value;
      else off += value * value;
    });
  });
  return off > 1e-28 * on ? off : 0;
}

/** Makes a[p][q] zero; `vectors` holds one eigenvector a row. */
function rotate(a: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const apq = at(a, p, q);
  if (apq === 0) return;
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) turnColumns(row, p, q, c, s);
  turnRows(a, p, q, c, s);
  turnRows(vectors, p, q, c, s);
}

function turnColumns(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}

function turnRows(a: readonly Float64Array[], p: number, q: number, c: number, s: number): void {
  const [first, second] = [a[p], a[q]];
  if (!first || !second) return;
  for (let k = 0; k < first.length; k++) {
    const [x, y] = [first[k] ?? 0, second[k] ?? 0];
    first[k] = c * x - s * y;
    second[k] = s * x + c * y;
  }
}
