/**
 * Where a body is fatter or thinner than its age's and height's reference: factors by height.
 *
 * One number, fatness, is solved so that the drawn skin encloses the person's weight. Men gain in
 * front at the waist, women more at hips and thighs; the thin lose from limbs before the chest,
 * whose size the ribs decide. Pushing the skin along its normals was tried and folds at the armpit.
 */
import { clamp, mix, smoothstep } from "./mesh/vectors";
import { levelCubic } from "./interpolate";

/** Relative growth sideways, in front, behind, and of the arm, per unit of fatness. */
export interface Gain {
  readonly side: number;
  readonly front: number;
  readonly back: number;
  readonly arm: number;
  /** Taken off the sideways movement of the legs, cm: thighs grow inwards too, until they touch. */
  readonly innerThigh: number;
  /** How far the belly hangs, cm. */
  readonly sag: number;
}

/** floor, ankle, calf, knee, mid thigh, groin, hip, belly, waist, chest, armpit, neck, chin, brow */
const heights = [0, 8, 33, 50, 68, 84, 92, 104, 114, 126, 138, 149, 154, 162, 176] as const;

const profile = (values: readonly number[]) => levelCubic(heights, values);

const male = {
  side: profile([0, 0.08, 0.24, 0.2, 0.34, 0.42, 0.44, 0.58, 0.56, 0.28, 0.12, 0.26, 0.2, 0.09, 0]),
  front: profile([
    0, 0.08, 0.22, 0.2, 0.32, 0.34, 0.42, 0.98, 0.98, 0.48, 0.26, 0.22, 0.2, 0.05, 0,
  ]),
  back: profile([0, 0.06, 0.26, 0.2, 0.34, 0.36, 0.3, 0.24, 0.28, 0.26, 0.26, 0.22, 0.14, 0.03, 0]),
};
const female = {
  side: profile([
    0, 0.08, 0.3, 0.26, 0.46, 0.54, 0.56, 0.54, 0.48, 0.26, 0.12, 0.22, 0.18, 0.09, 0,
  ]),
  front: profile([
    0, 0.08, 0.28, 0.24, 0.42, 0.42, 0.46, 0.78, 0.7, 0.4, 0.24, 0.18, 0.16, 0.05, 0,
  ]),
  back: profile([
    0, 0.06, 0.32, 0.24, 0.44, 0.5, 0.48, 0.32, 0.26, 0.24, 0.24, 0.18, 0.12, 0.03, 0,
  ]),
};
/** For negative fatness; the chest and the head keep their bones. */
const thin = {
  side: profile([0, 0.12, 0.5, 0.24, 0.7, 0.46, 0.12, 0.1, 0.04, 0.05, 0.1, 0.34, 0.26, 0.1, 0]),
  front: profile([0, 0.1, 0.4, 0.2, 0.7, 0.5, 0.3, 0.2, 0.1, 0.06, 0.14, 0.2, 0.12, 0.02, 0]),
  back: profile([0, 0.1, 0.7, 0.24, 0.7, 0.7, 0.5, 0.16, 0.08, 0.06, 0.08, 0.3, 0.2, 0.02, 0]),
};
const armHeights = [66, 80, 88, 98, 112, 124, 132, 138, 143] as const;
const arm = levelCubic(armHeights, [0.04, 0.1, 0.14, 0.24, 0.3, 0.38, 0.3, 0.14, 0.04]);
const thinArm = levelCubic(armHeights, [0.1, 0.1, 0.2, 0.5, 0.4, 0.7, 0.6, 0.4, 0.2]);
const belly = levelCubic([82, 92, 102, 110, 120, 132], [0, 0.9, 2.6, 2.4, 0.9, 0]);
/** How far the inside of each leg stands off the midline, cm. */
const innerLeg = levelCubic(
  [5, 9, 16, 24, 33, 50, 57, 66, 76, 84],
  [5.8, 5.8, 5.5, 4.7, 3.8, 3.8, 3.2, 2, 0.9, 0],
);

/** Drawn fatness ends here; the model's weight may go on. */
export const LEAST_FAT = -0.5;
export const MOST_FAT = 2.4;

/** @param womanly 0 for men and children, 1 for women */
export function gainAt(y: number, fatness: number, womanly: number): Gain {
  if (fatness < 0)
    return {
      side: fatness * thin.side(y),
      front: fatness * thin.front(y),
      back: fatness * thin.back(y),
      arm: fatness * thinArm(y),
      innerThigh: innerThigh(y, fatness * thin.side(y)),
      sag: 0,
    };
  const share = (which: "side" | "front" | "back") =>
    fatness * mix(male[which](y), female[which](y), womanly);
  return {
    side: share("side"),
    front: share("front"),
    back: share("back"),
    arm: fatness * arm(y),
    innerThigh: innerThigh(y, share("side")),
    // Steeper, and the belly's underside would fold over itself.
    sag: clamp(fatness - 0.45, 0, 1.3) * belly(y),
  };
}

/** The inside goes to `innerLeg·exp(−1.2·side)`: nearer the other leg, never across. */
const innerThigh = (y: number, side: number) => innerLeg(y) * (side + 1 - Math.exp(-1.2 * side));

/** How far the arms are held off the trunk: the tangent of the added angle. */
export const armSpread = (fatness: number): number => 0.2 * Math.min(Math.max(fatness, 0), 1.7);

export const womanliness = (sex: "male" | "female", ageYears: number): number =>
  sex === "female" ? smoothstep(10, 17, ageYears) : 0;
