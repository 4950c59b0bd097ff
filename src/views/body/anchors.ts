/** Where a label's leader line ends, on the reference man, cm. */
import type { Place } from "./body-props";
import type { Vec3 } from "./mesh/vectors";
import type { PartId } from "./parts";

export interface LabelAnchor {
  readonly place: Place;
  readonly part: PartId;
  readonly point: Vec3;
}

/** The side of the body decides the column. */
export const labelAnchors: readonly LabelAnchor[] = [
  { place: "brain", part: "brain", point: [5, 170, 3] },
  { place: "thymus", part: "thymus", point: [0.9, 138.6, 6] },
  { place: "lungs", part: "rightLung", point: [-10, 133, 3] },
  { place: "heart", part: "heart", point: [4.4, 129, 6.6] },
  { place: "liver", part: "liver", point: [-10, 121, 5.6] },
  { place: "stomach", part: "stomach", point: [8.4, 119.6, 2.2] },
  { place: "spleen", part: "spleen", point: [12, 121.4, -3] },
  { place: "pancreas", part: "pancreas", point: [1.6, 117.4, 2.4] },
  { place: "kidneys", part: "rightKidney", point: [-8.2, 113, -4] },
  { place: "largeIntestine", part: "largeIntestine", point: [10.2, 114.2, 3] },
  { place: "smallIntestine", part: "smallIntestine", point: [-4.4, 98, 7.4] },
  { place: "gonads", part: "testes", point: [1.6, 79, 6] },
  { place: "gonads", part: "ovaries", point: [4.2, 94.5, -1.2] },
  { place: "muscle", part: "muscle", point: [-10.4, 68, 6] },
  { place: "bone", part: "legBones", point: [9, 32, 1] },
  { place: "skin", part: "maleSkin", point: [-11.6, 44, 3] },
  { place: "skin", part: "femaleSkin", point: [-11.6, 44, 3] },
  { place: "adipose", part: "maleSkin", point: [15.6, 92, 1] },
  { place: "adipose", part: "femaleSkin", point: [15.6, 92, 1] },
  { place: "arterialBlood", part: "arteries", point: [9.6, 72, 1.4] },
  { place: "venousBlood", part: "veins", point: [-8.6, 76, 2.2] },
];
