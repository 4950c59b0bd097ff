/**
 * One surface net as bytes: inside bits, offsets within cells, normals, baked shade.
 *
 * Written by the build step, read by the page. Every byte is stored as the difference from a
 * neighbour (rows for the bits, the vertex before for the rest), plane by plane, which is what
 * DEFLATE likes. The grid's topology does the rest, see `net.ts`.
 */
import { netTopology, type Grid } from "./net";
import { at, clamp } from "./vectors";

/** A mesh as it is drawn: unit normals and shade share one four-byte attribute. */
export interface DrawnMesh {
  readonly positions: Float32Array;
  /** Normal x, y, z in −127…127, then shade 0…127 (127 is fully lit); four bytes a vertex. */
  readonly normalsAndShade: Int8Array;
  readonly indices: Uint32Array;
  /** See `recede.ts`; only where the mesh can flatten. */
  readonly recede?: Int8Array;
}

/** Offsets within a cell run from −0.5 to 1.5 cells: Newton steps may leave the cell by half. */
export const encodeOffset = (cells: number): number =>
  clamp(Math.round(((cells + 0.5) / 2) * 255), 0, 255);

const decodeOffset = (byte: number): number => (byte / 255) * 2 - 0.5;

export function decodeNetPositions(
  { counts: [nx, ny], origin, step }: Grid,
  cells: Uint32Array,
  offsets: Uint8Array,
): Float32Array {
  const positions = new Float32Array(cells.length * 3);
  for (let vertex = 0; vertex < cells.length; vertex++) {
    const cell = at(cells, vertex);
    const x = cell % nx;
    const row = (cell - x) / nx;
    const y = row % ny;
    const z = (row - y) / ny;
    const i = vertex * 3;
    positions[i] = origin[0] + step * (x + decodeOffset(at(offsets, i)));
    positions[i + 1] = origin[1] + step * (y + decodeOffset(at(offsets, i + 1)));
    positions[i + 2] = origin[2] + step * (z + decodeOffset(at(offsets, i + 2)));
  }
  return positions;
}

/** Bytes of the inside bits: rows along x padded to whole bytes. */
export const bitBytes = ([nx, ny, nz]: Grid["counts"]): number => Math.ceil(nx / 8) * ny * nz;

/** Planes of vertex bytes that follow the bits: three offsets, two of the normal, one of shade. */
export const VERTEX_PLANES = 6;

export function encodeNet(
  { counts }: Grid,
  inside: Uint8Array,
  offsets: Uint8Array,
  normals: Float32Array,
  shade: Uint8Array,
): Uint8Array {
  const vertices = shade.length;
  const bytes = new Uint8Array(bitBytes(counts) + vertices * VERTEX_PLANES);
  bytes.set(encodeBits(counts, inside));
  const planes = bytes.subarray(bitBytes(counts));
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let axis = 0; axis < 3; axis++)
      planes[axis * vertices + vertex] = at(offsets, vertex * 3 + axis);
    const [u, v] = encodeNormal(
      at(normals, vertex * 3),
      at(normals, vertex * 3 + 1),
      at(normals, vertex * 3 + 2),
    );
    planes[3 * vertices + vertex] = u;
    planes[4 * vertices + vertex] = v;
    planes[5 * vertices + vertex] = at(shade, vertex) >> 1;
  }
  for (let plane = 0; plane < VERTEX_PLANES; plane++)
    differences(planes.subarray(plane * vertices, (plane + 1) * vertices));
  return bytes;
}

/** @param bytes what `encodeNet` wrote; it is not changed */
export function decodeNet(grid: Grid, bytes: Uint8Array): DrawnMesh {
  const split = bitBytes(grid.counts);
  const { cells, indices } = netTopology(grid.counts, decodeBits(grid.counts, bytes));
  const vertices = cells.length;
  if (bytes.length !== split + vertices * VERTEX_PLANES)
    throw new RangeError(`packed net has ${bytes.length} bytes for ${vertices} vertices`);
  const planes = bytes.slice(split);
  for (let plane = 0; plane < VERTEX_PLANES; plane++)
    runningSums(planes.subarray(plane * vertices, (plane + 1) * vertices));
  const offsets = new Uint8Array(vertices * 3);
  const normalsAndShade = new Int8Array(vertices * 4);
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let axis = 0; axis < 3; axis++)
      offsets[vertex * 3 + axis] = at(planes, axis * vertices + vertex);
    const [u, v] = [at(planes, 3 * vertices + vertex), at(planes, 4 * vertices + vertex)];
    decodeNormal(normalsAndShade, vertex * 4, u, v);
    normalsAndShade[vertex * 4 + 3] = at(planes, 5 * vertices + vertex);
  }
  return { positions: decodeNetPositions(grid, cells, offsets), normalsAndShade, indices };
}

/** Each byte becomes its difference from the one before, modulo 256. */
export function differences(plane: Uint8Array): void {
  for (let i = plane.length - 1; i > 0; i--) plane[i] = at(plane, i) - at(plane, i - 1);
}

export function runningSums(plane: Uint8Array): void {
  for (let i = 1; i < plane.length; i++) plane[i] = at(plane, i) + at(plane, i - 1);
}

/** Octahedral map: a unit vector as two bytes. */
export function encodeNormal(x: number, y: number, z: number): [number, number] {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z) || 1;
  let [u, v] = [x / sum, y / sum];
  if (z < 0) [u, v] = [(1 - Math.abs(v)) * signOf(u), (1 - Math.abs(u)) * signOf(v)];
  return [toByte(u), toByte(v)];
}

export function decodeNormal(
  target: Int8Array,
  offset: number,
  uByte: number,
  vByte: number,
): void {
  let u = uByte / 127.5 - 1;
  let v = vByte / 127.5 - 1;
  const z = 1 - Math.abs(u) - Math.abs(v);
  if (z < 0) {
    const folded = (1 - Math.abs(v)) * signOf(u);
    v = (1 - Math.abs(u)) * signOf(v);
    u = folded;
  }
  const scale = 127 / Math.hypot(u, v, z);
  target[offset] = Math.round(u * scale);
  target[offset + 1] = Math.round(v * scale);
  target[offset + 2] = Math.round(z * scale);
}

const toByte = (value: number) => clamp(Math.round((value + 1) * 127.5), 0, 255);
const signOf = (value: number) => (value < 0 ? -1 : 1);

function encodeBits([nx, ny, nz]: Grid["counts"], inside: Uint8Array): Uint8Array {
  const rowBytes = Math.ceil(nx / 8);
  const bits = new Uint8Array(rowBytes * ny * nz);
  for (let row = 0; row < ny * nz; row++)
    for (let x = 0; x < nx; x++)
      if (at(inside, row * nx + x)) {
        const index = row * rowBytes + (x >> 3);
        bits[index] = at(bits, index) | (1 << (x & 7));
      }
  for (let i = bits.length - 1; i >= rowBytes; i--) bits[i] = at(bits, i) ^ at(bits, i - rowBytes);
  return bits;
}

function decodeBits([nx, ny, nz]: Grid["counts"], bytes: Uint8Array): Uint8Array {
  const rowBytes = Math.ceil(nx / 8);
  const inside = new Uint8Array(nx * ny * nz);
  const row = new Uint8Array(rowBytes);
  for (let index = 0; index < ny * nz; index++)
    for (let i = 0; i < rowBytes; i++) {
      const byte = at(row, i) ^ at(bytes, index * rowBytes + i);
      row[i] = byte;
      if (byte === 0) continue;
      const node = index * nx + i * 8;
      const bits = Math.min(8, nx - i * 8);
      for (let bit = 0; bit < bits; bit++) inside[node + bit] = (byte >> bit) & 1;
    }
  return inside;
}
