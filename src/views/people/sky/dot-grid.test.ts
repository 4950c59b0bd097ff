import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDotGrid } from "./dot-grid";

const ground = { width: 200, height: 120 };
const place = fc.record({
  x: fc.float({ min: -5, max: 205, noNaN: true }),
  y: fc.float({ min: -5, max: 125, noNaN: true }),
});

test("finds what a search of all dots finds", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 150 }), place, (dots, at) => {
      const [xs, ys] = [
        Float32Array.from(dots, ({ x }) => x),
        Float32Array.from(dots, ({ y }) => y),
      ];
      const distances = dots.map(({ x, y }) => Math.hypot(x - at.x, y - at.y));
      const least = Math.min(...distances);
      const found = makeDotGrid(xs, ys, ground).nearest(at.x, at.y, 12);
      if (least > 12) expect(found).toBe(-1);
      else expect(distances[found]).toBeCloseTo(least, 9);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test("takes the one on top where dots share a place", () => {
  const grid = makeDotGrid(Float32Array.of(50, 50), Float32Array.of(50, 50), ground);
  expect(grid.nearest(51, 50, 12)).toBe(1);
});

test("never finds a dot without a place", () => {
  const grid = makeDotGrid(Float32Array.of(Number.NaN), Float32Array.of(50), ground);
  expect(grid.nearest(0, 50, 12)).toBe(-1);
});
