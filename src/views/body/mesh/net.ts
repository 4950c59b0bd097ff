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
  const rows = insideOfRows(counts, inside);
  const cells = crossedCells(counts, inside, rows, vertexOfCell);
  return { cells, indices: crossedEdges(counts, inside, rows, vertexOfCell) };
}

/** For each row along x the first inside node and the one after the last; most rows are empty. */
interface RowSpans {
  readonly first: Int32Array;
  readonly end: Int32Array;
}

function insideOfRows([nx, ny, nz]: Grid["counts"], inside: Uint8Array): RowSpans {
  const first = new Int32Array(ny * nz).fill(nx);
  const end = new Int32Array(ny * nz).fill(0);
  for (let row = 0; row < ny * nz; row++) {
    const start = row * nx;
    let x = 0;
    while (x < nx && at(inside, start + x) === 0) x++;
    if (x === nx) continue;
    first[row] = x;
    x = nx;
    while (at(inside, start + x - 1) === 0) x--;
    end[row] = x;
  }
  return { first, end };
}

function crossedCells(
  [nx, ny, nz]: Grid["counts"],
  inside: Uint8Array,
  { first, end }: RowSpans,
  vertexOfCell: Int32Array,
): Uint32Array {
  const cells: number[] = [];
  const layer = nx * ny;
  for (let z = 0; z < nz - 1; z++)
    for (let y = 0; y < ny - 1; y++) {
      const row = z * ny + y;
      const from = lowest(first, row, ny) - 1;
      const to = highest(end, row, ny);
      if (from >= to) continue;
      let node = row * nx + from;
      let left = columnCount(inside, node, nx, layer);
      for (let x = from; x < to; x++, node++) {
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

/** The four rows around a row of cells. */
const lowest = (spans: Int32Array, row: number, ny: number): number =>
  Math.min(at(spans, row), at(spans, row + 1), at(spans, row + ny), at(spans, row + ny + 1));
const highest = (spans: Int32Array, row: number, ny: number): number =>
  Math.max(at(spans, row), at(spans, row + 1), at(spans, row + ny), at(spans, row + ny + 1));

/** Inside nodes among the four at one x of a cell. */
const columnCount = (inside: Uint8Array, node: number, nx: number, layer: number): number =>
  at(inside, node) +
  at(inside, node + nx) +
  at(inside, node + layer) +
  at(inside, node + layer + nx);

function crossedEdges(
  [nx, ny, nz]: Grid["counts"],
  inside: Uint8Array,
  { first, end }: RowSpans,
  vertexOfCell: Int32Array,
): Uint32Array {
  const indices: number[] = [];
  const layer = nx * ny;
  // The quad round an edge, given the strides of the two other axes.
  const addQuad = (node: number, u: number, v: number, here: number) => {
    const a = at(vertexOfCell, node);
    const b = at(vertexOfCell, node - u);
    const c = at(vertexOfCell, node - u - v);
    const d = at(vertexOfCell, node - v);
    if (here) indices.push(a, b, c, a, c, d);
    else indices.push(a, c, b, a, d, c);
  };
  for (let z = 1; z < nz - 1; z++)
    for (let y = 1; y < ny - 1; y++) {
      const row = z * ny + y;
      const from = Math.max(1, lowest(first, row, ny) - 1);
      const to = Math.min(nx - 1, highest(end, row, ny));
      for (let x = from, node = row * nx + from; x < to; x++, node++) {
        const here = at(inside, node);
        if (here !== at(inside, node + 1)) addQuad(node, nx, layer, here);
        if (here !== at(inside, node + nx)) addQuad(node, layer, 1, here);
        if (here !== at(inside, node + layer)) addQuad(node, 1, nx, here);
      }
    }
  return Uint32Array.from(indices);
}
