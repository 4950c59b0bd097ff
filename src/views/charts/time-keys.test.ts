import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movedByKey, pageOf, stepOf } from "./time-keys";

const day = { from: 0, until: 24 };
const fortnight = { from: 0, until: 336 };

describe("keys that move through time", () => {
  test("step by a clock's own marks", () => {
    expect(stepOf(day)).toBeCloseTo(1 / 6, 12);
    expect(pageOf(day)).toBe(2);
    expect(stepOf(fortnight)).toBe(3);
    expect(pageOf(fortnight)).toBe(48);
  });

  test.each([
    ["ArrowRight", 2.25, 2 + 1 / 3],
    ["ArrowLeft", 2.25, 2 + 1 / 6],
    ["ArrowRight", 2, 2 + 1 / 6],
    ["ArrowLeft", 2, 2 - 1 / 6],
    ["PageUp", 5, 6],
    ["PageDown", 5, 4],
    ["Home", 5, 0],
    ["End", 5, 24],
    ["ArrowRight", 24, 24],
    ["ArrowLeft", 0, 0],
  ])("%s leads from %s h to %s h", (key, from, to) => {
    expect(movedByKey(key, from, day)).toBeCloseTo(to, 9);
  });

  test("other keys lead nowhere", () => {
    expect(movedByKey("a", 5, day)).toBeUndefined();
  });

  test("there and back again ends on the same mark", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 143 }), (steps) => {
        const start = steps * stepOf(day);
        const there = movedByKey("ArrowRight", start, day) ?? Number.NaN;
        expect(there).toBeGreaterThan(start);
        expect(movedByKey("ArrowLeft", there, day)).toBeCloseTo(start, 9);
      }),
    );
  });
});
