import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatExact, formatNumber, formatQuantity, powerOfTen } from "./format-number";

describe("a number has three significant digits", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [1, "1.00"],
    [12.345, "12.3"],
    [123.45, "123"],
    [1234.5, "1230"],
    [12345, "12\u202f300"],
    [999_999, "1\u202f000\u202f000"],
    [1e6, "1\u202f000\u202f000"],
    [1.5e6, "1.50 × 10⁶"],
    [0.001, "0.00100"],
    [0.0009999, "0.00100"],
    [0.00099, "9.90 × 10⁻⁴"],
    [9.996, "10.0"],
    [-0.5, "−0.500"],
    [-2e-12, "−2.00 × 10⁻¹²"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "–"],
  ])("%s → %s", (value, text) => expect(formatNumber(value)).toBe(text));
});

describe("what a person typed keeps no trailing zeros", () => {
  test.each([
    [500, "500"],
    [0.25, "0.25"],
    [1.5, "1.5"],
    [1000, "1000"],
    [0.1 + 0.2, "0.3"],
    [1.2e7, "1.2 × 10⁷"],
    [1e7, "1 × 10⁷"],
  ])("%s → %s", (value, text) => expect(formatExact(value)).toBe(text));
});

test("a unit stands behind a narrow space that does not break", () => {
  expect(formatQuantity(1.234, "mg/L")).toBe("1.23\u202fmg/L");
  expect(formatQuantity(Number.NaN, "mg/L")).toBe("–");
  expect(formatQuantity(2, "")).toBe("2.00");
});

test("a power of ten is written with raised figures", () => {
  expect(powerOfTen(-12)).toBe("10⁻¹²");
  expect(powerOfTen(0)).toBe("10⁰");
});

/** The number that a text says. */
function read(text: string): number {
  const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return Number(
    text
      .replaceAll("\u202f", "")
      .replaceAll(/[−⁻]/g, "-")
      .replace(" × 10", "e")
      .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (figure) => String(raised.indexOf(figure))),
  );
}

const measurable = fc.double({ min: 1e-12, max: 1e12, noNaN: true });

test("what is read back differs by less than the last digit shown", () => {
  fc.assert(
    fc.property(measurable, fc.boolean(), fc.integer({ min: 1, max: 6 }), (size, isBelow, n) => {
      const value = isBelow ? -size : size;
      const error = Math.abs(read(formatNumber(value, n)) - value) / size;
      expect(error).toBeLessThanOrEqual(0.5000001 * 10 ** (1 - n));
    }),
  );
});

test("a larger number never reads as a smaller one", () => {
  fc.assert(
    fc.property(measurable, measurable, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(read(formatNumber(low))).toBeLessThanOrEqual(read(formatNumber(high)));
    }),
  );
});
