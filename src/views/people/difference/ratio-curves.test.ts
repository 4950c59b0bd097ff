import { describe, expect, test } from "vitest";
import { bandOf, personRatios, ratioCurve } from "./ratio-curves";

const at = (...values: number[]) => Float64Array.from(values);

describe("the ratio of two curves", () => {
  test("is read at the lower one's times", () => {
    const lower = { times: at(0, 1, 2), values: at(1, 2, 4) };
    const upper = { times: at(0, 2), values: at(2, 8) };
    expect([...ratioCurve(upper, lower)]).toEqual([2, 2.5, 2]);
  });

  test("is none where there is next to nothing to divide by, or nothing above", () => {
    const lower = { times: at(0, 1, 2, 3), values: at(0, 10, 1e-4, 5) };
    const upper = { times: at(0, 2), values: at(1, 1) };
    const [before, one, tail, beyond] = ratioCurve(upper, lower);
    expect([before, tail, beyond]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(one).toBeCloseTo(0.1, 12);
  });
});

test("the band is of each person's own ratio, not of the two populations' percentiles", () => {
  // two people who change places: their values spread alike, their ratios do not
  const ratios = [at(2 / 1), at(1 / 2)];
  const { p5, p95 } = bandOf(ratios);
  expect(p5[0]).toBeCloseTo(0.5 + 0.05 * 1.5, 12);
  expect(p95[0]).toBeCloseTo(2 - 0.05 * 1.5, 12);
});

test("who has no value in either, or nothing to be divided by, has no ratio", () => {
  const [upper, lower] = [at(2, Number.NaN, 6, 8, 5), at(1, 2, 3, 0, Number.NaN)];
  expect([...personRatios([0, 1, 2, 3, 4, 9], upper, lower)]).toEqual([2, 2]);
});
