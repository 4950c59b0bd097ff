import { expect, test } from "vitest";
import { foldErrors, median } from "./fold-errors";

test("fold errors of a handful of ratios are what one reckons by hand", () => {
  // logs: ln 2, −ln 2, 0, ln 4: their mean is ln 4 / 4, that of their sizes (2 ln 2 + ln 4) / 4
  const { count, gmfe, afe, within } = foldErrors([2, 0.5, 1, 4]);
  expect(count).toBe(4);
  expect(afe).toBeCloseTo(Math.SQRT2, 12);
  expect(gmfe).toBeCloseTo(2, 12);
  expect(within).toEqual({ "1.25": 0.25, "1.5": 0.25, "2": 0.75 });
});

test("a ratio at the limit is within it, on both sides", () => {
  expect(foldErrors([1.25, 0.8, 1.26, 0.79]).within["1.25"]).toBe(0.5);
  expect(foldErrors([1.5, 1 / 1.5, 1.51, 0.66]).within["1.5"]).toBe(0.5);
});

test("a prediction of nothing counts as a millionth, not as nothing", () => {
  expect(foldErrors([0]).gmfe).toBeCloseTo(1e6, 3);
});

test("of nothing there are no numbers", () => {
  const { count, gmfe, afe, within } = foldErrors([]);
  expect(count).toBe(0);
  for (const value of [gmfe, afe, within["2"], median([])]) expect(value).toBeNaN();
});

test("the median of an even number is between the middle two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
