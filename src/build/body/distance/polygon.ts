/** Outlines of thin bones: a closed curve in a plane, as a signed distance in that plane, cm. */
import { at } from "../../../views/body/mesh/vectors";

export type PlanePoint = readonly [u: number, v: number];

/** Rounds a closed outline with a Catmull–Rom curve, `steps` points per corner. */
export function roundedOutline(corners: readonly PlanePoint[], steps: number): PlanePoint[] {
  const corner = (i: number) => corners[(i + corners.length) % corners.length] as PlanePoint;
  return corners.flatMap((_, i) => {
    const [before, from, to, after] = [corner(i - 1), corner(i), corner(i + 1), corner(i + 2)];
    return Array.from({ length: steps }, (_unused, step): PlanePoint => {
      const t = step / steps;
      const value = (axis: 0 | 1) =>
        0.5 *
        (2 * from[axis] +
          (to[axis] - before[axis]) * t +
          (2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis]) * t * t +
          (3 * from[axis] - before[axis] - 3 * to[axis] + after[axis]) * t * t * t);
      return [value(0), value(1)];
    });
  });
}

/** Negative inside. */
export function polygon(points: readonly PlanePoint[]): (u: number, v: number) => number {
  const flat = Float64Array.from(points.flat());
  const count = points.length;
  return (u, v) => {
    let nearest = Infinity;
    let inside = false;
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const ax = at(flat, i * 2);
      const ay = at(flat, i * 2 + 1);
      const ex = at(flat, j * 2) - ax;
      const ey = at(flat, j * 2 + 1) - ay;
      const px = u - ax;
      const py = v - ay;
      const along = (px * ex + py * ey) / (ex * ex + ey * ey || 1e-9);
      const t = along < 0 ? 0 : along > 1 ? 1 : along;
      const dx = px - ex * t;
      const dy = py - ey * t;
      nearest = Math.min(nearest, dx * dx + dy * dy);
      if (ay > v !== ay + ey > v && u < (ex * (v - ay)) / ey + ax) inside = !inside;
    }
    return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
  };
}
