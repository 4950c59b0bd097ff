import { describe, expect, test } from "vitest";
import { momentsOf, rankDifferences, type Covariate } from "./standardised-difference";

const number = (id: string, ...values: number[]): Covariate => ({
  kind: "number",
  id,
  name: id,
  unit: "kg",
  values,
});
const category = (id: string, categories: readonly string[], ...values: number[]): Covariate => ({
  kind: "category",
  id,
  name: id,
  categories,
  values,
});
const selected = Uint8Array.of(1, 1, 1, 0, 0, 0, 0);

describe("the standardised difference", () => {
  test("equals what a hand computes", () => {
    // Part 10, 12, 14: mean 12, variance 4. Rest 5, 7, 9, 11: mean 8, variance 20/3.
    // Pooled variance (2 × 4 + 3 × 20/3) / 5 = 5.6, so (12 − 8) / √5.6 = 1.690309.
    const [found] = rankDifferences([number("weight", 10, 12, 14, 5, 7, 9, 11)], selected);
    expect(found?.part).toEqual({ count: 3, mean: 12, variance: 4 });
    expect(found?.rest.variance).toBeCloseTo(20 / 3, 12);
    expect(found?.standardised).toBeCloseTo(1.690309, 6);
  });

  test("of a category is that of its share, for the category that differs most", () => {
    // Share of "poor": 2/3 of the part (variance 1/3), 1/4 of the rest (variance 1/4).
    // Pooled (2/3 + 3/4) / 5 = 0.28333, so (2/3 − 1/4) / 0.532291 = 0.782780.
    // "ultra" is nobody's in the part, 2/4 in the rest: −0.5 / √(1 / 5) = −1.118034, and so leads.
    const gene = category("gene", ["poor", "normal", "ultra"], 0, 0, 1, 0, 1, 2, 2);
    const [found] = rankDifferences([gene], selected);
    expect(found?.category).toBe("ultra");
    expect(found?.standardised).toBeCloseTo(-1.118034, 6);
    expect([found?.part.mean, found?.rest.mean]).toEqual([0, 0.5]);
    // Of two categories each says all, so it is the one that the selected have more of.
    const two = category("gene", ["poor", "normal"], 0, 0, 1, 0, 1, 1, 1);
    const [poor] = rankDifferences([two], selected);
    expect([poor?.category, poor?.standardised]).toEqual(["poor", expect.closeTo(0.78278, 5)]);
  });

  test("leaves out people without a value, and covariates without a spread to measure by", () => {
    const some = number("some", 10, 12, Number.NaN, 5, 7, Number.NaN, Number.NaN);
    expect(rankDifferences([some], selected)[0]?.part.count).toBe(2);
    const one = number("one", 10, Number.NaN, Number.NaN, 5, 7, 9, 11);
    expect(rankDifferences([one], selected)).toEqual([]);
  });

  test("is nothing where all are alike, and without end where each group is", () => {
    const [same] = rankDifferences([number("same", 1, 1, 1, 1, 1, 1, 1)], selected);
    expect(same?.standardised).toBe(0);
    const [apart] = rankDifferences([number("apart", 2, 2, 2, 1, 1, 1, 1)], selected);
    expect(apart?.standardised).toBe(Number.POSITIVE_INFINITY);
  });

  test("keeps its figures far from nothing", () => {
    const values = [1e9 + 1, 1e9 + 2, 1e9 + 3];
    const { variance } = momentsOf(
      3,
      () => true,
      (person) => values[person] ?? 0,
    );
    expect(variance).toBe(1);
  });
});

test("the ranking puts the largest difference first, whichever its direction", () => {
  const ranked = rankDifferences(
    [
      number("small", 1, 2, 3, 1, 2, 3, 2),
      number("less", 1, 2, 3, 11, 12, 13, 12),
      number("more", 5, 6, 7, 1, 2, 3, 2),
    ],
    selected,
  );
  expect(ranked.map(({ covariate }) => covariate.id)).toEqual(["less", "more", "small"]);
});
