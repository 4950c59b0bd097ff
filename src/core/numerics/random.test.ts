import { describe, expect, test } from "vitest";
import { normal, philox, uniform } from "./random";

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, "0"));

describe("random numbers by counter", () => {
  // known answers of the authors' library Random123
  test.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      ["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      ["408f276d", "41c83b0e", "a20bc7c6", "6d5451fd"],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      ["d16cfe09", "94fdcceb", "5001e420", "24126ea1"],
    ],
  ] as const)("agree with the published answers for %j", (counter, key, expected) => {
    expect(hex(philox(counter, key))).toEqual(expected);
  });

  test("are uniform and normal to within sampling error", () => {
    const n = 20_000;
    const draws = Array.from({ length: n }, (_, person) => uniform(7, person, 3));
    const normals = Array.from({ length: n }, (_, person) => normal(7, person, 3));
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / n;
    // five standard errors of each mean
    expect(Math.abs(mean(draws) - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(n));
    expect(Math.abs(mean(normals))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(mean(normals.map((z) => z * z)) - 1)).toBeLessThan(
      (5 * Math.SQRT2) / Math.sqrt(n),
    );
    expect(draws.every((u) => u > 0 && u < 1)).toBe(true);
  });

  test("differ by seed, person and draw, also beyond 32 bit", () => {
    const values = [
      uniform(1, 1, 1),
      uniform(2, 1, 1),
      uniform(1, 2, 1),
      uniform(1, 1, 2),
      uniform(1 + 2 ** 40, 1, 1),
      uniform(1, 1 + 2 ** 33, 1),
    ];
    expect(new Set(values).size).toBe(values.length);
  });
});
