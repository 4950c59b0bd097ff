/**
 * Landmarks of the reference man that the page's warp and the build step must agree on, cm.
 */
import { clamp, mix } from "./mesh/vectors";

/** Where the `whole` camera stands: in front, looking level; the flat body is drawn from there. */
export const WHOLE_CAMERA = { height: 87, distance: 450, fieldOfView: 24 } as const;

export const REFERENCE_HEIGHT = 176;
export const REFERENCE_WEIGHT = 73;

/** Depth of the axis about which trunk and legs grow fatter, z. */
export const AXIS_DEPTH = -0.8;

/** Between flank and arm: |x| beyond this belongs to the arm, below the armpit. */
export const armThreshold = (y: number): number =>
  y > ARMPIT ? 60 : 16.2 + 0.115 * Math.max(0, 124 - y);

/** Height of the armpit's fold; above it arm and trunk are one. */
export const ARMPIT = 126;

/** Axis of the hanging arm: |x| and z by height. */
const armAxis = [
  { y: 66, x: 31.5, z: 2.2 },
  { y: 78, x: 31, z: 1.2 },
  { y: 85, x: 29.9, z: 0.6 },
  { y: 98, x: 27.7, z: -1 },
  { y: 112, x: 24.4, z: -2.2 },
  { y: 121, x: 22.2, z: -1.9 },
  { y: 130.5, x: 20, z: -1.6 },
  { y: 141, x: 17, z: -1.6 },
] as const;

export function armAxisAt(y: number): { readonly x: number; readonly z: number } {
  let i = 0;
  while (i < armAxis.length - 2 && y > (armAxis[i + 1]?.y ?? 0)) i++;
  const [low, high] = [armAxis[i] ?? armAxis[0], armAxis[i + 1] ?? armAxis[7]];
  const t = clamp((y - low.y) / (high.y - low.y), 0, 1);
  return { x: mix(low.x, high.x, t), z: mix(low.z, high.z, t) };
}
