import { describe, expect, test } from "vitest";
import { normal } from "../../core/numerics/random";
import { binCount, binOf, lowestBin, quantilesOf } from "./bins";

const shares = [0.05, 0.25, 0.5, 0.75, 0.95];

function countsOf(values: readonly number[], lowest: number): Uint32Array {
  const counts = new Uint32Array(binCount);
  for (const value of values) {
    const bin = binOf(value, lowest);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Linear between the ordered values, as most packages define it. */
function trueQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const [a = 0, b = a] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return a + (rank - Math.floor(rank)) * (b - a);
}

describe("quantiles by counting", () => {
  test.each([0.1, 0.5, 1.5])("are within 0.5 %% of the true ones, log SD %d", (sd) => {
    const values = Array.from({ length: 10_000 }, (_, k) => Math.exp(sd * normal(3, k, 0)));
    const lowest = lowestBin(1);
    const found = quantilesOf(countsOf(values, lowest), 0, lowest, shares);
    shares.forEach((share, i) => {
      const exact = trueQuantile(values, share);
      expect(Math.abs((found[i] ?? Number.NaN) / exact - 1)).toBeLessThan(0.005);
    });
  });

  test("stand where nearly everybody has nothing", () => {
    const lowest = lowestBin(10);
    const found = quantilesOf(countsOf([0, 0, 0, 0, 5], lowest), 0, lowest, [0.5, 1]);
    expect(found[0]).toBeLessThan(1e-4);
    expect(found[1]).toBeCloseTo(5, 1);
  });

  test("are missing where nobody was counted", () => {
    expect(quantilesOf(new Uint32Array(binCount), 0, 0, [0.5])).toEqual([Number.NaN]);
  });

  test("what is below or above the bins falls into the outermost", () => {
    const lowest = lowestBin(1);
    expect(binOf(0, lowest)).toBe(0);
    expect(binOf(-1e-9, lowest)).toBe(0);
    expect(binOf(1e9, lowest)).toBe(binCount - 1);
  });
});
