import { expect, test } from "vitest";
import { quantilesOf, valuesOf } from "./quantiles";

test("quantiles lie between neighbours as R's type 7 has them", () => {
  // R: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .95)) gives 1.2, 2, 4, 14.4.
  const values = Float64Array.of(8, 1, 16, 4, 2);
  const expected = [1.2, 2, 4, 14.4];
  for (const [index, quantile] of quantilesOf(values, [0.05, 0.25, 0.5, 0.95]).entries()) {
    expect(quantile).toBeCloseTo(expected[index] ?? 0, 12);
  }
  expect(Array.from(values)).toEqual([8, 1, 16, 4, 2]);
});

test("what is no number has no rank, and nobody has no median", () => {
  const values = Float64Array.of(Number.NaN, 3, Number.POSITIVE_INFINITY);
  expect(quantilesOf(values, [0.5])).toEqual([3]);
  expect(quantilesOf(new Float64Array(0), [0.5])).toEqual([Number.NaN]);
});

test("values are taken of a set, or of those who have come", () => {
  const values = [5, 6, 7];
  expect(valuesOf(values, Uint32Array.of(0, 2))).toEqual(Float64Array.of(5, 7));
  expect(valuesOf(values, 2)).toEqual(Float64Array.of(5, 6));
});
