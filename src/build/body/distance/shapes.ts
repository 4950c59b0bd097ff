/** The solids that blobs are made of: ellipsoids, round cones and thin blades. All sizes in cm. */
import { clamp, cross, dot, subtract, type Vec3 } from "../../../views/body/mesh/vectors";
import type { Field } from "./field";

export const sphere =
  ([cx, cy, cz]: Vec3, radius: number): Field =>
  (x, y, z) =>
    Math.sqrt((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) - radius;

/** @param turned degrees about x, then y, then z */
export function ellipsoid(centre: Vec3, radii: Vec3, turned?: Vec3): Field {
  const [cx, cy, cz] = centre;
  const [a, b, c] = radii;
  const distance: Field = (x, y, z) => {
    const px = x / a;
    const py = y / b;
    const pz = z / c;
    const k0 = Math.sqrt(px * px + py * py + pz * pz);
    if (k0 < 1e-4) return -Math.min(a, b, c);
    const qx = px / a;
    const qy = py / b;
    const qz = pz / c;
    return (k0 * (k0 - 1)) / Math.sqrt(qx * qx + qy * qy + qz * qz);
  };
  if (!turned) return (x, y, z) => distance(x - cx, y - cy, z - cz);
  const turn = inTurnedFrame(turned);
  return (x, y, z) => turn(distance, x - cx, y - cy, z - cz);
}

/** Calls a field with coordinates of a frame that was turned about x, then y, then z. */
export function inTurnedFrame([ax, ay, az]: Vec3) {
  const radians = Math.PI / 180;
  const [cx, sx] = [Math.cos(ax * radians), Math.sin(ax * radians)];
  const [cy, sy] = [Math.cos(ay * radians), Math.sin(ay * radians)];
  const [cz, sz] = [Math.cos(az * radians), Math.sin(az * radians)];
  // Columns of Rz·Ry·Rx; multiplying by its transpose turns a point back into the frame.
  const [xx, xy, xz] = [cz * cy, sz * cy, -sy];
  const [yx, yy, yz] = [cz * sy * sx - sz * cx, sz * sy * sx + cz * cx, cy * sx];
  const [zx, zy, zz] = [cz * sy * cx + sz * sx, sz * sy * cx - cz * sx, cy * cx];
  return (field: Field, x: number, y: number, z: number): number =>
    field(xx * x + xy * y + xz * z, yx * x + yy * y + yz * z, zx * x + zy * y + zz * z);
}

/** A cone with ball ends, radius `r0` at `from` and `r1` at `to`. */
export function roundCone(from: Vec3, to: Vec3, r0: number, r1: number): Field {
  const [ax, ay, az] = from;
  const [bx, by, bz] = subtract(to, from);
  const squared = bx * bx + by * by + bz * bz;
  return (x, y, z) => {
    const px = x - ax;
    const py = y - ay;
    const pz = z - az;
    const t = clamp((px * bx + py * by + pz * bz) / squared, 0, 1);
    const ex = px - bx * t;
    const ey = py - by * t;
    const ez = pz - bz * t;
    return Math.sqrt(ex * ex + ey * ey + ez * ez) - (r0 + (r1 - r0) * t);
  };
}

/** A triangle thickened by `radius` on both sides: the pieces of thin bones. */
export function blade(a: Vec3, b: Vec3, c: Vec3, radius: number): Field {
  const [ab, bc, ca] = [subtract(b, a), subtract(c, b), subtract(a, c)];
  const normal = cross(ab, ca);
  const [outAb, outBc, outCa] = [cross(ab, normal), cross(bc, normal), cross(ca, normal)];
  const [abab, bcbc, caca] = [dot(ab, ab), dot(bc, bc), dot(ca, ca)];
  const normalSquared = dot(normal, normal);
  const toEdge = (p: Vec3, edge: Vec3, squared: number) => {
    const t = clamp(dot(p, edge) / squared, 0, 1);
    return (p[0] - edge[0] * t) ** 2 + (p[1] - edge[1] * t) ** 2 + (p[2] - edge[2] * t) ** 2;
  };
  return (x, y, z) => {
    const pa: Vec3 = [x - a[0], y - a[1], z - a[2]];
    const pb: Vec3 = [x - b[0], y - b[1], z - b[2]];
    const pc: Vec3 = [x - c[0], y - c[1], z - c[2]];
    const sides = Math.sign(dot(outAb, pa)) + Math.sign(dot(outBc, pb)) + Math.sign(dot(outCa, pc));
    const squared =
      sides < 2
        ? Math.min(toEdge(pa, ab, abab), toEdge(pb, bc, bcbc), toEdge(pc, ca, caca))
        : dot(normal, pa) ** 2 / normalSquared;
    return Math.sqrt(squared) - radius;
  };
}
