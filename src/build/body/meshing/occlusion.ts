/**
 * Baked occlusion: how open the sky is above each vertex, from the recipes themselves.
 *
 * Two parts are multiplied. Creases: how much closer the solid's own surface stays than it should
 * a little above the vertex. Neighbours: the same on a coarse grid of all solids together. This is
 * most of the beauty of the picture and costs nothing per frame.
 */
import { at, mix } from "../../../views/body/mesh/vectors";
import type { Field } from "../distance/field";
import type { Box } from "./surface-net";

/** Heights above the surface that are looked at, cm. */
const organHeights = [0.18, 0.4, 0.8, 1.4];
const skinHeights = [0.4, 0.9, 1.6, 2.6];
const neighbourHeights = [1, 2, 3.6];

export type Openness = (x: number, y: number, z: number) => number;

export interface Shading {
  /** The solid's own field, if its creases are to be seen. */
  readonly own?: Field | undefined;
  readonly heights: "organ" | "skin";
  /** Distances to all solids, if the neighbours count. */
  readonly neighbours?: Openness | undefined;
}

/** One byte a vertex, 255 is fully open. */
export function bakeShade(
  positions: Float32Array,
  normals: Float32Array,
  { own, heights, neighbours }: Shading,
): Uint8Array {
  const shade = new Uint8Array(positions.length / 3);
  const ownHeights = heights === "skin" ? skinHeights : organHeights;
  for (let vertex = 0; vertex < shade.length; vertex++) {
    const i = vertex * 3;
    const blockedAt = (field: Field, heightsCm: readonly number[], first: number, fade: number) => {
      let blocked = 0;
      let weight = first;
      for (const height of heightsCm) {
        const distance = field(
          at(positions, i) + at(normals, i) * height,
          at(positions, i + 1) + at(normals, i + 1) * height,
          at(positions, i + 2) + at(normals, i + 2) * height,
        );
        blocked += (weight * Math.max(0, height - distance)) / height;
        weight *= fade;
      }
      return blocked;
    };
    const crease = own ? blockedAt(own, ownHeights, 0.3, 0.75) : 0;
    const crowd = neighbours ? blockedAt(neighbours, neighbourHeights, 0.22, 0.8) : 0;
    const open = Math.max(0.08, Math.min(1, 1 - crease)) * Math.max(0.35, Math.min(1, 1 - crowd));
    shade[vertex] = Math.round(255 * open);
  }
  return shade;
}

const GRID_STEP = 0.8;
const GRID_LOW = [-16, 78, -16] as const;
const GRID_COUNTS = [40, 125, 36] as const;
/** Further than this a solid throws no shadow, cm. */
const SHADOW_REACH = 4;

/** Distance to the nearest of all solids, looked up in a coarse grid. */
export function crowdedSpace(solids: readonly { field: Field; box: Box }[]): Openness {
  const [nx, ny, nz] = GRID_COUNTS;
  const grid = new Float32Array(nx * ny * nz).fill(SHADOW_REACH);
  for (const { field, box } of solids) {
    const [low, high] = box;
    const range = (axis: 0 | 1 | 2): [number, number] => [
      Math.max(0, Math.floor((low[axis] - SHADOW_REACH - GRID_LOW[axis]) / GRID_STEP)),
      Math.min(
        GRID_COUNTS[axis] - 1,
        Math.ceil((high[axis] + SHADOW_REACH - GRID_LOW[axis]) / GRID_STEP),
      ),
    ];
    const [[x0, x1], [y0, y1], [z0, z1]] = [range(0), range(1), range(2)];
    for (let z = z0; z <= z1; z++)
      for (let y = y0; y <= y1; y++)
        for (let x = x0; x <= x1; x++) {
          const node = (z * ny + y) * nx + x;
          const distance = field(
            GRID_LOW[0] + x * GRID_STEP,
            GRID_LOW[1] + y * GRID_STEP,
            GRID_LOW[2] + z * GRID_STEP,
          );
          if (distance < at(grid, node)) grid[node] = distance;
        }
  }
  return (x, y, z) => sampleGrid(grid, x, y, z);
}

function sampleGrid(grid: Float32Array, x: number, y: number, z: number): number {
  const [nx, ny, nz] = GRID_COUNTS;
  const gx = (x - GRID_LOW[0]) / GRID_STEP;
  const gy = (y - GRID_LOW[1]) / GRID_STEP;
  const gz = (z - GRID_LOW[2]) / GRID_STEP;
  const i = Math.floor(gx);
  const j = Math.floor(gy);
  const k = Math.floor(gz);
  if (i < 0 || j < 0 || k < 0 || i >= nx - 1 || j >= ny - 1 || k >= nz - 1) return SHADOW_REACH;
  const node = (k * ny + j) * nx + i;
  const row = (start: number) => mix(at(grid, start), at(grid, start + 1), gx - i);
  const sheet = (start: number) => mix(row(start), row(start + nx), gy - j);
  return mix(sheet(node), sheet(node + nx * ny), gz - k);
}
