/** What the tests and the page need to know of a mesh: volume, slices, edges. Units cm, mL. */
import type { Mesh } from "../../../views/body/mesh/sweep";
import { at, type Vec3 } from "../../../views/body/mesh/vectors";

/** Enclosed volume by the divergence theorem, mL; positive for outward faces. */
export function volumeMl({ positions, indices }: Mesh): number {
  let sum = 0;
  for (let corner = 0; corner < indices.length; corner += 3) {
    const a = at(indices, corner) * 3;
    const b = at(indices, corner + 1) * 3;
    const c = at(indices, corner + 2) * 3;
    sum +=
      at(positions, a) *
        (at(positions, b + 1) * at(positions, c + 2) -
          at(positions, b + 2) * at(positions, c + 1)) -
      at(positions, a + 1) *
        (at(positions, b) * at(positions, c + 2) - at(positions, b + 2) * at(positions, c)) +
      at(positions, a + 2) *
        (at(positions, b) * at(positions, c + 1) - at(positions, b + 1) * at(positions, c));
  }
  return sum / 6;
}

export interface EdgeCounts {
  /** Edges used by an odd number of triangles: holes. */
  readonly open: number;
  /** Edges used by more than two. */
  readonly crowded: number;
}

export function countEdges({ positions, indices }: Mesh): EdgeCounts {
  const vertices = positions.length / 3;
  const uses = new Map<number, number>();
  for (let corner = 0; corner < indices.length; corner += 3)
    for (let side = 0; side < 3; side++) {
      const a = at(indices, corner + side);
      const b = at(indices, corner + ((side + 1) % 3));
      const key = a < b ? a * vertices + b : b * vertices + a;
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  let [open, crowded] = [0, 0];
  for (const count of uses.values()) {
    if (count % 2 === 1) open++;
    if (count > 2) crowded++;
  }
  return { open, crowded };
}

export interface Extent {
  readonly low: Vec3;
  readonly high: Vec3;
}

export function extentOf(positions: Float32Array): Extent {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const axis = i % 3;
    low[axis] = Math.min(at(low, axis), at(positions, i));
    high[axis] = Math.max(at(high, axis), at(positions, i));
  }
  return { low: low as unknown as Vec3, high: high as unknown as Vec3 };
}

/** Centre of the enclosed volume, cm. */
export function centroidOf({ positions, indices }: Mesh): Vec3 {
  let [sx, sy, sz, volume] = [0, 0, 0, 0];
  for (let corner = 0; corner < indices.length; corner += 3) {
    const a = at(indices, corner) * 3;
    const b = at(indices, corner + 1) * 3;
    const c = at(indices, corner + 2) * 3;
    const [ax, ay, az] = [at(positions, a), at(positions, a + 1), at(positions, a + 2)];
    const [bx, by, bz] = [at(positions, b), at(positions, b + 1), at(positions, b + 2)];
    const [cx, cy, cz] = [at(positions, c), at(positions, c + 1), at(positions, c + 2)];
    const wedge = ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
    volume += wedge;
    sx += wedge * (ax + bx + cx);
    sy += wedge * (ay + by + cy);
    sz += wedge * (az + bz + cz);
  }
  return [sx / volume / 4, sy / volume / 4, sz / volume / 4];
}
