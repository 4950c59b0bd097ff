/** Fills closed meshes on a lattice, to measure what they share. */
import { at } from "../../views/body/mesh/vectors";

/** A lattice a little off round numbers, so that no node meets a vertex or an edge. */
export class Lattice {
  readonly step: number;
  readonly #low: readonly [number, number, number];
  readonly #counts: readonly [number, number, number];

  constructor(
    step: number,
    low: readonly [number, number, number],
    high: readonly [number, number, number],
  ) {
    this.step = step;
    this.#low = [low[0] + 0.0137 * step, low[1] + 0.0291 * step, low[2] + 0.0173 * step];
    const count = (axis: 0 | 1 | 2) => Math.ceil((high[axis] - low[axis]) / step);
    this.#counts = [count(0), count(1), count(2)];
  }

  get cellMl(): number {
    return this.step ** 3;
  }

  /** Nodes inside a closed mesh, as a set of node numbers. Crossings along z are counted. */
  fill(positions: Float32Array, indices: Uint32Array): Set<number> {
    const [nx, ny, nz] = this.#counts;
    const crossings = new Map<number, number[]>();
    for (let corner = 0; corner < indices.length; corner += 3)
      this.#crossTriangle(positions, indices, corner, crossings);
    const inside = new Set<number>();
    for (const [column, depths] of crossings) {
      depths.sort((a, b) => a - b);
      for (let pair = 0; pair + 1 < depths.length; pair += 2) {
        const from = Math.ceil((at(depths, pair) - this.#low[2]) / this.step);
        const to = Math.floor((at(depths, pair + 1) - this.#low[2]) / this.step);
        for (let z = Math.max(0, from); z <= Math.min(nz - 1, to); z++)
          inside.add(z * nx * ny + column);
      }
    }
    return inside;
  }

  #crossTriangle(
    positions: Float32Array,
    indices: Uint32Array,
    corner: number,
    crossings: Map<number, number[]>,
  ): void {
    const [nx, ny] = this.#counts;
    const { step } = this;
    const [lowX, lowY] = this.#low;
    const [a, b, c] = [0, 1, 2].map((k) => at(indices, corner + k) * 3) as [number, number, number];
    const [ax, ay, az] = [at(positions, a), at(positions, a + 1), at(positions, a + 2)];
    const [bx, by, bz] = [at(positions, b), at(positions, b + 1), at(positions, b + 2)];
    const [cx, cy, cz] = [at(positions, c), at(positions, c + 1), at(positions, c + 2)];
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area === 0) return;
    const first = (value: number, low: number) => Math.max(0, Math.ceil((value - low) / step));
    const last = (value: number, low: number, count: number) =>
      Math.min(count - 1, Math.floor((value - low) / step));
    for (let i = first(Math.min(ax, bx, cx), lowX); i <= last(Math.max(ax, bx, cx), lowX, nx); i++)
      for (
        let j = first(Math.min(ay, by, cy), lowY);
        j <= last(Math.max(ay, by, cy), lowY, ny);
        j++
      ) {
        const [x, y] = [lowX + i * step, lowY + j * step];
        const u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area;
        const v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area;
        const w = 1 - u - v;
        if (u < 0 || v < 0 || w < 0) continue;
        const column = j * nx + i;
        const depths = crossings.get(column);
        const depth = u * az + v * bz + w * cz;
        if (depths) depths.push(depth);
        else crossings.set(column, [depth]);
      }
  }
}

export function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const node of small) if (large.has(node)) shared++;
  return shared;
}
