/**
 * What the build step measured on the meshes and the page needs before it has them: sizes and
 * slices of the organs, slices of the skin, front outlines. Lengths cm, areas cm², volumes mL.
 */
import type { PathPoint } from "./mesh/curve";
import type { PartId } from "./parts";

/** A solid as cross-section areas at evenly spaced heights: all that a warp's volume needs. */
export interface PartSize {
  readonly volumeMl: number;
  /** The point that stays in place when the organ grows. */
  readonly fixed: readonly [x: number, y: number, z: number];
  /** Height of the lowest slice's middle. */
  readonly from: number;
  readonly spacing: number;
  readonly areas: readonly number[];
}

/** Slices of a skin: before and behind the limb's or trunk's axis, and one arm. */
export interface SkinSlices {
  readonly volumeMl: number;
  readonly from: number;
  readonly spacing: number;
  readonly front: readonly number[];
  readonly back: readonly number[];
  readonly arms: readonly number[];
}

/**
 * A front view seen from the `whole` camera, projected on the plane z = 0. Closed contours, each
 * x0, y0, dx, dy, dx, dy … in tenths of a centimetre.
 */
export type Contours = readonly (readonly number[])[];

export type OutlineId = PartId | "skin" | "bones";

export interface BodyFacts {
  readonly sizes: Readonly<Partial<Record<PartId, PartSize>>>;
  readonly skins: { readonly male: SkinSlices; readonly female: SkinSlices };
  readonly outlines: Readonly<Partial<Record<OutlineId, Contours>>>;
  /** Axes of hollow organs that are no tubes in the files; radii are the lumen's. */
  readonly gutAxes: { readonly stomach: readonly PathPoint[] };
  /** Open lines with a width: small bowel and vessels. Points as in `Contours`. */
  readonly strokes: Readonly<Partial<Record<PartId, readonly Stroke[]>>>;
}

export interface Stroke {
  readonly width: number;
  readonly line: readonly number[];
}
