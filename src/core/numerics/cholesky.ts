/** Symmetric positive definite systems: small, dense, in 64 bit. */

/** Rows of the lower factor L of A = L Lᵀ. NaN where A is not positive definite. */
export function cholesky(matrix: readonly ArrayLike<number>[]): Float64Array[] {
  const lower: Float64Array[] = [];
  matrix.forEach((row, i) => {
    const own = new Float64Array(matrix.length);
    for (let j = 0; j <= i; j++) {
      const other = j === i ? own : (lower[j] ?? own);
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      own[j] = j === i ? Math.sqrt(rest) : rest / (other[j] ?? 1);
    }
    lower.push(own);
  });
  return lower;
}

/** x of A x = b. */
export function solveWith(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const x = solveLower(lower, b);
  for (let i = lower.length - 1; i >= 0; i--) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < lower.length; k++) rest -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (lower[i]?.[i] ?? 1);
  }
  return x;
}

/** y of L y = b. */
export function solveLower(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const y = new Float64Array(lower.length);
  lower.forEach((row, i) => {
    let rest = b[i] ?? 0;
    for (let k = 0; k < i; k++) rest -= (row[k] ?? 0) * (y[k] ?? 0);
    y[i] = rest / (row[i] ?? 1);
  });
  return y;
}

/** L z. */
export function timesLower(lower: readonly Float64Array[], z: ArrayLike<number>): Float64Array {
  return Float64Array.from(lower, (row, i) => {
    let sum = 0;
    for (let k = 0; k <= i; k++) sum += (row[k] ?? 0) * (z[k] ?? 0);
    return sum;
  });
}
