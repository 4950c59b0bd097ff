import { expect, test } from "vitest";
import { netTopology, type Grid } from "./net";
import { decodeNet, decodeNetPositions, encodeNet, encodeOffset } from "./packed-net";
import { decodeRecede, encodeRecede, FURTHEST_CM } from "./recede";
import { at } from "./vectors";

/** A ball of radius 6 cells in a grid of odd size, so that rows end inside a byte. */
function ball() {
  const grid: Grid = { counts: [19, 17, 18], origin: [-4, 100, 2.5], step: 0.37 };
  const [nx, ny, nz] = grid.counts;
  const inside = new Uint8Array(nx * ny * nz);
  for (let z = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++)
        if (Math.hypot(x - 9.2, y - 8.1, z - 8.4) < 6) inside[(z * ny + y) * nx + x] = 1;
  const { cells, indices } = netTopology(grid.counts, inside);
  const random = (i: number) => Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1;
  const offsets = Uint8Array.from({ length: cells.length * 3 }, (_, i) =>
    encodeOffset(random(i) * 2 - 0.5),
  );
  const normals = new Float32Array(cells.length * 3);
  for (let i = 0; i < normals.length; i += 3) {
    const [x, y, z] = [random(i) - 0.5, random(i + 1) - 0.5, random(i + 2) - 0.5];
    const length = Math.hypot(x, y, z);
    normals.set([x / length, y / length, z / length], i);
  }
  const shade = Uint8Array.from({ length: cells.length }, (_, i) => random(i + 5) * 255);
  return { grid, inside, cells, indices, offsets, normals, shade };
}

test("the net of a ball is a closed sphere", () => {
  const { cells, indices } = ball();
  const edges = new Set<number>();
  for (let corner = 0; corner < indices.length; corner += 3)
    for (let side = 0; side < 3; side++) {
      const [a, b] = [at(indices, corner + side), at(indices, corner + ((side + 1) % 3))];
      edges.add(Math.min(a, b) * cells.length + Math.max(a, b));
    }
  expect(cells.length - edges.size + indices.length / 3).toBe(2);
});

test("a net comes out of its bytes as it went in", () => {
  const { grid, inside, cells, indices, offsets, normals, shade } = ball();
  const packed = encodeNet(grid, inside, offsets, normals, shade);
  const before = packed.slice();
  const drawn = decodeNet(grid, packed);
  expect(packed).toEqual(before);
  expect(drawn.indices).toEqual(indices);
  expect(drawn.positions).toEqual(decodeNetPositions(grid, cells, offsets));
  for (let vertex = 0; vertex < cells.length; vertex++) {
    const [nx, ny, nz] = [0, 1, 2].map((axis) => at(drawn.normalsAndShade, vertex * 4 + axis)) as [
      number,
      number,
      number,
    ];
    const cosine =
      (nx * at(normals, vertex * 3) +
        ny * at(normals, vertex * 3 + 1) +
        nz * at(normals, vertex * 3 + 2)) /
      Math.hypot(nx, ny, nz);
    // Two bytes of an octahedral map are good to about a degree.
    expect(cosine).toBeGreaterThan(Math.cos((1.5 * Math.PI) / 180));
    expect(at(drawn.normalsAndShade, vertex * 4 + 3)).toBe(at(shade, vertex) >> 1);
  }
});

test("an offset is kept within a two-hundred-and-fiftieth of a cell", () => {
  const grid: Grid = { counts: [3, 3, 3], origin: [0, 0, 0], step: 1 };
  for (const offset of [-0.5, -0.123, 0, 0.5, 0.987, 1.5]) {
    const offsets = Uint8Array.of(encodeOffset(offset), encodeOffset(0), encodeOffset(1));
    const [x] = decodeNetPositions(grid, Uint32Array.of(0), offsets);
    expect(Math.abs((x ?? NaN) - offset)).toBeLessThan(1 / 250);
  }
});

test("bytes that do not fit the grid are refused", () => {
  const { grid, inside, offsets, normals, shade } = ball();
  const packed = encodeNet(grid, inside, offsets, normals, shade);
  expect(() => decodeNet(grid, packed.slice(0, -1))).toThrow(RangeError);
});

test("what flattens keeps its depth, what does not stays zero", () => {
  const depths = Float32Array.of(0, 2.5, 0, FURTHEST_CM);
  const normals = Float32Array.of(0, 0, 0, 0, 0, 1, 0, 0, 0, 0.6, 0.8, 0);
  const recede = decodeRecede(encodeRecede(depths, normals));
  expect([...recede.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  expect((at(recede, 7) / 127) * FURTHEST_CM).toBeCloseTo(2.5, 1);
  expect(at(recede, 6)).toBe(127);
  expect(at(recede, 15)).toBe(127);
  expect(at(recede, 12) / 127).toBeCloseTo(0.6, 1);
});
