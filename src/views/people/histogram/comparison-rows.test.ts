import { expect, test } from "vitest";
import { comparedRows, type ComparedGroup } from "./comparison-rows";

const group = (id: string, values: readonly number[], own?: readonly number[]): ComparedGroup => ({
  id,
  name: id,
  style: { colour: "red", dash: undefined },
  values: Float64Array.from(values),
  isPerson: values.length === 1,
  ownRatios: own && Float64Array.from(own),
});

test("medians are divided by the first one's", () => {
  const [first, second] = comparedRows([group("a", [1, 2, 3]), group("b", [3, 5, 9])]);
  expect([first?.ratio, second?.ratio]).toEqual([undefined, 2.5]);
  expect(second?.summary).toMatchObject({ count: 3, median: 5 });
});

test("the ratio of medians is not the median of people's own ratios", () => {
  const [, second] = comparedRows([
    group("a", [1, 2, 30]),
    group("b", [10, 2, 3], [10 / 1, 2 / 2, 3 / 30]),
  ]);
  expect(second?.ratio).toBe(1.5);
  expect(second?.paired?.median).toBe(1);
});

test("without a value to divide by, or people to pair, there is none", () => {
  const [, second] = comparedRows([group("a", [0, 0]), group("b", [Number.NaN, 4], [])]);
  expect(second?.ratio).toBeNaN();
  expect(second?.paired).toBeUndefined();
  expect(second?.summary.count).toBe(1);
});
