import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  linearTicks,
  logRange,
  logTicks,
  niceTimeStep,
  roundUp,
  timeTicks,
  type Ticks,
} from "./ticks";

const labels = (ticks: Ticks) => ticks.major.map(({ label }) => label).join(" ");

describe("a time axis counts in the unit that suits its length", () => {
  test.each([
    ["an hour", 0, 1, 8, "min", "0 10 20 30 40 50 60"],
    ["a day", 0, 24, 8, "h", "0 4 8 12 16 20 24"],
    ["a day in a narrow panel", 0, 24, 5, "h", "0 6 12 18 24"],
    ["three days", 0, 72, 8, "h", "0 12 24 36 48 60 72"],
    ["two weeks", 0, 336, 15, "d", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14"],
    ["two weeks in a narrow panel", 0, 336, 5, "d", "0 7 14"],
    ["an interval in the middle", 12, 24, 5, "h", "12 15 18 21 24"],
    ["before the first dose too", -6, 12, 6, "h", "−4 0 4 8 12"],
    ["eighteen months", 0, 18 * 730, 8, "d", "0 91 182 273 364 455 546"],
  ])("%s", (_, from, until, most, unit, text) => {
    const ticks = timeTicks(from, until, most);
    expect(ticks.unit).toBe(unit);
    expect(labels(ticks)).toBe(text);
  });

  test("minor marks lie between the labelled ones", () => {
    expect(timeTicks(0, 24, 5).minor).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
  });

  test("there are never more marks than have room, and they lie in the range", () => {
    const span = fc.double({ min: 0.5, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(span, fc.integer({ min: 4, max: 20 }), (until, most) => {
        const { major } = timeTicks(0, until, most);
        if (until < 300 * 24) expect(major.length).toBeLessThanOrEqual(most);
        for (const { at } of major) expect(at >= 0 && at <= until * (1 + 1e-9)).toBe(true);
      }),
    );
  });
});

describe("a step through time", () => {
  test.each([
    [0, 1 / 3600],
    [0.2, 0.25],
    [0.25, 0.25],
    [2.8, 3],
    [25, 48],
    [1e6, 1e6],
  ])("of at least %s h is %s h", (least, step) =>
    expect(niceTimeStep(least)).toBeCloseTo(step, 12),
  );
});

describe("a logarithmic axis", () => {
  test.each([
    ["decades", 0.001, 10, 6, "0.001 0.01 0.1 1 10"],
    ["a ten-thousandth without a power", 1e-4, 100, 8, "0.0001 0.001 0.01 0.1 1 10 100"],
    ["powers where figures would be too many", 1e-7, 1e-3, 6, "10⁻⁷ 10⁻⁶ 10⁻⁵ 10⁻⁴ 10⁻³"],
    ["every second decade in a low panel", 1e-4, 100, 4, "0.0001 0.01 1 100"],
    ["between decades", 0.002, 30, 6, "0.01 0.1 1 10"],
    ["one decade", 1, 8, 6, "1 2 5"],
    ["less than a decade", 2.5, 8, 6, "2.5 8"],
  ])("%s", (_, min, max, most, text) => expect(labels(logTicks(min, max, most))).toBe(text));

  test("has minor marks at 2 to 9 times the decades", () => {
    expect(logTicks(1, 100, 6).minor).toHaveLength(19);
  });

  test.each([
    [8.2, 1e-2, 10],
    [1.2, 1e-3, 1.5],
    [0.9, 1e-3, 1],
    [100, 0.1, 100],
  ])("to the largest value %s runs from %s to %s", (largest, min, max) => {
    const range = logRange(largest);
    expect(range[0]).toBeCloseTo(min, 12);
    expect(range[1]).toBeCloseTo(max, 12);
  });

  test("without a positive value still is an axis", () => {
    expect(logRange(0)).toEqual([0.001, 1]);
    expect(logRange(Number.NaN)).toEqual([0.001, 1]);
  });

  test("always shows three to four decades below the largest value, and the value itself", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (largest) => {
        const [min, max] = logRange(largest);
        expect(largest).toBeLessThanOrEqual(max * (1 + 1e-9));
        const decades = Math.log10(max / min);
        expect(decades).toBeGreaterThan(2.999);
        expect(decades).toBeLessThanOrEqual(4.001);
      }),
    );
  });
});

describe("a linear axis", () => {
  test.each([
    ["whole numbers", 0, 10, 6, "0 2 4 6 8 10"],
    ["parts", 0, 0.35, 5, "0.0 0.1 0.2 0.3"],
    ["both sides of nothing", -1, 1, 5, "−1.0 −0.5 0.0 0.5 1.0"],
    ["large numbers", 0, 40_000, 3, "0 20 000 40 000"],
    ["one value only", 3, 3, 5, "3"],
  ])("%s", (_, min, max, most, text) => {
    expect(labels(linearTicks(min, max, most)).replaceAll("\u202f", " ")).toBe(text);
  });

  test("has at most as many labels as have room", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 12 }), (a, b, most) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(max - min > 1e-6);
        expect(linearTicks(min, max, most).major.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});

test("rounding up never goes down, nor beyond half again", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
      expect(roundUp(value)).toBeGreaterThanOrEqual(value * (1 - 1e-6));
      expect(roundUp(value)).toBeLessThanOrEqual(value * 1.7);
    }),
  );
});
