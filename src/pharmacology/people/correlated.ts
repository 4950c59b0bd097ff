/** Normals of the liver's enzymes, correlated as their abundances are. */
import { cholesky } from "../../core/numerics/cholesky";
import { liverCorrelations, liverVariations } from "./variability";

/**
 * Replaces the normals of correlated enzymes by correlated ones; the others stay what they are.
 * In the order of the enzymes, each is a sum of its own normal and of those before it (Cholesky).
 */
export function correlateLiver(normals: Float64Array): void {
  for (let row = rows.length - 1; row >= 0; row--) {
    const parts = rows[row];
    if (!parts) continue;
    let sum = 0;
    for (const { normal, weight } of parts) sum += weight * (normals[normal] ?? 0);
    normals[parts[0]?.normal ?? 0] = sum;
  }
}

// ——— the parts ———

interface Part {
  readonly normal: number;
  readonly weight: number;
}

/** For each enzyme that is correlated with one before it: its own normal first, then theirs. */
const rows: readonly (readonly Part[])[] = makeRows();

function makeRows(): Part[][] {
  const ids = [...new Set(liverCorrelations.flatMap(([a, b]) => [a, b]))];
  const lower = cholesky(ids.map((a) => ids.map((b) => correlation(a, b))));
  return lower.map((weights, row) => {
    const parts = Array.from(weights.subarray(0, row + 1), (weight, column) => ({
      normal: liverVariations[ids[column] ?? ""]?.normal ?? 0,
      weight,
    }));
    return parts.toReversed();
  });
}

/** Of normals whose ranks correlate as given: 2 sin(π ρ / 6). */
function correlation(a: string, b: string): number {
  if (a === b) return 1;
  const pair = liverCorrelations.find(([x, y]) => (x === a && y === b) || (x === b && y === a));
  return 2 * Math.sin((Math.PI * (pair?.[2] ?? 0)) / 6);
}
