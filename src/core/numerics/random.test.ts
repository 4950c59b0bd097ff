import { describe, expect, test } from "vitest";
import { fillNormals, fillUniforms, normal, philox, uniform } from "./random";

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

  test("keep their values", () => {
    // so that the people of a seed stay who they are
    expect(uniform(7, 12, 3)).toBe(0.07839844716063121);
    expect(normal(7, 12, 3)).toBe(1.2354464804924983);
  });

  test("come in pairs that are normal and independent", () => {
    const n = 20_000;
    const pair = new Float64Array(8);
    let [sum, squares, product] = [0, 0, 0];
    for (let person = 0; person < n; person++) {
      fillNormals(7, person, 0, { from: 3, until: 4 }, pair);
      const [first = 0, second = 0] = pair.subarray(6);
      expect(first).toBe(normal(7, person, 3));
      sum += second;
      squares += second * second;
      product += first * second;
    }
    // five standard errors of each mean
    expect(Math.abs(sum / n)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan((5 * Math.SQRT2) / Math.sqrt(n));
    expect(Math.abs(product / n)).toBeLessThan(5 / Math.sqrt(n));
  });

  test("are uniform in pairs", () => {
    const n = 20_000;
    const pair = new Float64Array(8);
    let [sum, product] = [0, 0];
    for (let person = 0; person < n; person++) {
      fillUniforms(7, person, 2, { from: 3, until: 4 }, pair);
      const [first = 0, second = 0] = pair.subarray(6);
      expect(first).toBe(uniform(7, person, 3, 2));
      expect(second > 0 && second < 1).toBe(true);
      sum += second - 0.5;
      product += (first - 0.5) * (second - 0.5);
    }
    // five standard errors of each mean
    expect(Math.abs(sum / n)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(n));
    expect(Math.abs(product / n)).toBeLessThan(5 / 12 / Math.sqrt(n));
  });

  test("are others at every attempt, and the first attempt is the default", () => {
    const values = [0, 1, 2].flatMap((attempt) => [
      uniform(1, 1, 1, attempt),
      normal(1, 1, 1, attempt),
    ]);
    expect(new Set(values).size).toBe(values.length);
    expect(values.slice(0, 2)).toEqual([uniform(1, 1, 1), normal(1, 1, 1)]);
  });
});
