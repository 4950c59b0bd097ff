/**
 * Proportions from birth to adulthood, as landmarks and widths relative to the reference man.
 *
 * Statures: ICRP Publication 89. Upper over lower segment 1.7 at birth and 1.0 at ten years (Hall,
 * Handbook of Physical Measurements); the head is a quarter of the length at birth and 1/7.5 in
 * men. Widths of newborn and one-year-old from circumferences in common growth charts (head 35 and
 * 46 cm, chest 33 and 46 cm). Everything between those facts is drawn.
 */
import { mix } from "./mesh/vectors";
import { between } from "./interpolate";

/** Heights on the reference man that the tables below are about, cm. */
export const landmarkHeights = [0, 50, 84, 106, 143.5, 153, 166, 176] as const;
/** floor, knee, crotch, navel, notch of the sternum, chin, brow, vertex */
export const widthHeights = [0, 50, 84, 92, 110, 128, 143, 150, 157, 176] as const;
/** sole, knee, thigh, hip, waist, chest, shoulder, neck, jaw, cranium */

export interface Proportions {
  readonly heightCm: number;
  readonly weightKg: number;
  /** Heights of the landmarks on this body, cm. */
  readonly landmarks: readonly number[];
  /** Factors on x and on z at `widthHeights`. */
  readonly widths: readonly number[];
  readonly depths: readonly number[];
  /** Factor on x for the arms, which hang beside the waist but follow the shoulders. */
  readonly arm: number;
}

const newborn: Proportions = {
  heightCm: 51,
  weightKg: 3.5,
  landmarks: [0, 9.9, 17.3, 25, 36.2, 38.4, 44.3, 51],
  widths: [0.31, 0.3, 0.3, 0.31, 0.345, 0.33, 0.3, 0.37, 0.58, 0.63],
  depths: [0.33, 0.32, 0.33, 0.36, 0.47, 0.41, 0.38, 0.42, 0.56, 0.62],
  arm: 0.31,
};
const oneYear: Proportions = {
  heightCm: 76,
  weightKg: 10,
  landmarks: [0, 16.3, 28.2, 38.6, 55.9, 59, 67, 76],
  widths: [0.48, 0.5, 0.455, 0.46, 0.5, 0.475, 0.46, 0.56, 0.79, 0.83],
  depths: [0.47, 0.5, 0.49, 0.5, 0.64, 0.54, 0.5, 0.57, 0.77, 0.81],
  arm: 0.46,
};
const fiveYears: Proportions = {
  heightCm: 109,
  weightKg: 19,
  landmarks: [0, 27.8, 47.5, 61.2, 85.6, 90, 98.9, 109],
  widths: [0.6, 0.58, 0.56, 0.565, 0.62, 0.6, 0.61, 0.7, 0.9, 0.935],
  depths: [0.6, 0.58, 0.59, 0.6, 0.66, 0.62, 0.62, 0.7, 0.88, 0.92],
  arm: 0.6,
};
const tenYears: Proportions = {
  heightCm: 138,
  weightKg: 32,
  landmarks: [0, 38.5, 65.2, 80.8, 111, 117.2, 127.6, 138],
  widths: [0.8, 0.74, 0.725, 0.73, 0.745, 0.73, 0.735, 0.79, 0.93, 0.96],
  depths: [0.78, 0.73, 0.73, 0.73, 0.77, 0.75, 0.745, 0.8, 0.92, 0.945],
  arm: 0.73,
};
const boyOf15: Proportions = {
  heightCm: 167,
  weightKg: 56,
  landmarks: [0, 47.6, 80.2, 101.2, 136, 144.9, 157.2, 167],
  widths: [0.96, 0.92, 0.915, 0.92, 0.9, 0.9, 0.905, 0.92, 0.965, 0.985],
  depths: [0.95, 0.92, 0.92, 0.92, 0.91, 0.91, 0.905, 0.92, 0.96, 0.98],
  arm: 0.905,
};
const girlOf15: Proportions = {
  heightCm: 161,
  weightKg: 53,
  landmarks: [0, 45, 76.6, 97.3, 131.1, 140, 151.8, 161],
  widths: [0.89, 0.91, 0.955, 0.965, 0.85, 0.87, 0.875, 0.9, 0.925, 0.95],
  depths: [0.91, 0.93, 0.95, 0.96, 0.88, 0.9, 0.875, 0.89, 0.915, 0.95],
  arm: 0.875,
};
const man: Proportions = {
  heightCm: 176,
  weightKg: 73,
  landmarks: landmarkHeights,
  widths: widthHeights.map(() => 1),
  depths: widthHeights.map(() => 1),
  arm: 1,
};
const woman: Proportions = {
  heightCm: 163,
  weightKg: 60,
  landmarks: [0, 45.5, 77.5, 98.5, 132.8, 141.8, 153.8, 163],
  widths: [0.9, 0.93, 0.985, 1, 0.87, 0.89, 0.89, 0.91, 0.93, 0.955],
  depths: [0.92, 0.95, 0.98, 0.99, 0.9, 0.92, 0.89, 0.9, 0.92, 0.955],
  arm: 0.9,
};

const ages = [0, 1, 5, 10, 15, 20] as const;
const bodies = {
  male: [newborn, oneYear, fiveYears, tenYears, boyOf15, man],
  female: [newborn, oneYear, fiveYears, tenYears, girlOf15, woman],
} as const;

/** Rows are interpolated by age, not meshes. */
export function proportionsAt(sex: "male" | "female", ageYears: number): Proportions {
  const { index, t } = between(ages, ageYears);
  const rows: readonly Proportions[] = bodies[sex];
  const [younger, older] = [rows[index] ?? man, rows[index + 1] ?? man];
  const row = (pick: (body: Proportions) => readonly number[]) =>
    pick(younger).map((value, i) => mix(value, pick(older)[i] ?? value, t));
  return {
    heightCm: mix(younger.heightCm, older.heightCm, t),
    weightKg: mix(younger.weightKg, older.weightKg, t),
    landmarks: row((body) => body.landmarks),
    widths: row((body) => body.widths),
    depths: row((body) => body.depths),
    arm: mix(younger.arm, older.arm, t),
  };
}
