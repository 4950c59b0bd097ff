import { describe, expect, test } from "vitest";
import { kinksAt, peakOf } from "./peak";

const never = () => false;

describe("the peak of a curve known at points", () => {
  test("is exact for a parabola, whatever the spacing", () => {
    const times = [0, 1, 1.7, 3, 5];
    const values = times.map((t) => 4 - (t - 2.1) ** 2);
    const { max, atHours } = peakOf(times, values, never);
    expect(max).toBeCloseTo(4, 12);
    expect(atHours).toBeCloseTo(2.1, 12);
  });

  test("is the point itself at either end and at a kink", () => {
    expect(peakOf([0, 1, 2], [5, 3, 2], never)).toEqual({ max: 5, atHours: 0 });
    expect(peakOf([0, 1, 2], [1, 3, 5], never)).toEqual({ max: 5, atHours: 2 });
    expect(peakOf([0, 1, 2], [1, 5, 2], (t) => t === 1)).toEqual({ max: 5, atHours: 1 });
  });

  test("of a flat curve is its first point", () => {
    expect(peakOf([0, 1, 2], [0, 0, 0], never)).toEqual({ max: 0, atHours: 0 });
  });
});

test("a rounding beside an event is the event", () => {
  const isKink = kinksAt([0, 1]);
  const begins = 1 - Number.EPSILON;
  expect(isKink(begins)).toBe(true);
  expect(isKink(1.001)).toBe(false);
  // an infusion ends: the parabola through its neighbours would overshoot
  const { max } = peakOf([0.5, begins, 1.1], [20, 40, 38], isKink);
  expect(max).toBe(40);
});
