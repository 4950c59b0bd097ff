/**
 * The field of a tube: distance to an axis with a varying radius.
 *
 * Segments are sorted into coarse bins, so that a point asks the few near it; further away than
 * `reach` the answer is only a lower bound, which is all that meshing needs.
 */
import { arcLengths, type Path, type PathPoint } from "../../../views/body/mesh/curve";
import { at, type Vec3 } from "../../../views/body/mesh/vectors";
import { smoothMin, type Field } from "./field";

export interface TubeOptions {
  /** Fillet between segments, cm; use with few, fat segments. */
  readonly blend?: number;
  /** Factor on the radius by arc length, cm. */
  readonly swell?: (walked: number) => number;
  /** Distances are exact up to here, cm; a fillet wider than this shows where it ends. */
  readonly reach?: number;
}

const BIN = 1.6;

export function tube(path: Path, { blend = 0, swell, reach = 2.4 }: TubeOptions = {}): Field {
  const lengths = arcLengths(path);
  const bins = binSegments(path, reach);

  const distanceTo = (segment: number, x: number, y: number, z: number): number => {
    const from = path[segment] as PathPoint;
    const to = path[segment + 1] as PathPoint;
    const bx = to[0] - from[0];
    const by = to[1] - from[1];
    const bz = to[2] - from[2];
    const px = x - from[0];
    const py = y - from[1];
    const pz = z - from[2];
    const along = (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz || 1e-9);
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const ex = px - bx * t;
    const ey = py - by * t;
    const ez = pz - bz * t;
    let radius = from[3] + (to[3] - from[3]) * t;
    if (swell) {
      const start = at(lengths, segment);
      radius *= swell(start + (at(lengths, segment + 1) - start) * t);
    }
    return Math.sqrt(ex * ex + ey * ey + ez * ez) - radius;
  };

  return (x, y, z) => {
    const segments = bins.near(x, y, z);
    if (typeof segments === "number") return segments;
    let best = Infinity;
    for (const segment of segments) {
      const distance = distanceTo(segment, x, y, z);
      if (blend > 0 && best !== Infinity) best = smoothMin(best, distance, blend);
      else if (distance < best) best = distance;
    }
    return best;
  };
}

interface Bins {
  /** Segments near a point, or a lower bound of the distance where there are none. */
  readonly near: (x: number, y: number, z: number) => readonly number[] | number;
}

function binSegments(path: Path, exact: number): Bins {
  const [low, high] = paddedBox(path, exact);
  const counts = low.map((value, axis) => Math.ceil((at(high, axis) - value) / BIN) + 1);
  const [nx, ny, nz] = counts as [number, number, number];
  const bins = new Map<number, number[]>();
  for (let segment = 0; segment < path.length - 1; segment++) {
    const [from, to] = [path[segment] as PathPoint, path[segment + 1] as PathPoint];
    const reach = Math.max(from[3], to[3]) * 1.2 + BIN * 0.87 + exact;
    const range = (axis: number): [number, number] => [
      Math.max(
        0,
        Math.floor((Math.min(at(from, axis), at(to, axis)) - reach - at(low, axis)) / BIN),
      ),
      Math.min(
        at(counts, axis) - 1,
        Math.floor((Math.max(at(from, axis), at(to, axis)) + reach - at(low, axis)) / BIN),
      ),
    ];
    const [[x0, x1], [y0, y1], [z0, z1]] = [range(0), range(1), range(2)];
    for (let x = x0; x <= x1; x++)
      for (let y = y0; y <= y1; y++)
        for (let z = z0; z <= z1; z++) {
          const key = (x * ny + y) * nz + z;
          const bin = bins.get(key);
          if (bin) bin.push(segment);
          else bins.set(key, [segment]);
        }
  }
  const centre = low.map((value, axis) => (value + at(high, axis)) / 2);
  const half = low.map((value, axis) => (at(high, axis) - value) / 2);
  const outside = (value: number, axis: number) =>
    Math.max(Math.abs(value - at(centre, axis)) - at(half, axis), 0);
  return {
    near: (x, y, z) => {
      const i = Math.floor((x - low[0]) / BIN);
      const j = Math.floor((y - low[1]) / BIN);
      const k = Math.floor((z - low[2]) / BIN);
      if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz)
        return exact + Math.hypot(outside(x, 0), outside(y, 1), outside(z, 2)) * 0.9;
      return bins.get((i * ny + j) * nz + k) ?? exact;
    },
  };
}

function paddedBox(path: Path, margin: number): [Vec3, Vec3] {
  const side = (axis: number, sign: 1 | -1) =>
    sign * Math.max(...path.map((point) => sign * at(point, axis) + point[3] + margin + 0.2));
  return [
    [side(0, -1), side(1, -1), side(2, -1)],
    [side(0, 1), side(1, 1), side(2, 1)],
  ];
}
