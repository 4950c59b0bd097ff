/**
 * The reference people of ICRP Publication 89 as the body map sees them: organ volumes in L are
 * the publication's masses over the densities used by the model.
 */
import { organIds, type OrganId } from "../../pharmacology/body/organs";
import type { BodyShape } from "../../views/body/body-shape";

/** Columns: newborn, 1, 5, 10, 15 (boy), 15 (girl), man, woman. */
const volumesL: Readonly<Partial<Record<OrganId, readonly number[]>>> = {
  brain: [0.36715, 0.917874, 1.202899, 1.2657, 1.371981, 1.256039, 1.400966, 1.256039],
  heart: [0.019417, 0.048544, 0.082524, 0.135922, 0.223301, 0.213592, 0.320388, 0.242718],
  lungs: [0.028571, 0.07619, 0.119048, 0.2, 0.314286, 0.27619, 0.47619, 0.4],
  liver: [0.12381, 0.314286, 0.542857, 0.790476, 1.238095, 1.238095, 1.714286, 1.333333],
  stomach: [0.006667, 0.019048, 0.047619, 0.080952, 0.114286, 0.114286, 0.142857, 0.133333],
  spleen: [0.009013, 0.027514, 0.047438, 0.075901, 0.12334, 0.12334, 0.142315, 0.12334],
  pancreas: [0.005742, 0.019139, 0.033493, 0.057416, 0.105263, 0.095694, 0.133971, 0.114833],
  kidneys: [0.02381, 0.066667, 0.104762, 0.171429, 0.238095, 0.228571, 0.295238, 0.261905],
  smallIntestine: [0.028708, 0.08134, 0.210526, 0.354067, 0.497608, 0.497608, 0.62201, 0.574163],
  largeIntestine: [0.016315, 0.047985, 0.115163, 0.201536, 0.287908, 0.287908, 0.355086, 0.345489],
  gonads: [0.000817, 0.001442, 0.001635, 0.001923, 0.015385, 0.005769, 0.033654, 0.010577],
  thymus: [0.012621, 0.029126, 0.029126, 0.036408, 0.033981, 0.029126, 0.024272, 0.019417],
};

const person = (
  column: number,
  sex: BodyShape["sex"],
  ageYears: number,
  heightCm: number,
  weightKg: number,
): BodyShape => ({
  sex,
  ageYears,
  heightCm,
  weightKg,
  organVolumesL: Object.fromEntries(
    organIds.map((id) => [id, volumesL[id]?.[column] ?? 1]),
  ) as Record<OrganId, number>,
});

export const referencePeople: Readonly<Record<string, BodyShape>> = {
  newborn: person(0, "male", 0, 51, 3.5),
  "one year": person(1, "female", 1, 76, 10),
  "five years": person(2, "male", 5, 109, 19),
  "ten years": person(3, "female", 10, 138, 32),
  "boy of fifteen": person(4, "male", 15, 167, 56),
  "girl of fifteen": person(5, "female", 15, 161, 53),
  man: person(6, "male", 35, 176, 73),
  woman: person(7, "female", 35, 163, 60),
};

export const referenceMan = referencePeople["man"] as BodyShape;
