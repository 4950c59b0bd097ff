import { describe, expect, test } from "vitest";
import { dotsInside, isDrawn, withCorner, type Shape } from "./lasso";

const inside = (shape: Shape, ...dots: (readonly [number, number])[]) =>
  Array.from(
    dotsInside(
      shape,
      Float32Array.from(dots, ([x]) => x),
      Float32Array.from(dots, ([, y]) => y),
    ),
  );

describe("a lasso", () => {
  const bay: Shape = [
    [0, 0],
    [100, 0],
    [100, 100],
    [50, 20],
    [0, 100],
  ];

  test("encloses what lies in it, and not what lies in a bay", () => {
    expect(inside(bay, [10, 50], [50, 50], [90, 50], [50, 10], [120, 50])).toEqual([0, 2, 3]);
  });

  test("does not count twice where its line crosses itself", () => {
    const star: Shape = [0, 2, 4, 1, 3].map((k) => {
      const angle = (k * 2 * Math.PI) / 5;
      return [100 * Math.sin(angle), -100 * Math.cos(angle)];
    });
    expect(inside(star, [0, 0], [0, -80])).toEqual([1]);
  });

  test("holds for rays through corners and along edges", () => {
    const diamond: Shape = [
      [50, 0],
      [100, 50],
      [50, 100],
      [0, 50],
    ];
    expect(inside(diamond, [50, 50], [-10, 50], [10, 50], [110, 50])).toEqual([0, 2]);
  });

  test("encloses no dot without a place", () => {
    expect(inside(bay, [Number.NaN, 10], [50, Number.NaN])).toEqual([]);
  });

  test("finds a tenth of ten thousand dots in a tenth of the ground", () => {
    const count = 10_000;
    const xs = Float32Array.from({ length: count }, (_, i) => (i * 0.618034) % 1);
    const ys = Float32Array.from({ length: count }, (_, i) => i / count);
    const radius = Math.sqrt(0.1 / Math.PI);
    const circle: Shape = Array.from({ length: 300 }, (_, i) => {
      const angle = (i / 300) * 2 * Math.PI;
      return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
    });
    // The dots are a lattice, so only those at the rim may differ from the area: 300 of them lie
    // within half a lattice step of it.
    expect(Math.abs(dotsInside(circle, xs, ys).length - 1000)).toBeLessThan(20);
  });

  test("leaves out corners that no hand meant", () => {
    const shape = withCorner(withCorner(withCorner([], 0, 0), 1, 1), 10, 0);
    expect(shape).toEqual([
      [0, 0],
      [10, 0],
    ]);
    expect(isDrawn(shape)).toBe(false);
    expect(isDrawn(withCorner(shape, 0, 10))).toBe(true);
  });
});
