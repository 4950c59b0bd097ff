/** The solids that blobs are made of: balls, ellipsoids, round cones. All sizes in cm. */
import { clamp, subtract, type Vec3 } from "../../../views/body/mesh/vectors";
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
