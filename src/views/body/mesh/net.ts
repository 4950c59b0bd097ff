/**
 * The faces of a naive surface net, from nothing but which grid nodes lie inside.
 *
 * Every grid cell with corners on both sides owns one vertex; every grid edge that crosses the
 * surface makes a quad of the four cells around it. Since both follow from the inside bits, packed
 * files carry those bits and one small offset per vertex, and no indices at all: a third of the
 * bytes of an indexed mesh. The build step and the page must both call this function.
 */
import { at, type Vec3 } from "./vectors";

export interface Grid {
  /** Nodes along x, y, z. */
  readonly counts: readonly [x: number, y: number, z: number];
  /** Place of the first node, cm. */
  readonly origin: Vec3;
  /** Distance between neighbouring nodes, cm. */
  readonly step: number;
}

export interface NetTopology {
  /** For each vertex the node at the low corner of its cell, `(z * ny + y) * nx + x`. */
  readonly cells: Uint32Array;
  readonly indices: Uint32Array;
}

/** @param inside 1 for nodes inside the surface, x fastest; the outermost nodes are all outside. */
export function netTopology(counts: Grid["counts"], inside: Uint8Array): NetTopology {
  const vertexOfCell = new Int32Array(inside.length).fill(-1);
  const cells = crossedCells(counts, inside, vertexOfCell);
  return { cells, indices: crossedEdges(counts, inside, vertexOfCell) };
}

function crossedCells(
  [nx, ny, nz]: Grid["counts"],
  inside: Uint8Array,
  vertexOfCell: Int32Array,
): Uint32Array {
  const cells: number[] = [];
  const layer = nx * ny;
  for (let z = 0; z < nz - 1; z++)
    for (let y = 0; y < ny - 1; y++) {
      let node = (z * ny + y) * nx;
      let left = columnCount(inside, node, nx, layer);
      for (let x = 0; x < nx - 1; x++, node++) {
        const right = columnCount(inside, node + 1, nx, layer);
        const corners = left + right;
        left = right;
        if (corners === 0 || corners === 8) continue;
        vertexOfCell[node] = cells.length;
        cells.push(node);
      }
    }
  return Uint32Array.from(cells);
}

/** Inside nodes among the four at one x of a cell. */
const columnCount = (inside: Uint8Array, node: number, nx: number, layer: number): number =>
  at(inside, node) +
  at(inside, node + nx) +
  at(inside, node + layer) +
  at(inside, node + layer + nx);

function crossedEdges(
  [nx, ny, nz]: Grid["counts"],
  inside: Uint8Array,
  vertexOfCell: Int32Array,
): Uint32Array {
  const strides = [1, nx, nx * ny, 1, nx] as const;
  const indices: number[] = [];
  for (let z = 1; z < nz - 1; z++)
    for (let y = 1; y < ny - 1; y++) {
      let node = (z * ny + y) * nx + 1;
      for (let x = 1; x < nx - 1; x++, node++) {
        const here = at(inside, node);
        for (let axis = 0; axis < 3; axis++) {
          if (here === at(inside, node + at(strides, axis))) continue;
          const [u, v] = [at(strides, axis + 1), at(strides, axis + 2)];
          const a = at(vertexOfCell, node);
          const b = at(vertexOfCell, node - u);
          const c = at(vertexOfCell, node - u - v);
          const d = at(vertexOfCell, node - v);
          if (here) indices.push(a, b, c, a, c, d);
          else indices.push(a, c, b, a, d, c);
        }
      }
    }
  return Uint32Array.from(indices);
}
