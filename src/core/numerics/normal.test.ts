import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile, quantileBetween } from "./normal";

describe("the normal distribution", () => {
  // Abramowitz and Stegun, tables 26.1 and 26.2
  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [3, 0.9986501019683699],
    [-6, 9.865876450376946e-10],
  ])("has below %d the share %d", (z, share) => {
    expect(normalCdf(z) / share).toBeCloseTo(1, 6);
    expect(normalQuantile(share)).toBeCloseTo(z, 9);
  });

  test("quantile and cumulative share undo each other", () => {
    for (let z = -6; z <= 6; z += 0.37) {
      // where z is far above, its share is 1 but for a few last digits
      expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, z > 4 ? 1 : 5);
    }
  });

  test("a part of it stays between its bounds and divides it as the whole does", () => {
    for (const [from, to] of [
      [-1, 0.5],
      [2, 3],
      [-6, -5],
      [5, 6],
    ] as const) {
      let last: number = from;
      for (const p of [0.01, 0.3, 0.5, 0.9, 0.999]) {
        const z = quantileBetween(from, to, p);
        expect(z).toBeGreaterThanOrEqual(last);
        expect(z).toBeLessThanOrEqual(to);
        const mass = (a: number, b: number) =>
          a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
        expect(mass(from, z) / mass(from, to)).toBeCloseTo(p, 5);
        last = z;
      }
    }
  });
});
