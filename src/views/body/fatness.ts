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
  /** How far the belly hangs, cm. */
  readonly sag: number;
}

/** floor, ankle, calf, knee, mid thigh, groin, hip, belly, waist, chest, armpit, neck, chin, brow */
const heights = [0, 8, 33, 50, 68, 84, 92, 104, 114, 126, 138, 149, 154, 162, 176] as const;

const profile = (values: readonly number[]) => levelCubic(heights, values);

const male = {
  side: profile([0, 0.08, 0.24, 0.2, 0.32, 0.4, 0.42, 0.56, 0.56, 0.4, 0.3, 0.3, 0.2, 0.09, 0]),
  front: profile([
    0, 0.08, 0.22, 0.2, 0.32, 0.34, 0.42, 0.98, 0.98, 0.48, 0.26, 0.22, 0.2, 0.05, 0,
  ]),
  back: profile([0, 0.06, 0.26, 0.2, 0.34, 0.36, 0.3, 0.24, 0.28, 0.26, 0.26, 0.22, 0.14, 0.03, 0]),
};
const female = {
  side: profile([0, 0.08, 0.3, 0.26, 0.44, 0.52, 0.54, 0.52, 0.5, 0.36, 0.28, 0.24, 0.18, 0.09, 0]),
  front: profile([
    0, 0.08, 0.28, 0.24, 0.42, 0.42, 0.46, 0.78, 0.7, 0.4, 0.24, 0.18, 0.16, 0.05, 0,
  ]),
  back: profile([
    0, 0.06, 0.32, 0.24, 0.44, 0.5, 0.48, 0.32, 0.26, 0.24, 0.24, 0.18, 0.12, 0.03, 0,
  ]),
};
/** For negative fatness; the chest and the head keep their bones. */
const thin = {
  side: profile([0, 0.12, 0.5, 0.24, 0.6, 0.6, 0.42, 0.34, 0.4, 0.14, 0.14, 0.34, 0.26, 0.1, 0]),
  front: profile([0, 0.1, 0.4, 0.2, 0.6, 0.5, 0.34, 0.5, 0.6, 0.12, 0.2, 0.2, 0.12, 0.02, 0]),
  back: profile([0, 0.1, 0.6, 0.24, 0.6, 0.6, 0.5, 0.2, 0.24, 0.12, 0.12, 0.3, 0.2, 0.02, 0]),
};
const arm = levelCubic([66, 80, 88, 98, 112, 124, 136], [0.04, 0.1, 0.14, 0.24, 0.3, 0.44, 0.44]);
const thinArm = levelCubic([66, 80, 88, 98, 112, 124, 136], [0.1, 0.1, 0.2, 0.5, 0.4, 0.7, 0.5]);
const belly = levelCubic([84, 92, 100, 108, 118, 130], [0, 1.2, 3.6, 3.2, 1, 0]);

/** Drawn fatness ends here; the model's weight may go on. */
export const LEAST_FAT = -0.5;
export const MOST_FAT = 3.2;

/** @param womanly 0 for men and children, 1 for women */
export function gainAt(y: number, fatness: number, womanly: number): Gain {
  if (fatness < 0)
    return {
      side: fatness * thin.side(y),
      front: fatness * thin.front(y),
      back: fatness * thin.back(y),
      arm: fatness * thinArm(y),
      sag: 0,
    };
  const share = (which: "side" | "front" | "back") =>
    fatness * mix(male[which](y), female[which](y), womanly);
  return {
    side: share("side"),
    front: share("front"),
    back: share("back"),
    arm: fatness * arm(y),
    sag: clamp(fatness - 0.45, 0, 1.6) * belly(y),
  };
}

/** How far the arms are held off the trunk: the tangent of the added angle. */
export const armSpread = (fatness: number): number => 0.15 * clamp(fatness, 0, MOST_FAT);

export const womanliness = (sex: "male" | "female", ageYears: number): number =>
  sex === "female" ? smoothstep(10, 17, ageYears) : 0;
