/**
 * What tissues are made of, as the partition methods need it: volume fractions of wet tissue
 * unless a name says otherwise.
 *
 * Each family of methods was derived with its own table, and the table belongs to the method.
 * Tissues that no table lists are read as their nearest relative (`standsFor`).
 */
import { assumed, from } from "../provenance";
import type { OrganId } from "./organs";

/** Tissues that tables lack: the rest of the body as muscle, thymus as spleen, gonads as muscle. */
export const standsFor: Partial<Record<OrganId, OrganId>> = {
  rest: "muscle",
  thymus: "spleen",
  gonads: "muscle",
};
export const standsForSource = assumed(
  "tissues missing in a table take the composition of the nearest one: rest as muscle, thymus as spleen, gonads as muscle",
);

type Table<T> = Readonly<Partial<Record<OrganId, T>>>;

/** The row of an organ, or of the organ that stands for it. */
export function compositionOf<T>(table: Table<T>, organ: OrganId): T {
  const stand = standsFor[organ];
  const row = table[organ] ?? (stand && table[stand]);
  if (row === undefined) throw new RangeError(`no composition of ${organ}`);
  return row;
}

export interface RodgersRowlandTissue {
  readonly neutralLipid: number;
  readonly neutralPhospholipid: number;
  readonly extracellularWater: number;
  readonly intracellularWater: number;
  readonly acidicPhospholipidMgPerG: number;
  /** Tissue to plasma. */
  readonly albuminRatio: number;
  readonly lipoproteinRatio: number;
}

/** Intracellular water is corrected for residual blood; muscle from human data. */
export const rodgersRowlandTissues: Table<RodgersRowlandTissue> = {
  bone: {
    neutralLipid: 0.0174,
    neutralPhospholipid: 0.0016,
    extracellularWater: 0.1,
    intracellularWater: 0.317,
    acidicPhospholipidMgPerG: 0.67,
    albuminRatio: 0.1,
    lipoproteinRatio: 0.05,
  },
  brain: {
    neutralLipid: 0.0391,
    neutralPhospholipid: 0.0015,
    extracellularWater: 0.162,
    intracellularWater: 0.591,
    acidicPhospholipidMgPerG: 0.4,
    albuminRatio: 0.048,
    lipoproteinRatio: 0.041,
  },
  adipose: {
    neutralLipid: 0.853,
    neutralPhospholipid: 0.0016,
    extracellularWater: 0.135,
    intracellularWater: 0.009,
    acidicPhospholipidMgPerG: 0.4,
    albuminRatio: 0.049,
    lipoproteinRatio: 0.068,
  },
  gonads: {
    neutralLipid: 0.0048,
    neutralPhospholipid: 0.0116,
    extracellularWater: 0.03,
    intracellularWater: 0.83,
    acidicPhospholipidMgPerG: 2.45,
    albuminRatio: 0.048,
    lipoproteinRatio: 0.041,
  },
  heart: {
    neutralLipid: 0.0135,
    neutralPhospholipid: 0.0106,
    extracellularWater: 0.32,
    intracellularWater: 0.248,
    acidicPhospholipidMgPerG: 2.25,
    albuminRatio: 0.157,
    lipoproteinRatio: 0.16,
  },
  kidneys: {
    neutralLipid: 0.0121,
    neutralPhospholipid: 0.024,
    extracellularWater: 0.273,
    intracellularWater: 0.399,
    acidicPhospholipidMgPerG: 5.03,
    albuminRatio: 0.13,
    lipoproteinRatio: 0.137,
  },
  stomach: {
    neutralLipid: 0.0375,
    neutralPhospholipid: 0.0124,
    extracellularWater: 0.282,
    intracellularWater: 0.456,
    acidicPhospholipidMgPerG: 2.41,
    albuminRatio: 0.158,
    lipoproteinRatio: 0.141,
  },
  smallIntestine: {
    neutralLipid: 0.0375,
    neutralPhospholipid: 0.0124,
    extracellularWater: 0.282,
    intracellularWater: 0.456,
    acidicPhospholipidMgPerG: 2.41,
    albuminRatio: 0.158,
    lipoproteinRatio: 0.141,
  },
  largeIntestine: {
    neutralLipid: 0.0375,
    neutralPhospholipid: 0.0124,
    extracellularWater: 0.282,
    intracellularWater: 0.456,
    acidicPhospholipidMgPerG: 2.41,
    albuminRatio: 0.158,
    lipoproteinRatio: 0.141,
  },
  liver: {
    neutralLipid: 0.0135,
    neutralPhospholipid: 0.0238,
    extracellularWater: 0.161,
    intracellularWater: 0.481,
    acidicPhospholipidMgPerG: 4.56,
    albuminRatio: 0.086,
    lipoproteinRatio: 0.161,
  },
  lungs: {
    neutralLipid: 0.0215,
    neutralPhospholipid: 0.0123,
    extracellularWater: 0.336,
    intracellularWater: 0.238,
    acidicPhospholipidMgPerG: 3.91,
    albuminRatio: 0.212,
    lipoproteinRatio: 0.168,
  },
  muscle: {
    neutralLipid: 0.022,
    neutralPhospholipid: 0.0078,
    extracellularWater: 0.079,
    intracellularWater: 0.666,
    acidicPhospholipidMgPerG: 2.42,
    albuminRatio: 0.064,
    lipoproteinRatio: 0.059,
  },
  pancreas: {
    neutralLipid: 0.0403,
    neutralPhospholipid: 0.009,
    extracellularWater: 0.12,
    intracellularWater: 0.521,
    acidicPhospholipidMgPerG: 1.67,
    albuminRatio: 0.06,
    lipoproteinRatio: 0.06,
  },
  skin: {
    neutralLipid: 0.0603,
    neutralPhospholipid: 0.0044,
    extracellularWater: 0.382,
    intracellularWater: 0.276,
    acidicPhospholipidMgPerG: 1.32,
    albuminRatio: 0.277,
    lipoproteinRatio: 0.096,
  },
  spleen: {
    neutralLipid: 0.0071,
    neutralPhospholipid: 0.0107,
    extracellularWater: 0.207,
    intracellularWater: 0.355,
    acidicPhospholipidMgPerG: 3.18,
    albuminRatio: 0.097,
    lipoproteinRatio: 0.207,
  },
};
export const rodgersRowlandBlood = {
  plasmaNeutralLipid: 0.0032,
  plasmaNeutralPhospholipid: 0.0021,
  redCellNeutralLipid: 0.0012,
  redCellNeutralPhospholipid: 0.0033,
  redCellWater: 0.63,
  /** mg/g, Rodgers 2005. */
  redCellAcidicPhospholipidMgPerG: 0.5,
  pH: { plasma: 7.4, cell: 7.0, redCell: 7.22 },
};
export const rodgersRowlandSource = from("PKSim", "human composition set for Rodgers and Rowland");

export interface PoulinTheilTissue {
  readonly water: number;
  readonly neutralLipid: number;
  readonly phospholipid: number;
}

const gut = { water: 0.718, neutralLipid: 0.0487, phospholipid: 0.0163 };

export const poulinTheilTissues: Table<PoulinTheilTissue> = {
  adipose: { water: 0.18, neutralLipid: 0.79, phospholipid: 0.002 },
  bone: { water: 0.439, neutralLipid: 0.074, phospholipid: 0.0011 },
  brain: { water: 0.77, neutralLipid: 0.051, phospholipid: 0.0565 },
  heart: { water: 0.758, neutralLipid: 0.0115, phospholipid: 0.0166 },
  kidneys: { water: 0.783, neutralLipid: 0.0207, phospholipid: 0.0162 },
  liver: { water: 0.751, neutralLipid: 0.0348, phospholipid: 0.0252 },
  lungs: { water: 0.811, neutralLipid: 0.003, phospholipid: 0.009 },
  muscle: { water: 0.76, neutralLipid: 0.0238, phospholipid: 0.0072 },
  skin: { water: 0.718, neutralLipid: 0.0284, phospholipid: 0.0111 },
  spleen: { water: 0.788, neutralLipid: 0.0201, phospholipid: 0.0198 },
  pancreas: { water: 0.71, neutralLipid: 0.0403, phospholipid: 0.01067 },
  stomach: gut,
  smallIntestine: gut,
  largeIntestine: gut,
};
export const poulinTheilPlasma: PoulinTheilTissue = {
  water: 0.945,
  neutralLipid: 0.0035,
  phospholipid: 0.00225,
};
export const poulinTheilSource = from("PoulinTheil02", "human tissue composition");

export interface SchmittTissue {
  readonly water: number;
  readonly neutralLipid: number;
  readonly neutralPhospholipid: number;
  readonly acidicPhospholipid: number;
  readonly protein: number;
  readonly pH: number;
}

/** Fractions of the cell. */
export const schmittTissues: Table<SchmittTissue> = {
  bone: {
    neutralLipid: 0.017,
    neutralPhospholipid: 0.0022,
    protein: 0.21,
    water: 0.26,
    acidicPhospholipid: 0.0008,
    pH: 7.0,
  },
  brain: {
    neutralLipid: 0.0429,
    neutralPhospholipid: 0.0528,
    protein: 0.08,
    water: 0.79,
    acidicPhospholipid: 0.0143,
    pH: 7.1,
  },
  adipose: {
    neutralLipid: 0.92,
    neutralPhospholipid: 0.002024,
    protein: 0.06,
    water: 0.03,
    acidicPhospholipid: 0.000552,
    pH: 7.1,
  },
  heart: {
    neutralLipid: 0.0528,
    neutralPhospholipid: 0.0473,
    protein: 0.19,
    water: 0.7,
    acidicPhospholipid: 0.0099,
    pH: 7.1,
  },
  kidneys: {
    neutralLipid: 0.0156,
    neutralPhospholipid: 0.0366,
    protein: 0.21,
    water: 0.73,
    acidicPhospholipid: 0.0078,
    pH: 7.22,
  },
  stomach: {
    neutralLipid: 0.0483,
    neutralPhospholipid: 0.0182,
    protein: 0.15,
    water: 0.78,
    acidicPhospholipid: 0.0035,
    pH: 7.4,
  },
  smallIntestine: {
    neutralLipid: 0.0483,
    neutralPhospholipid: 0.0182,
    protein: 0.15,
    water: 0.78,
    acidicPhospholipid: 0.0035,
    pH: 7.4,
  },
  largeIntestine: {
    neutralLipid: 0.0483,
    neutralPhospholipid: 0.0182,
    protein: 0.15,
    water: 0.78,
    acidicPhospholipid: 0.0035,
    pH: 7.4,
  },
  liver: {
    neutralLipid: 0.0232,
    neutralPhospholipid: 0.0472,
    protein: 0.21,
    water: 0.68,
    acidicPhospholipid: 0.0088,
    pH: 7.23,
  },
  lungs: {
    neutralLipid: 0.0204,
    neutralPhospholipid: 0.0152,
    protein: 0.11,
    water: 0.74,
    acidicPhospholipid: 0.0044,
    pH: 6.6,
  },
  muscle: {
    neutralLipid: 0.0049,
    neutralPhospholipid: 0.0042,
    protein: 0.19,
    water: 0.76,
    acidicPhospholipid: 0.0009,
    pH: 6.81,
  },
  pancreas: {
    neutralLipid: 0.0403,
    neutralPhospholipid: 0.009,
    protein: 0.13,
    water: 0.71,
    acidicPhospholipid: 0.00167,
    pH: 7.4,
  },
  skin: {
    neutralLipid: 0.126,
    neutralPhospholipid: 0.0112,
    protein: 0.41,
    water: 0.47,
    acidicPhospholipid: 0.0028,
    pH: 7.0,
  },
  spleen: {
    neutralLipid: 0.006,
    neutralPhospholipid: 0.0108,
    protein: 0.23,
    water: 0.75,
    acidicPhospholipid: 0.003,
    pH: 7.0,
  },
  gonads: {
    neutralLipid: 0,
    neutralPhospholipid: 0.0249,
    protein: 0.13,
    water: 0.78,
    acidicPhospholipid: 0.0054,
    pH: 7.0,
  },
};
export const schmittSource = from("PKSim", "human composition set for Schmitt's method");

export interface StandardTissue {
  readonly water: number;
  readonly lipid: number;
  readonly protein: number;
}

export const standardTissues: Table<StandardTissue> = {
  bone: { lipid: 0.268, protein: 0.268, water: 0.465 },
  brain: { lipid: 0.11, protein: 0.081, water: 0.808 },
  adipose: { lipid: 0.8, protein: 0.05, water: 0.15 },
  heart: { lipid: 0.1, protein: 0.168, water: 0.731 },
  kidneys: { lipid: 0.052, protein: 0.171, water: 0.774 },
  stomach: { lipid: 0.062, protein: 0.133, water: 0.792 },
  smallIntestine: { lipid: 0.062, protein: 0.133, water: 0.792 },
  largeIntestine: { lipid: 0.062, protein: 0.133, water: 0.792 },
  liver: { lipid: 0.069, protein: 0.184, water: 0.747 },
  lungs: { lipid: 0.01, protein: 0.183, water: 0.807 },
  muscle: { lipid: 0.013, protein: 0.177, water: 0.811 },
  pancreas: { lipid: 0.08, protein: 0.13, water: 0.71 },
  skin: { lipid: 0.1, protein: 0.288, water: 0.612 },
  spleen: { lipid: 0.016, protein: 0.194, water: 0.776 },
  gonads: { lipid: 0.031, protein: 0.12, water: 0.8 },
};
export const standardSource = from("PKSim", "human composition set of the standard method");

/** Shares of an organ with its blood: of vessels, and of interstitial space. */
export const vascularFraction: Table<number> = {
  bone: 0.034,
  brain: 0.039,
  adipose: 0.018,
  gonads: 0.055,
  heart: 0.14,
  kidneys: 0.23,
  stomach: 0.032,
  smallIntestine: 0.024,
  largeIntestine: 0.024,
  liver: 0.17,
  lungs: 0.58,
  muscle: 0.025,
  pancreas: 0.2,
  skin: 0.046,
  spleen: 0.33,
};
export const interstitialFractionOfOrgan: Table<number> = {
  bone: 0.1,
  brain: 0.004,
  adipose: 0.16,
  gonads: 0.069,
  heart: 0.1,
  kidneys: 0.2,
  stomach: 0.1,
  smallIntestine: 0.094,
  largeIntestine: 0.094,
  liver: 0.163,
  lungs: 0.188,
  muscle: 0.16,
  pancreas: 0.12,
  skin: 0.302,
  spleen: 0.15,
};
export const spacesSource = from(
  "PKSim",
  "vascular and interstitial fractions of the standard man",
);

/** Interstitial space as a share of the organ without its blood. */
export function interstitialFraction(organ: OrganId): number {
  const interstitial = compositionOf(interstitialFractionOfOrgan, organ);
  return interstitial / (1 - compositionOf(vascularFraction, organ));
}

/**
 * Surface of the cell membranes of an organ: area (m²) of a reference organ and its volume (mL);
 * it grows with the volume to the power 0.75.
 */
export const cellSurface: Table<{ readonly areaM2: number; readonly volumeML: number }> = {
  bone: { areaM2: 10, volumeML: 28.2 },
  brain: { areaM2: 0.0006, volumeML: 1.671 },
  adipose: { areaM2: 5, volumeML: 14.2 },
  heart: { areaM2: 7.54, volumeML: 1.2 },
  kidneys: { areaM2: 1000, volumeML: 7 },
  largeIntestine: { areaM2: 1000, volumeML: 11.1 },
  smallIntestine: { areaM2: 1000, volumeML: 11.1 },
  liver: { areaM2: 82, volumeML: 10 },
  lungs: { areaM2: 0.096, volumeML: 2.2 },
  muscle: { areaM2: 7.54, volumeML: 110.1 },
  pancreas: { areaM2: 1000, volumeML: 1.3 },
  skin: { areaM2: 0.12, volumeML: 43.4 },
  spleen: { areaM2: 1000, volumeML: 1.3 },
  stomach: { areaM2: 1000, volumeML: 1.1 },
  gonads: { areaM2: 2, volumeML: 2.5 },
};
export const cellSurfaceSource = from("PKSim", "cell surface of the rat, scaled by volume^0.75");
