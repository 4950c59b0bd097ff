/**
 * The packed file of one set of meshes: what is in it and how the page reads it.
 *
 * One DEFLATE stream: four bytes with the header's length, the header as JSON, then the bytes of
 * all pieces. Nets carry bits and offsets (`packed-net.ts`), tubes their knots and the baked shade
 * of every vertex that sweeping them gives.
 */
import { evenPath, pathLength, smoothPath, type PathPoint } from "./mesh/curve";
import { modulation, type ModulationName } from "./mesh/modulation";
import type { Grid } from "./mesh/net";
import { decodeNet, runningSums, type DrawnMesh } from "./mesh/packed-net";
import { decodeRecede } from "./mesh/recede";
import { mergeMeshes, sweep, type Mesh } from "./mesh/sweep";
import { at } from "./mesh/vectors";
import type { PartId } from "./parts";

export interface NetEntry extends Grid {
  readonly id: PartId;
  readonly mirrored?: true;
  readonly bytes: Span;
  /** See `mesh/recede.ts`. */
  readonly recede?: Span;
}

export interface TubeShape {
  readonly id: PartId;
  readonly sides: number;
  /** Curve points per knot, then evened out to `spacing` cm where given. */
  readonly steps: number;
  readonly spacing?: number;
  readonly modulation?: ModulationName;
}

export interface TubeEntry extends TubeShape {
  /** How many knots each axis has. */
  readonly knots: readonly number[];
  /** Eight planes of differences: x, y, z, radius, low bytes then high bytes. */
  readonly axes: Span;
  readonly shade: Span;
}

/** Where bytes lie after the header. */
export type Span = readonly [start: number, length: number];

export interface BodyFileHeader {
  readonly nets: readonly NetEntry[];
  readonly tubes: readonly TubeEntry[];
}

export interface BodyFile {
  readonly header: BodyFileHeader;
  readonly bytes: Uint8Array;
}

/** @param packed the file as it travels */
export async function openBodyFile(packed: ArrayBuffer): Promise<BodyFile> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return readBodyFile(new Uint8Array(await new Response(stream).arrayBuffer()));
}

export function readBodyFile(inflated: Uint8Array): BodyFile {
  const headerLength = new DataView(inflated.buffer, inflated.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(inflated.subarray(4, 4 + headerLength));
  return { header: JSON.parse(text) as BodyFileHeader, bytes: inflated.subarray(4 + headerLength) };
}

export function decodeNetEntry({ bytes }: BodyFile, entry: NetEntry): DrawnMesh {
  const mesh = decodeNet(entry, slice(bytes, entry.bytes));
  if (entry.recede) return { ...mesh, recede: decodeRecede(slice(bytes, entry.recede)) };
  return entry.mirrored ? withMirrorImage(mesh) : mesh;
}

export function decodeTubeEntry(file: BodyFile, entry: TubeEntry): DrawnMesh {
  const mesh = sweepAxes(entry, decodeAxes(file, entry));
  const shade = slice(file.bytes, entry.shade).slice();
  runningSums(shade);
  const vertices = mesh.positions.length / 3;
  if (shade.length !== vertices)
    throw new RangeError(`${entry.id} has shade for ${shade.length} of ${vertices} vertices`);
  const normalsAndShade = new Int8Array(vertices * 4);
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let axis = 0; axis < 3; axis++)
      normalsAndShade[vertex * 4 + axis] = Math.round(at(mesh.normals, vertex * 3 + axis) * 127);
    normalsAndShade[vertex * 4 + 3] = at(shade, vertex);
  }
  return { positions: mesh.positions, normalsAndShade, indices: mesh.indices };
}

/** The curves of a tube's axes, ready to sweep or to run along. */
export function curveOf({ steps, spacing }: TubeShape, knots: readonly PathPoint[]): PathPoint[] {
  const curve = smoothPath(knots, steps);
  return spacing ? evenPath(curve, spacing) : curve;
}

export function sweepAxes(shape: TubeShape, axes: readonly (readonly PathPoint[])[]): Mesh {
  return mergeMeshes(
    axes.map((knots) => {
      const curve = curveOf(shape, knots);
      if (!shape.modulation) return sweep(curve, shape.sides);
      return sweep(curve, shape.sides, modulation(shape.modulation, pathLength(curve)));
    }),
  );
}

/** Axes travel as sixteen-bit steps of this many per cm, moved so that none is negative. */
const STEPS_PER_CM = 200;
const MOVED_CM = 100;

export function encodeAxes(axes: readonly (readonly PathPoint[])[]): Uint8Array {
  const points = axes.flat();
  const bytes = new Uint8Array(points.length * 8);
  const previous = [0, 0, 0, 0];
  for (const [index, point] of points.entries())
    for (let axis = 0; axis < 4; axis++) {
      const value = Math.round((at(point, axis) + MOVED_CM) * STEPS_PER_CM);
      const step = (value - at(previous, axis)) & 0xffff;
      previous[axis] = value;
      bytes[axis * points.length + index] = step & 255;
      bytes[(axis + 4) * points.length + index] = step >> 8;
    }
  return bytes;
}

export function decodeAxes({ bytes }: BodyFile, entry: TubeEntry): PathPoint[][] {
  const planes = slice(bytes, entry.axes);
  const count = planes.length / 8;
  const values = [0, 0, 0, 0];
  const points: PathPoint[] = [];
  for (let index = 0; index < count; index++) {
    for (let axis = 0; axis < 4; axis++) {
      const step = at(planes, axis * count + index) + at(planes, (axis + 4) * count + index) * 256;
      values[axis] = (at(values, axis) + step) & 0xffff;
    }
    const [x, y, z, r] = values.map((value) => value / STEPS_PER_CM - MOVED_CM);
    points.push([x, y, z, r] as PathPoint);
  }
  let start = 0;
  return entry.knots.map((length) => points.slice(start, (start += length)));
}

const slice = (bytes: Uint8Array, [start, length]: Span) => bytes.subarray(start, start + length);

function withMirrorImage(mesh: DrawnMesh): DrawnMesh {
  const { positions, normalsAndShade, indices } = mesh;
  const count = positions.length / 3;
  const bothPositions = new Float32Array(positions.length * 2);
  bothPositions.set(positions);
  bothPositions.set(
    positions.map((value, i) => (i % 3 === 0 ? -value : value)),
    positions.length,
  );
  const bothNormals = new Int8Array(normalsAndShade.length * 2);
  bothNormals.set(normalsAndShade);
  bothNormals.set(
    normalsAndShade.map((value, i) => (i % 4 === 0 ? -value : value)),
    normalsAndShade.length,
  );
  const bothIndices = new Uint32Array(indices.length * 2);
  bothIndices.set(indices);
  for (let corner = 0; corner < indices.length; corner += 3) {
    const offset = indices.length + corner;
    bothIndices[offset] = at(indices, corner) + count;
    bothIndices[offset + 1] = at(indices, corner + 2) + count;
    bothIndices[offset + 2] = at(indices, corner + 1) + count;
  }
  return { positions: bothPositions, normalsAndShade: bothNormals, indices: bothIndices };
}
