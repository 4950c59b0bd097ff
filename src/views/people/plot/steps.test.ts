import { expect, test } from "vitest";
import { steppedByKey } from "./steps";

const stride = { min: 0, max: 24, step: 0.25, page: 2 };

test.each([
  ["ArrowRight", 5.1, 5.25],
  ["ArrowUp", 5.25, 5.5],
  ["ArrowLeft", 5.1, 5],
  ["ArrowDown", 5.25, 5],
  ["PageUp", 5.1, 6],
  ["PageDown", 6, 4],
  ["Home", 6, 0],
  ["End", 6, 24],
  ["ArrowRight", 24, 24],
  ["PageDown", 1, 0],
])("%s leads from %d to %d", (key, from, to) => {
  expect(steppedByKey(key, from, stride)).toBeCloseTo(to, 9);
});

test("other keys lead nowhere", () => {
  expect(steppedByKey("a", 3, stride)).toBeUndefined();
});
