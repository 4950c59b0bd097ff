import { expect, test } from "vitest";
import { guestLimits, withinGuest } from "./guest-limits";

test.each([
  // R = 1: nothing may be off; R = 2: (1 + 2) / 2 fold; R = 10: 19 / 10 fold
  [1, 1, 1],
  [2, 2 / 1.5, 3],
  [10, 10 / 1.9, 19],
  // induction is the same seen from the other side
  [0.5, 0.5 / 1.5, 0.75],
])("of a ratio of %d are %d and %d", (observed, low, high) => {
  const limits = guestLimits(observed);
  expect(limits[0]).toBeCloseTo(low, 12);
  expect(limits[1]).toBeCloseTo(high, 12);
});

test("a prediction is held against them on both sides", () => {
  expect(withinGuest(2.9, 2)).toBe(true);
  expect(withinGuest(3.1, 2)).toBe(false);
  expect(withinGuest(1.3, 2)).toBe(false);
  expect(withinGuest(0.34, 0.5)).toBe(true);
  expect(withinGuest(0.8, 0.5)).toBe(false);
});
