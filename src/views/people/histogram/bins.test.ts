import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countInBins, edgesFor } from "./bins";

const numbers = (...values: number[]) => Float64Array.from(values);

describe("edges", () => {
  test("are round and cover everybody", () => {
    const edges = edgesFor(numbers(0.4, 3.2, 7.9), "linear");
    expect(Array.from(edges)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("repeat in every decade of a logarithmic axis", () => {
    const edges = edgesFor(numbers(0.1, 1000), "log");
    expect(edges[0]).toBe(0.1);
    expect(edges.at(-1)).toBe(1000);
    expect(Array.from(edges)).toEqual(expect.arrayContaining([1, 10, 100]));
    const ratios = Array.from(edges.slice(1), (edge, i) => edge / (edges[i] ?? 1));
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0] ?? 0, 9);
  });

  test("cover a range that has to be seen", () => {
    const edges = edgesFor(numbers(4, 5), "linear", { min: 0, max: 20 });
    expect([edges[0], edges.at(-1)]).toEqual([0, 20]);
  });

  test("are two where everybody has one value, or nobody has any", () => {
    expect(Array.from(edgesFor(numbers(5, 5, 5), "linear"))).toEqual([5, 10]);
    expect(Array.from(edgesFor(numbers(), "log"))).toEqual([0.1, 1]);
  });
});

describe("counting", () => {
  test("puts a value on an edge above it, and the last edge into the last bin", () => {
    const { counts } = countInBins(numbers(0, 0.999, 1, 2, 3), numbers(0, 1, 2, 3), "linear");
    expect(Array.from(counts)).toEqual([2, 1, 2]);
  });

  test("leaves out what the axis cannot show", () => {
    const values = numbers(Number.NaN, 0, -1, Number.POSITIVE_INFINITY, 5);
    expect(countInBins(values, numbers(1, 10), "log").total).toBe(1);
  });

  test.each(["linear", "log"] as const)("agrees with comparing edges, %s", (kind) => {
    const value = fc.oneof(
      fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
      fc.integer({ min: 1, max: 40 }).map((n) => n / 10),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (list) => {
        const edges = edgesFor(numbers(...list), kind);
        const { counts, total } = countInBins(numbers(...list), edges, kind);
        expect(total).toBe(list.length);
        for (const [bin, count] of counts.entries()) {
          const isLast = bin === counts.length - 1;
          const [from, to] = [edges[bin] ?? 0, edges[bin + 1] ?? 0];
          const inside = list.filter((v) => v >= from && (isLast ? v <= to : v < to));
          expect(inside).toHaveLength(count);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});
