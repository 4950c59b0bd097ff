/**
 * The reference people of ICRP Publication 89: masses, densities and blood flows of their organs.
 *
 * Rows run over `columns`. Organ masses exclude blood; all blood is its own row. `rest` is what
 * the listed organs leave of the body mass (adrenals, thyroid, tongue, salivary glands, bladder,
 * breasts, uterus, prostate, eyes, connective tissue and so on), so each column closes exactly.
 */
import type { Provenance } from "../../core/model/model";
import { assumed, derived, from } from "../provenance";
import type { OrganId } from "./organs";

/** The adult columns stand for ages 20 to 50, with 35 years as their nominal age. */
export const columns = [
  { id: "newborn", sex: "both", ageYears: 0 },
  { id: "1 year", sex: "both", ageYears: 1 },
  { id: "5 years", sex: "both", ageYears: 5 },
  { id: "10 years", sex: "both", ageYears: 10 },
  { id: "15 years, male", sex: "male", ageYears: 15 },
  { id: "15 years, female", sex: "female", ageYears: 15 },
  { id: "man", sex: "male", ageYears: 20 },
  { id: "woman", sex: "female", ageYears: 20 },
] as const;

/** One number for each of `columns`. */
export type Row = readonly [number, number, number, number, number, number, number, number];

export type TissueId = OrganId | "blood" | "giContents";

/** Body mass in kg, height in cm: ICRP 89, table 2.9. */
export const bodyMassKg: Row = [3.5, 10, 19, 32, 56, 53, 73, 60];
export const heightCm: Row = [51, 76, 109, 138, 167, 161, 176, 163];

/** Masses in g: ICRP 89, table 2.8; `rest` is body mass minus all listed organs. */
export const organMassG: Readonly<Record<TissueId, Row>> = {
  adipose: [890, 3600, 5000, 7500, 9500, 16000, 14500, 19000],
  bone: [370, 1170, 2430, 4500, 7950, 7180, 10500, 7800],
  brain: [380, 950, 1245, 1310, 1420, 1300, 1450, 1300],
  heart: [20, 50, 85, 140, 230, 220, 330, 250],
  kidneys: [25, 70, 110, 180, 250, 240, 310, 275],
  muscle: [800, 1900, 5600, 11000, 24000, 17000, 29000, 17500],
  skin: [175, 350, 570, 820, 2000, 1700, 3300, 2300],
  gonads: [0.85, 1.5, 1.7, 2, 16, 6, 35, 11],
  thymus: [13, 30, 30, 37.5, 35, 30, 25, 20],
  rest: [162.65, 494.5, 958.3, 1745.5, 2269, 2344, 3290, 3444],
  stomach: [7, 20, 50, 85, 120, 120, 150, 140],
  smallIntestine: [30, 85, 220, 370, 520, 520, 650, 600],
  largeIntestine: [17, 50, 120, 210, 300, 300, 370, 360],
  pancreas: [6, 20, 35, 60, 110, 100, 140, 120],
  spleen: [9.5, 29, 50, 80, 130, 130, 150, 130],
  liver: [130, 330, 570, 830, 1300, 1300, 1800, 1400],
  lungs: [30, 80, 125, 210, 330, 290, 500, 420],
  blood: [290, 530, 1500, 2500, 4800, 3500, 5600, 4100],
  giContents: [144, 240, 300, 420, 720, 720, 900, 830],
};

/** kg/L. */
export const density: Readonly<Record<TissueId, { value: number; provenance: Provenance }>> = {
  adipose: { value: 0.916, provenance: from("ICRP23", "densities of organs") },
  bone: { value: 1.3, provenance: from("ICRP89", "skeleton with marrow and cartilage") },
  brain: { value: 1.035, provenance: from("Birnbaum94", "tissue densities") },
  heart: { value: 1.03, provenance: from("Birnbaum94", "tissue densities") },
  kidneys: { value: 1.05, provenance: from("Birnbaum94", "tissue densities") },
  muscle: { value: 1.041, provenance: from("Birnbaum94", "tissue densities") },
  skin: { value: 1.117, provenance: from("Birnbaum94", "tissue densities") },
  gonads: { value: 1.04, provenance: from("ICRP23", "densities of organs") },
  thymus: { value: 1.03, provenance: from("Brown97", "tissue densities") },
  rest: { value: 1, provenance: assumed("the remainder is mostly soft tissue, near water") },
  stomach: { value: 1.05, provenance: from("Birnbaum94", "tissue densities") },
  smallIntestine: { value: 1.045, provenance: from("Birnbaum94", "tissue densities") },
  largeIntestine: { value: 1.042, provenance: from("Birnbaum94", "tissue densities") },
  pancreas: { value: 1.045, provenance: from("Birnbaum94", "tissue densities") },
  spleen: { value: 1.054, provenance: from("Birnbaum94", "tissue densities") },
  liver: { value: 1.05, provenance: from("Birnbaum94", "tissue densities") },
  lungs: { value: 1.05, provenance: from("Birnbaum94", "tissue densities") },
  blood: { value: 1.06, provenance: from("ICRP89", "blood") },
  giContents: { value: 1, provenance: assumed("gut contents are mostly water") },
};

/**
 * Blood flow to each organ. Adults: share of the cardiac output (ICRP 89, tables 2.39 and 2.40)
 * times the output. Children: adult flow scaled by organ mass (Abraham 2005), the brain by its
 * measured flow (Chiron 1992), newborns' output by Alverson 1987, the sum closed to the output. In L/min; `liver` is the hepatic artery alone and the lungs take the
 * whole cardiac output, which is the sum of all others.
 */
export const bloodFlowLPerMin: Readonly<Record<Exclude<OrganId, "lungs">, Row>> = {
  adipose: [0.043211, 0.139028, 0.204094, 0.295677, 0.268649, 0.52153, 0.325, 0.5015],
  bone: [0.025741, 0.064743, 0.142127, 0.254202, 0.310462, 0.335347, 0.325, 0.295],
  brain: [0.19, 0.5605, 0.88395, 0.8908, 0.8094, 0.741, 0.78, 0.708],
  heart: [0.043411, 0.086325, 0.155112, 0.246745, 0.228631, 0.320588, 0.26, 0.295],
  kidneys: [0.091182, 0.255309, 0.4012, 0.656509, 0.995968, 0.875345, 1.235, 1.003],
  muscle: [0.059535, 0.112469, 0.35037, 0.664701, 1.153779, 0.849349, 1.105, 0.708],
  skin: [0.041288, 0.065682, 0.113061, 0.157089, 0.248511, 0.269268, 0.325, 0.295],
  gonads: [0.000168, 0.000235, 0.000282, 0.00032, 0.001874, 0.000795, 0.00325, 0.00118],
  thymus: [0.013403, 0.024602, 0.026004, 0.031394, 0.021814, 0.020765, 0.01235, 0.01121],
  rest: [0.039927, 0.096556, 0.197777, 0.347925, 0.410617, 0.386302, 0.4719, 0.45961],
  liver: [0.065504, 0.132261, 0.241466, 0.339589, 0.384986, 0.439767, 0.4225, 0.3835],
  stomach: [0.005426, 0.012332, 0.032586, 0.053503, 0.065607, 0.062452, 0.065, 0.059],
  smallIntestine: [0.05969, 0.134522, 0.36801, 0.597769, 0.65607, 0.694606, 0.65, 0.649],
  largeIntestine: [0.025625, 0.059948, 0.15207, 0.257026, 0.265974, 0.303587, 0.26, 0.295],
  pancreas: [0.005426, 0.014387, 0.026612, 0.044062, 0.064435, 0.060717, 0.065, 0.059],
  spleen: [0.023793, 0.057771, 0.105279, 0.162689, 0.213223, 0.218582, 0.195, 0.177],
};

/** Share of all blood in the arteries, from ICRP's table of vascular spaces. */
export const arterialFraction = {
  value: 0.295,
  provenance: derived(
    "half of the heart chambers and capillaries, pulmonary veins, all arteries",
    "ICRP89",
  ),
};

export const haematocrit = {
  male: { value: 0.455, provenance: from("Malik20", "healthy men") },
  female: { value: 0.4, provenance: from("Malik20", "healthy women") },
  child: { value: 0.38, provenance: assumed("between the ranges of infants and of women") },
};
