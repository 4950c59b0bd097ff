/** Cross-section areas of a closed mesh at evenly spaced heights, exact for the mesh. cm². */
import type { Mesh } from "../../../views/body/mesh/sweep";
import { at } from "../../../views/body/mesh/vectors";

export interface SliceGrid {
  /** Height of the middle of the lowest slice, cm. */
  readonly from: number;
  readonly spacing: number;
  readonly count: number;
}

/** One oriented piece of a section's outline, from (x0, z0) to (x1, z1) at slice `slice`. */
export type SectionVisitor = (
  slice: number,
  x0: number,
  z0: number,
  x1: number,
  z1: number,
) => void;

/** Visits where every triangle crosses every slice, oriented so that areas come out positive. */
export function visitSections(
  { positions, indices }: Mesh,
  { from, spacing, count }: SliceGrid,
  visit: SectionVisitor,
): void {
  for (let corner = 0; corner < indices.length; corner += 3) {
    const vertices = [0, 1, 2].map((k) => at(indices, corner + k) * 3) as [number, number, number];
    const heights = vertices.map((v) => at(positions, v + 1));
    const low = Math.ceil((Math.min(...heights) - from) / spacing);
    const high = Math.floor((Math.max(...heights) - from) / spacing);
    for (let slice = Math.max(low, 0); slice <= Math.min(high, count - 1); slice++) {
      const y = from + slice * spacing;
      let rising: [number, number] | undefined;
      let falling: [number, number] | undefined;
      for (let side = 0; side < 3; side++) {
        const a = at(vertices, side);
        const b = at(vertices, (side + 1) % 3);
        const [ya, yb] = [at(positions, a + 1), at(positions, b + 1)];
        if (ya < y === yb < y) continue;
        const t = (y - ya) / (yb - ya);
        const point: [number, number] = [
          at(positions, a) + t * (at(positions, b) - at(positions, a)),
          at(positions, a + 2) + t * (at(positions, b + 2) - at(positions, a + 2)),
        ];
        if (yb > ya) rising = point;
        else falling = point;
      }
      if (rising && falling) visit(slice, rising[0], rising[1], falling[0], falling[1]);
    }
  }
}

/** Area of every slice of a solid. */
export function sliceAreas(mesh: Mesh, grid: SliceGrid): number[] {
  const areas = new Array<number>(grid.count).fill(0);
  visitSections(mesh, grid, (slice, x0, z0, x1, z1) => {
    areas[slice] = at(areas, slice) + (x0 * z1 - x1 * z0) / 2;
  });
  return areas;
}
