/**
 * Least squares by Levenberg and Marquardt: for a handful of parameters and smooth residuals.
 *
 * Derivatives are differences, so each step costs one evaluation a parameter. Knows nothing of
 * drugs; parameters are best given as logarithms.
 */

export interface FitResult {
  readonly parameters: readonly number[];
  /** Sum of squared residuals. */
  readonly cost: number;
  readonly iterations: number;
}

export interface FitOptions {
  readonly maxIterations?: number;
  /** Step of the difference quotient. */
  readonly difference?: number;
}

/** @param residuals the same number of residuals for every call */
export function fitLeastSquares(
  residuals: (parameters: readonly number[]) => readonly number[],
  start: readonly number[],
  { maxIterations = 60, difference = 1e-3 }: FitOptions = {},
): FitResult {
  let parameters = [...start];
  let current = residuals(parameters);
  let cost = sumOfSquares(current);
  let damping = 1e-2;
  let iterations = 0;
  for (; iterations < maxIterations; iterations++) {
    const slopes = parameters.map((_, j) => {
      const shifted = parameters.map((value, i) => (i === j ? value + difference : value));
      return residuals(shifted).map((value, i) => (value - (current[i] ?? 0)) / difference);
    });
    const before = cost;
    for (let attempt = 0; attempt < 12; attempt++) {
      const step = dampedStep(slopes, current, damping);
      const next = parameters.map((value, i) => value + (step[i] ?? 0));
      const tried = residuals(next);
      const triedCost = sumOfSquares(tried);
      if (triedCost < cost) {
        [parameters, current, cost] = [next, tried, triedCost];
        damping = Math.max(1e-9, damping / 5);
        break;
      }
      damping *= 4;
    }
    if (before - cost <= 1e-9 * before) break;
  }
  return { parameters, cost, iterations };
}

// ——— the parts ———

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** Solves (JᵀJ + damping · diag) step = −Jᵀr by elimination with pivoting. */
function dampedStep(
  slopes: readonly (readonly number[])[],
  residual: readonly number[],
  damping: number,
): number[] {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  const rows = slopes.map((own, i) => [
    ...slopes.map(
      (other, j) => dot(own, other) * (i === j ? 1 + damping : 1) + (i === j ? 1e-12 : 0),
    ),
    -dot(own, residual),
  ]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[pivot]?.[k] ?? 0)) pivot = i;
    }
    const [upper, chosen] = [rows[k] ?? [], rows[pivot] ?? []];
    rows[k] = chosen;
    rows[pivot] = upper;
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const factor = (row[k] ?? 0) / (chosen[k] ?? 1);
      for (let j = k; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (chosen[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
