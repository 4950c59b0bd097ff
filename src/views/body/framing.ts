/**
 * How much of the world a picture of a whole person shows. Both bodies ask here, so that one can
 * give way to the other without a jump.
 */
import { REFERENCE_HEIGHT, WHOLE_CAMERA } from "./anatomy";
import type { BodyWarp } from "./warp";

/** A window on the plane z = 0 that must fit into the picture, cm. */
export interface Frame {
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  /** From the camera to the plane z = 0 if the height fills the picture. */
  readonly distance: number;
}

const RADIANS = Math.PI / 180;
/** Height of the picture at a distance of one. */
export const TALL_AT_ONE = 2 * Math.tan((WHOLE_CAMERA.fieldOfView / 2) * RADIANS);

const REFERENCE_TALL = WHOLE_CAMERA.distance * TALL_AT_ONE;
/** Floor below the feet, share of the picture. */
const FLOOR = 0.5 - WHOLE_CAMERA.height / REFERENCE_TALL;

/**
 * A child looks smaller than an adult, but not so small that the liver is a dot: the picture
 * shrinks with the 0.75th power of stature, a compromise drawn by eye.
 */
export function frameOf(warp: BodyWarp): Frame {
  const stature = warp.heightCm / REFERENCE_HEIGHT;
  const height = REFERENCE_TALL * Math.max(stature, stature ** 0.75);
  const [reach] = warp.place([37, 76, 1.2], 1);
  return {
    centreY: height * (0.5 - FLOOR),
    width: 2 * reach * 1.08,
    height,
    distance: height / TALL_AT_ONE,
  };
}

/** Camera distance at which the frame fits into a picture of this width over height. */
export const distanceToFit = (frame: Frame, aspect: number): number =>
  Math.max(frame.height, frame.width / aspect) / TALL_AT_ONE;
