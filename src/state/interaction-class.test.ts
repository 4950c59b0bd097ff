import { expect, test } from "vitest";
import { classOf } from "./interaction-class";

test.each([
  [10, "raised", "strong"],
  [5, "raised", "strong"],
  [4.99, "raised", "moderate"],
  [2, "raised", "moderate"],
  [1.25, "raised", "weak"],
  [1.24, "unchanged", "none"],
  [1, "unchanged", "none"],
  [0.81, "unchanged", "none"],
  [0.8, "lowered", "weak"],
  [0.5, "lowered", "moderate"],
  [0.2, "lowered", "strong"],
  [0.04, "lowered", "strong"],
  [Number.NaN, "unchanged", "none"],
])("a ratio of %d is %s, %s", (ratio, direction, strength) => {
  expect(classOf(ratio)).toEqual({ direction, strength });
});
