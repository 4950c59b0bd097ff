/** Whose body is drawn. */
import type { OrganId } from "../../pharmacology/body/organs";
import { clamp } from "./mesh/vectors";

export interface BodyShape {
  readonly sex: "male" | "female";
  readonly ageYears: number;
  readonly heightCm: number;
  readonly weightKg: number;
  /** Volumes of the model's organs, L. */
  readonly organVolumesL: Readonly<Record<OrganId, number>>;
}

/** The same person within what can be drawn; anything that is no number becomes the reference. */
export function drawable(shape: BodyShape): BodyShape {
  return {
    sex: shape.sex,
    ageYears: clamp(numberOr(shape.ageYears, 35), 0, 110),
    heightCm: clamp(numberOr(shape.heightCm, 176), 30, 250),
    weightKg: clamp(numberOr(shape.weightKg, 73), 0.5, 400),
    organVolumesL: shape.organVolumesL,
  };
}

const numberOr = (value: number, fallback: number) => (Number.isFinite(value) ? value : fallback);

/** The reference man's organs with a recipe, L (ICRP 89 masses over densities). */
export const referenceOrganVolumesL: Readonly<Partial<Record<OrganId, number>>> = {
  brain: 1.400966,
  heart: 0.320388,
  lungs: 0.47619,
  liver: 1.714286,
  stomach: 0.142857,
  spleen: 0.142315,
  pancreas: 0.133971,
  kidneys: 0.295238,
  smallIntestine: 0.62201,
  largeIntestine: 0.355086,
  gonads: 0.033654,
  thymus: 0.024272,
};
