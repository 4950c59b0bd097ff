/**
 * Meshes a field: naive surface nets on a sparse grid, then Newton steps onto the surface.
 *
 * The steps matter more than the grid: at the same spacing they turn a faceted mesh into a smooth
 * one. Offsets are rounded here to the byte they travel as, so that volumes, occlusion and tests
 * see exactly the vertices that the page will draw.
 */
import { netTopology, type Grid } from "../../../views/body/mesh/net";
import { decodeNetPositions, encodeOffset } from "../../../views/body/mesh/packed-net";
import type { Mesh } from "../../../views/body/mesh/sweep";
import { at, clamp, type Vec3 } from "../../../views/body/mesh/vectors";
import type { Field } from "../distance/field";

export type Box = readonly [low: Vec3, high: Vec3];

export interface Net extends Mesh {
  readonly grid: Grid;
  /** 1 for nodes inside, x fastest. */
  readonly inside: Uint8Array;
  /** Low corner node of each vertex's cell. */
  readonly cells: Uint32Array;
  /** Place of each vertex within its cell, three bytes each. */
  readonly offsets: Uint8Array;
}

/** @param step grid spacing, cm; features thinner than this tear */
export function meshField(field: Field, box: Box, step: number): Net {
  const grid = gridAround(box, step);
  const values = sampleSparsely(field, grid);
  const inside = Uint8Array.from(values, (value) => (value < 0 ? 1 : 0));
  const { cells, indices } = netTopology(grid.counts, inside);
  const offsets = new Uint8Array(cells.length * 3);
  const normals = new Float32Array(cells.length * 3);
  for (let vertex = 0; vertex < cells.length; vertex++)
    settleVertex(field, grid, values, at(cells, vertex), vertex, offsets, normals);
  const positions = decodeNetPositions(grid, cells, offsets);
  return { grid, inside, cells, offsets, positions, normals, indices };
}

function gridAround([low, high]: Box, step: number): Grid {
  const count = (axis: number) => Math.ceil((at(high, axis) - at(low, axis)) / step) + 3;
  return {
    counts: [count(0), count(1), count(2)],
    origin: [low[0] - step, low[1] - step, low[2] - step],
    step,
  };
}

/** Cells along the side of a block that is skipped as a whole when the surface is far from it. */
const BLOCK = 4;
/** How much steeper than a true distance a field may be before a skipped block hides a piece. */
const STEEPEST = 1.15;

function sampleSparsely(field: Field, { counts, origin, step }: Grid): Float32Array {
  const [nx, ny, nz] = counts;
  const values = new Float32Array(nx * ny * nz);
  for (let bz = 0; bz < nz; bz += BLOCK)
    for (let by = 0; by < ny; by += BLOCK)
      for (let bx = 0; bx < nx; bx += BLOCK) {
        const [ex, ey, ez] = [
          Math.min(BLOCK, nx - bx),
          Math.min(BLOCK, ny - by),
          Math.min(BLOCK, nz - bz),
        ];
        const centre = field(
          origin[0] + step * (bx + (ex - 1) / 2),
          origin[1] + step * (by + (ey - 1) / 2),
          origin[2] + step * (bz + (ez - 1) / 2),
        );
        const radius = (step * Math.hypot(ex + 1, ey + 1, ez + 1)) / 2;
        const isFar = Math.abs(centre) > radius * STEEPEST;
        for (let z = bz; z < bz + ez; z++)
          for (let y = by; y < by + ey; y++) {
            const row = (z * ny + y) * nx;
            if (isFar) values.fill(centre, row + bx, row + bx + ex);
            else
              for (let x = bx; x < bx + ex; x++)
                values[row + x] = field(
                  origin[0] + step * x,
                  origin[1] + step * y,
                  origin[2] + step * z,
                );
          }
      }
  return values;
}

/** Finds one vertex's place and normal and writes them into the arrays. */
function settleVertex(
  field: Field,
  grid: Grid,
  values: Float32Array,
  cell: number,
  vertex: number,
  offsets: Uint8Array,
  normals: Float32Array,
): void {
  const [nx, ny] = grid.counts;
  const { step, origin } = grid;
  const corner: Vec3 = [
    origin[0] + step * (cell % nx),
    origin[1] + step * (Math.floor(cell / nx) % ny),
    origin[2] + step * Math.floor(cell / (nx * ny)),
  ];
  const [mx, my, mz] = meanCrossing(values, cell, nx, nx * ny);
  const [x0, y0, z0] = [corner[0] + step * mx, corner[1] + step * my, corner[2] + step * mz];
  let [x, y, z] = [x0, y0, z0];
  const reach = step * 0.35;
  const half = step * 0.5;
  let [gx, gy, gz] = [0, 0, 0];
  const measureGradient = () => {
    gx = field(x + reach, y, z) - field(x - reach, y, z);
    gy = field(x, y + reach, z) - field(x, y - reach, z);
    gz = field(x, y, z + reach) - field(x, y, z - reach);
    return Math.hypot(gx, gy, gz) || 1e-9;
  };
  for (let newton = 0; newton < 2; newton++) {
    const gradient = measureGradient();
    const move = clamp(field(x, y, z) / (gradient / (2 * reach)), -step * 0.4, step * 0.4);
    x = clamp(x - (gx / gradient) * move, x0 - half, x0 + half);
    y = clamp(y - (gy / gradient) * move, y0 - half, y0 + half);
    z = clamp(z - (gz / gradient) * move, z0 - half, z0 + half);
  }
  const gradient = measureGradient();
  normals.set([gx / gradient, gy / gradient, gz / gradient], vertex * 3);
  offsets[vertex * 3] = encodeOffset((x - corner[0]) / step);
  offsets[vertex * 3 + 1] = encodeOffset((y - corner[1]) / step);
  offsets[vertex * 3 + 2] = encodeOffset((z - corner[2]) / step);
}

/** The twelve edges of a cell as pairs of corners; corner bits are x, y, z. */
const cellEdges = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [0, 2],
  [1, 3],
  [4, 6],
  [5, 7],
  [0, 4],
  [1, 5],
  [2, 6],
  [3, 7],
] as const;

/** Mean of the points where the surface crosses the edges of a cell, in cell units. */
function meanCrossing(values: Float32Array, cell: number, nx: number, layer: number): Vec3 {
  const value = (corner: number) =>
    at(values, cell + (corner & 1) + ((corner >> 1) & 1) * nx + (corner >> 2) * layer);
  let [x, y, z, crossings] = [0, 0, 0, 0];
  for (const [from, to] of cellEdges) {
    const [a, b] = [value(from), value(to)];
    if (a < 0 === b < 0) continue;
    const t = a / (a - b);
    x += (from & 1) + ((to & 1) - (from & 1)) * t;
    y += ((from >> 1) & 1) + (((to >> 1) & 1) - ((from >> 1) & 1)) * t;
    z += (from >> 2) + ((to >> 2) - (from >> 2)) * t;
    crossings++;
  }
  return [x / crossings, y / crossings, z / crossings];
}
