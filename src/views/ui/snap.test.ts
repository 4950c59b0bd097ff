import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastBefore, nextAfter, snap } from "./snap";

describe("a dragged value", () => {
  test.each([
    ["stays where nothing is near", 5, [0, 10], 1, 5],
    ["goes to a target within reach", 9.5, [0, 10], 1, 10],
    ["goes to the nearer of two", 4.4, [4, 5], 1, 4],
    ["goes to a target just at its reach", 9, [10], 1, 10],
    ["stays where there are no targets", 3, [], 1, 3],
  ])("%s", (_, value, targets, reach, result) => {
    expect(snap(value, targets, reach)).toBe(result);
  });

  test("lands on a target or stays, and never moves further than the reach", () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, fc.array(number), (value, targets) => {
        const result = snap(value, targets, 2);
        expect(Math.abs(result - value)).toBeLessThanOrEqual(2);
        expect(result === value || targets.includes(result)).toBe(true);
        const nearest = Math.min(...targets.map((target) => Math.abs(target - value)));
        if (nearest <= 2) expect(Math.abs(result - value)).toBe(nearest);
      }),
    );
  });
});

describe("the neighbouring targets", () => {
  test("are the next after and the last before, in whatever order they are listed", () => {
    expect(nextAfter(6, [24, 12, 0])).toBe(12);
    expect(lastBefore(13, [24, 12, 0])).toBe(12);
  });

  test("are not the one we stand on", () => {
    expect(nextAfter(12, [0, 12, 24])).toBe(24);
    expect(lastBefore(12, [0, 12, 24])).toBe(0);
  });

  test("may not exist", () => {
    expect(nextAfter(24, [0, 12, 24])).toBeUndefined();
    expect(lastBefore(0, [0, 12, 24])).toBeUndefined();
  });
});
