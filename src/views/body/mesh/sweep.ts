/**
 * Turns an axis into a closed tube: rings on parallel-transported frames, rounded at both ends.
 *
 * Runs in the build step (volumes, occlusion) and in the page (drawing), and must give the same
 * vertices in the same order in both: the packed files carry only what is baked on them.
 */
import type { Path, PathPoint } from "./curve";
import { at, cross, dot, normalize, scale, subtract, type Vec3 } from "./vectors";

/** Triangles with outward normals. Positions and normals x, y, z interleaved, cm. */
export interface Mesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
}

/** Factor on the radius at an arc length (cm) and an angle about the axis (rad). */
export type Modulation = (walked: number, angle: number) => number;

export function sweep(axis: Path, sides: number, modulation?: Modulation): Mesh {
  const path = roundEnds(axis);
  const rings = path.length;
  const vertexCount = rings * sides + 2;
  const positions = new Float32Array(vertexCount * 3);
  const normals = new Float32Array(vertexCount * 3);
  // A polygon of this radius has the circle's area, so coarse tubes keep their volume.
  const turn = (2 * Math.PI) / sides;
  const fullness = Math.sqrt(turn / Math.sin(turn));
  let across: Vec3 = [0, 0, 1];
  let walked = 0;
  for (let ring = 0; ring < rings; ring++) {
    const centre = path[ring] as PathPoint;
    const before = path[Math.max(ring - 1, 0)] as PathPoint;
    const after = path[Math.min(ring + 1, rings - 1)] as PathPoint;
    const along = normalize(subtract(xyz(after), xyz(before)));
    across = perpendicular(across, along);
    const aside = cross(along, across);
    if (ring > 0) walked += Math.hypot(...subtract(xyz(centre), xyz(before)));
    for (let side = 0; side < sides; side++) {
      const angle = turn * side;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const radius = centre[3] * fullness * (modulation ? modulation(walked, angle) : 1);
      const vertex = (ring * sides + side) * 3;
      for (let axisIndex = 0; axisIndex < 3; axisIndex++) {
        const outward = at(across, axisIndex) * c + at(aside, axisIndex) * s;
        normals[vertex + axisIndex] = outward;
        positions[vertex + axisIndex] = at(centre, axisIndex) + outward * radius;
      }
    }
  }
  const mesh = { positions, normals, indices: tubeIndices(rings, sides) };
  placeCaps(mesh, path, sides);
  if (modulation) accumulateNormals(mesh);
  return mesh;
}

/** How many vertices `sweep` makes. */
export const sweptVertexCount = (points: number, sides: number): number =>
  (points + 2 * capRings.length) * sides + 2;

export function mergeMeshes(meshes: readonly Mesh[]): Mesh {
  const positions = new Float32Array(meshes.reduce((sum, m) => sum + m.positions.length, 0));
  const normals = new Float32Array(positions.length);
  const indices = new Uint32Array(meshes.reduce((sum, m) => sum + m.indices.length, 0));
  let [coordinate, corner] = [0, 0];
  for (const mesh of meshes) {
    positions.set(mesh.positions, coordinate);
    normals.set(mesh.normals, coordinate);
    const firstVertex = coordinate / 3;
    for (const index of mesh.indices) indices[corner++] = index + firstVertex;
    coordinate += mesh.positions.length;
  }
  return { positions, normals, indices };
}

/** A mesh and its mirror image across the midline, as one. */
export function withMirrorImage(mesh: Mesh): Mesh {
  const positions = mesh.positions.map((value, i) => (i % 3 === 0 ? -value : value));
  const normals = mesh.normals.map((value, i) => (i % 3 === 0 ? -value : value));
  const indices = mesh.indices.slice();
  for (let corner = 0; corner < indices.length; corner += 3) {
    indices[corner] = at(mesh.indices, corner + 1);
    indices[corner + 1] = at(mesh.indices, corner);
  }
  return mergeMeshes([mesh, { positions, normals, indices }]);
}

/** Replaces the normals by area-weighted means of the faces around each vertex. */
export function accumulateNormals({ positions, normals, indices }: Mesh): void {
  normals.fill(0);
  for (let corner = 0; corner < indices.length; corner += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => at(indices, corner + k) * 3) as [number, number, number];
    const u = subtract(vertexAt(positions, b), vertexAt(positions, a));
    const v = subtract(vertexAt(positions, c), vertexAt(positions, a));
    const face = cross(u, v);
    for (const vertex of [a, b, c])
      for (let axis = 0; axis < 3; axis++)
        normals[vertex + axis] = at(normals, vertex + axis) + at(face, axis);
  }
  for (let vertex = 0; vertex < normals.length; vertex += 3)
    normals.set(normalize(vertexAt(normals, vertex)), vertex);
}

const vertexAt = (array: Float32Array, offset: number): Vec3 => [
  at(array, offset),
  at(array, offset + 1),
  at(array, offset + 2),
];

const xyz = (point: PathPoint): Vec3 => [point[0], point[1], point[2]];

/** Rings added beyond an end: how far out and how wide, in radii of the end. */
const capRings: readonly (readonly [out: number, width: number])[] = [
  [0.5, 0.87],
  [0.87, 0.5],
  [0.99, 0.12],
];

function roundEnds(path: Path): PathPoint[] {
  const cap = (end: PathPoint, inner: PathPoint): PathPoint[] => {
    const out = normalize(subtract(xyz(end), xyz(inner)));
    return capRings.map(([reach, width]) => {
      const [x, y, z] = scale(out, end[3] * reach);
      return [end[0] + x, end[1] + y, end[2] + z, end[3] * width];
    });
  };
  const [first, second] = [path[0] as PathPoint, path[1] as PathPoint];
  const [last, beforeLast] = [path.at(-1) as PathPoint, path.at(-2) as PathPoint];
  return [...cap(first, second).reverse(), ...path, ...cap(last, beforeLast)];
}

/** `previous` turned the least to stand square on `along`. */
function perpendicular(previous: Vec3, along: Vec3): Vec3 {
  const flat = subtract(previous, scale(along, dot(previous, along)));
  if (Math.hypot(...flat) > 1e-3) return normalize(flat);
  return normalize(subtract([1, 0, 0], scale(along, along[0])));
}

function tubeIndices(rings: number, sides: number): Uint32Array {
  const indices: number[] = [];
  for (let ring = 0; ring < rings - 1; ring++)
    for (let side = 0; side < sides; side++) {
      const next = (side + 1) % sides;
      const [a, b] = [ring * sides + side, ring * sides + next];
      const [c, d] = [a + sides, b + sides];
      indices.push(a, b, c, b, d, c);
    }
  const [startTip, endTip, lastRing] = [rings * sides, rings * sides + 1, (rings - 1) * sides];
  for (let side = 0; side < sides; side++) {
    const next = (side + 1) % sides;
    indices.push(startTip, next, side, endTip, lastRing + side, lastRing + next);
  }
  return new Uint32Array(indices);
}

function placeCaps({ positions, normals }: Mesh, path: readonly PathPoint[], sides: number): void {
  const tips: [PathPoint, PathPoint][] = [
    [path[0] as PathPoint, path[1] as PathPoint],
    [path.at(-1) as PathPoint, path.at(-2) as PathPoint],
  ];
  for (const [index, [tip, inner]] of tips.entries()) {
    const vertex = (path.length * sides + index) * 3;
    positions.set(xyz(tip), vertex);
    normals.set(normalize(subtract(xyz(tip), xyz(inner))), vertex);
  }
}
