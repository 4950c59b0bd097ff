import { describe, expect, test } from "vitest";
import { arcLengths, evenPath, pathLength, pointAlong, smoothPath, type Path } from "./curve";
import { modulation } from "./modulation";
import { mergeMeshes, sweep, sweptVertexCount, withMirrorImage, type Mesh } from "./sweep";
import { at } from "./vectors";

const straight: Path = [
  [0, 0, 0, 1.5],
  [0, 5, 0, 1.5],
  [0, 10, 0, 1.5],
];
const bent: Path = [
  [0, 0, 0, 1],
  [4, 2, 1, 1.4],
  [6, 6, -1, 0.8],
  [3, 9, 2, 0.5],
];

function volume({ positions: p, indices }: Mesh): number {
  let sum = 0;
  for (let corner = 0; corner < indices.length; corner += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => at(indices, corner + k) * 3) as [number, number, number];
    sum +=
      at(p, a) * (at(p, b + 1) * at(p, c + 2) - at(p, b + 2) * at(p, c + 1)) -
      at(p, a + 1) * (at(p, b) * at(p, c + 2) - at(p, b + 2) * at(p, c)) +
      at(p, a + 2) * (at(p, b) * at(p, c + 1) - at(p, b + 1) * at(p, c));
  }
  return sum / 6;
}

function everyEdgeIsSharedByTwo({ indices }: Mesh): boolean {
  const uses = new Map<string, number>();
  for (let corner = 0; corner < indices.length; corner += 3)
    for (let side = 0; side < 3; side++) {
      const [a, b] = [at(indices, corner + side), at(indices, corner + ((side + 1) % 3))];
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  return [...uses.values()].every((count) => count === 2);
}

describe("a swept tube", () => {
  test.each([5, 8, 28])("with %i sides is closed and has the volume of its axis", (sides) => {
    const mesh = sweep(straight, sides);
    const cylinder = Math.PI * 1.5 ** 2 * 10;
    const halfBalls = (4 / 3) * Math.PI * 1.5 ** 3;
    expect(everyEdgeIsSharedByTwo(mesh)).toBe(true);
    // Three rings stand for each half ball.
    expect(volume(mesh) / (cylinder + halfBalls)).toBeGreaterThan(0.96);
    expect(volume(mesh) / (cylinder + halfBalls)).toBeLessThan(1.01);
    expect(mesh.positions.length / 3).toBe(sweptVertexCount(3, sides));
  });

  test("stays closed when bent and modulated", () => {
    const curve = smoothPath(bent, 8);
    const mesh = sweep(curve, 12, modulation("haustra", pathLength(curve)));
    expect(everyEdgeIsSharedByTwo(mesh)).toBe(true);
    expect(volume(mesh)).toBeGreaterThan(0);
    expect(mesh.positions.every(Number.isFinite)).toBe(true);
    expect(mesh.normals.every(Number.isFinite)).toBe(true);
  });

  test("has twice its volume with its mirror image, and as much when merged", () => {
    const mesh = sweep(smoothPath(bent, 6), 9);
    expect(volume(withMirrorImage(mesh))).toBeCloseTo(2 * volume(mesh), 4);
    expect(volume(mergeMeshes([mesh, mesh]))).toBeCloseTo(2 * volume(mesh), 4);
  });
});

describe("an axis", () => {
  test("goes through its knots", () => {
    const curve = smoothPath(bent, 5);
    for (const [i, knot] of bent.entries()) expect(curve[i * 5]).toEqual(knot);
  });

  test("is evened out to the spacing asked for", () => {
    const even = evenPath(smoothPath(bent, 20), 0.5);
    const lengths = arcLengths(even);
    for (let i = 1; i < even.length - 1; i++)
      expect(at(lengths, i) - at(lengths, i - 1)).toBeCloseTo(0.5, 1);
  });

  test("is walked from end to end", () => {
    const lengths = arcLengths(bent);
    expect(pointAlong(bent, lengths, -1)).toEqual(bent[0]);
    expect(pointAlong(bent, lengths, 1e9)).toEqual(bent.at(-1));
    expect(pointAlong(straight, arcLengths(straight), 2.5)[1]).toBeCloseTo(2.5);
  });
});
