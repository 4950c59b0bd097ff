/** Measures the meshes for the page: sizes and slices of organs and skins. */
import { armThreshold, AXIS_DEPTH } from "../../views/body/anatomy";
import type { PartSize, SkinSlices } from "../../views/body/body-facts";
import type { Mesh } from "../../views/body/mesh/sweep";
import { at, type Vec3 } from "../../views/body/mesh/vectors";
import { partOf, type PartId } from "../../views/body/parts";
import { centroidOf, extentOf, volumeMl } from "./meshing/measure";
import { sliceAreas, visitSections, type SliceGrid } from "./meshing/slices";

const ORGAN_SLICES = 20;
const SKIN_SLICE_CM = 2;

export function sizeOf(id: PartId, mesh: Mesh): PartSize {
  const { low, high } = extentOf(mesh.positions);
  const spacing = (high[1] - low[1]) / ORGAN_SLICES;
  const grid: SliceGrid = { from: low[1] + spacing / 2, spacing, count: ORGAN_SLICES };
  const [x, y, z] = centroidOf(mesh);
  const fixedBy = partOf(id).fixed;
  const height = fixedBy === "top" ? high[1] : fixedBy === "bottom" ? low[1] : y;
  return {
    volumeMl: round(volumeMl(mesh), 2),
    fixed: [id === "liver" ? x * LIVER_HANGS_RIGHT : x, height, z].map((v) =>
      round(v, 2),
    ) as unknown as Vec3,
    from: round(grid.from, 3),
    spacing: round(spacing, 4),
    areas: sliceAreas(mesh, grid).map((area) => round(area, area < 10 ? 2 : 1)),
  };
}

/** A growing liver pushes towards the middle: its right side lies on the ribs. */
const LIVER_HANGS_RIGHT = 1.6;

export function skinSlices(mesh: Mesh): SkinSlices {
  const { low, high } = extentOf(mesh.positions);
  const count = Math.ceil((high[1] - low[1]) / SKIN_SLICE_CM);
  const spacing = (high[1] - low[1]) / count;
  const grid: SliceGrid = { from: low[1] + spacing / 2, spacing, count };
  const [front, back, arms] = [0, 1, 2].map(() => new Array<number>(count).fill(0)) as [
    number[],
    number[],
    number[],
  ];
  const gain = (areas: number[], slice: number, area: number) => {
    areas[slice] = at(areas, slice) + area;
  };
  visitSections(mesh, grid, (slice, x0, z0, x1, z1) => {
    const y = grid.from + slice * spacing;
    if (Math.abs(x0 + x1) / 2 > armThreshold(y)) {
      gain(arms, slice, (x0 * z1 - x1 * z0) / 2);
      return;
    }
    const [a, b] = [z0 - AXIS_DEPTH, z1 - AXIS_DEPTH];
    const [inFront, behind] = signedStrip(x0, a, x1, b);
    gain(front, slice, inFront);
    gain(back, slice, behind);
  });
  const tidy = (areas: number[]) => areas.map((area) => Math.round(Math.max(0, area)));
  return {
    volumeMl: round(volumeMl(mesh), 0),
    from: round(grid.from, 3),
    spacing: round(spacing, 4),
    front: tidy(front),
    back: tidy(back),
    arms: tidy(arms),
  };
}

/** ∮ −z dx over a segment, split at z = 0 into what lies in front and behind. */
function signedStrip(x0: number, z0: number, x1: number, z1: number): [number, number] {
  const dx = x1 - x0;
  if (z0 >= 0 && z1 >= 0) return [(-dx * (z0 + z1)) / 2, 0];
  if (z0 <= 0 && z1 <= 0) return [0, (-dx * (z0 + z1)) / 2];
  const t = z0 / (z0 - z1);
  const first = (-dx * t * z0) / 2;
  const second = (-dx * (1 - t) * z1) / 2;
  return z0 > 0 ? [first, second] : [second, first];
}

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
