import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ObservedSet } from "./time-course";
import { valueRange, valueScale } from "./value-scale";

const curve = (...values: number[]) => ({ values: Float64Array.from(values) });
const seen = (...points: ObservedSet["points"]): ObservedSet => ({
  id: "seen",
  name: "Seen",
  marker: "circle",
  points,
});

describe("the range of a value axis", () => {
  test.each([
    ["linear, around the data", "linear", [curve(0.2, 8.4)], [], 0, 10],
    ["linear, with gaps", "linear", [curve(Number.NaN, 3)], [], 0, 3],
    ["linear, below nothing too", "linear", [curve(-0.7, 0.9)], [], -1, 1],
    ["linear, of nothing", "linear", [], [], 0, 1],
    ["linear, up to an error bar's end", "linear", [curve(2)], [seen([1, 4, 2.9])], 0, 7],
    ["logarithmic, three decades down", "log", [curve(0, 8.4)], [], 0.01, 10],
    ["logarithmic, of nothing", "log", [], [], 0.001, 1],
  ] as const)("%s", (_, kind, series, observed, min, max) => {
    const range = valueRange(kind, undefined, series, observed);
    expect(range.min).toBeCloseTo(min, 12);
    expect(range.max).toBeCloseTo(max, 12);
  });

  test.each([
    ["fixed, and rounded outwards", "log", { min: 2e-4, max: 40 }, 1e-4, 50],
    ["a lower end that a logarithm cannot have", "log", { min: 0, max: 40 }, 0.01, 50],
    [
      "linear from nothing, where the lower end is for the logarithm",
      "linear",
      { min: 1e-4, max: 40 },
      0,
      50,
    ],
    ["linear and far from nothing", "linear", { min: 58, max: 83 }, 55, 85],
  ] as const)("by limits: %s", (_, kind, limits, min, max) => {
    const range = valueRange(kind, limits, [curve(1e6)], []);
    expect(range.min).toBeCloseTo(min, 12);
    expect(range.max).toBeCloseTo(max, 12);
  });
});

describe("places on a value axis", () => {
  test("a linear axis halves at its middle", () => {
    expect(valueScale("linear", { min: 0, max: 10 }, 200).y(5)).toBeCloseTo(100, 9);
  });

  test("every decade of a logarithmic axis has the same height", () => {
    const { y } = valueScale("log", { min: 0.001, max: 10 }, 400);
    expect([10, 1, 0.1, 0.01, 0.001].map((value) => Math.round(y(value)))).toEqual([
      0, 100, 200, 300, 400,
    ]);
  });

  test("what a logarithm does not know lies below the axis, a gap nowhere", () => {
    const { y } = valueScale("log", { min: 0.001, max: 10 }, 400);
    expect(y(0)).toBeGreaterThan(400);
    expect(y(-3)).toBeGreaterThan(400);
    expect(y(Number.NaN)).toBeNaN();
  });

  test("larger values never stand lower, and nothing stands further away than a height", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.constantFrom("linear", "log"), (a, b, kind) => {
        const { y } = valueScale(kind, { min: 0.01, max: 100 }, 300);
        expect(y(Math.max(a, b))).toBeLessThanOrEqual(y(Math.min(a, b)));
        expect(y(a)).toBeGreaterThanOrEqual(-300);
        expect(y(a)).toBeLessThanOrEqual(600);
      }),
    );
  });
});
