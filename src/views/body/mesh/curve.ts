/**
 * Axes of tubes: vessels, gut, ribs, bronchi are a list of points with a radius.
 *
 * The build step and the page both sweep the same axes, so only the few knots below travel.
 */
import { at, mix } from "./vectors";

/** A point of an axis, cm: place and radius there. */
export type PathPoint = readonly [x: number, y: number, z: number, radius: number];
export type Path = readonly PathPoint[];

/** Catmull–Rom curve through all knots, `steps` points from each knot to the next. */
export function smoothPath(knots: Path, steps: number): PathPoint[] {
  const points: PathPoint[] = [];
  const knot = (i: number) => knots[Math.min(Math.max(i, 0), knots.length - 1)] as PathPoint;
  for (let i = 0; i < knots.length - 1; i++) {
    const [before, from, to, after] = [knot(i - 1), knot(i), knot(i + 1), knot(i + 2)];
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const value = (axis: number) =>
        catmullRom(at(before, axis), at(from, axis), at(to, axis), at(after, axis), t);
      points.push([value(0), value(1), value(2), value(3)]);
    }
  }
  points.push(knot(knots.length - 1));
  return points;
}

/** The same axis with points every `spacing` cm; the last point is kept. */
export function evenPath(path: Path, spacing: number): PathPoint[] {
  const points: PathPoint[] = [path[0] as PathPoint];
  let walked = 0;
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1] as PathPoint, path[i] as PathPoint];
    const stretch = distance(from, to);
    let next = spacing - walked;
    while (next <= stretch) {
      points.push(mixPoints(from, to, next / stretch));
      next += spacing;
    }
    walked = (walked + stretch) % spacing;
  }
  points.push(path[path.length - 1] as PathPoint);
  return points;
}

/** Length walked from the first point to each point, cm. */
export function arcLengths(path: Path): number[] {
  const lengths = [0];
  for (let i = 1; i < path.length; i++)
    lengths.push(at(lengths, i - 1) + distance(path[i - 1] as PathPoint, path[i] as PathPoint));
  return lengths;
}

export const pathLength = (path: Path): number => arcLengths(path).at(-1) ?? 0;

/** The point at a distance along the axis; beyond the ends, the end. */
export function pointAlong(path: Path, lengths: readonly number[], walked: number): PathPoint {
  let i = 1;
  while (i < path.length - 1 && at(lengths, i) < walked) i++;
  const [start, stop] = [at(lengths, i - 1), at(lengths, i)];
  const t = Math.min(Math.max((walked - start) / (stop - start || 1), 0), 1);
  return mixPoints(path[i - 1] as PathPoint, path[i] as PathPoint, t);
}

/** The other side of the body. */
export const mirrorPath = (path: Path): PathPoint[] => path.map(([x, y, z, r]) => [-x, y, z, r]);

const distance = (a: PathPoint, b: PathPoint) => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);

const mixPoints = (a: PathPoint, b: PathPoint, t: number): PathPoint => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
  mix(a[3], b[3], t),
];

function catmullRom(p0: number, p1: number, p2: number, p3: number, t: number): number {
  return (
    0.5 *
    (2 * p1 +
      (p2 - p0) * t +
      (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t +
      (3 * p1 - p0 - 3 * p2 + p3) * t * t * t)
  );
}
