import type { Drug, DrugNumber } from "../drug";
import { assumed, from } from "../provenance";
import { derived, fitted } from "../../core/model/model";

const built = ["rifampicin/acocella1977-iv600-md", "rifampicin/peloquin1999-po600"];

/** All proteins that it induces are induced through the pregnane X receptor. */
const EC50: DrugNumber = {
  value: 0.34,
  unit: "µM",
  provenance: from("Templeton11", "0.8 µM of CYP3A4 activity, times 0.419 unbound in hepatocytes"),
};

/** Likewise one receptor sees one concentration. */
const liverCalibration: DrugNumber = {
  value: 0.3888,
  unit: "ratio",
  provenance: fitted(
    ["midazolam-rifampicin/backman1996"],
    "share of the liver cells' unbound rifampicin that reaches the receptor",
  ),
};

export const rifampicin: Drug = {
  perfuseDrug: 1,
  id: "rifampicin",
  name: "Rifampicin",
  card: {
    contextOfUse:
      "Teaching induction and inhibition by one drug at once, and its own faster elimination after repeated doses, in adults.",
    goodFor:
      "Plasma concentrations after 600 mg, single and repeated; what 10 to 600 mg a day for five days or longer do to midazolam, given while rifampicin is taken.",
    failsFor:
      "The strongest effect seen on oral midazolam (Backman 1998) comes out 2.2 times too weak on the day after the last dose and 2.7 times three days later, a weaker one (Chung 2006) 2.4 times too strong. Repeated infusions come out a quarter too low. The bile, in which part of it circulates, is not represented, nor are its induction of CYP2B6 and of glucuronidation by other enzymes than UGT1A9. Its inhibition of P-glycoprotein by a single dose comes out too weak.",
  },
  molarMass: { value: 822.94, unit: "g/mol", provenance: from("DrugBank", "DB01045") },
  lipophilicity: {
    value: 2.5,
    unit: "1",
    provenance: from("Hanke18", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [{ value: 1.7, unit: "1", provenance: from("MerckIndex", "pKa, acid") }],
  basePKa: [{ value: 7.9, unit: "1", provenance: from("MerckIndex", "pKa, base") }],
  fup: {
    value: 0.17,
    unit: "fraction",
    provenance: from("Templeton11", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("DrugBank", "DB01045: binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 0.9,
    unit: "ratio",
    provenance: from("Loos85", "blood:plasma ratio"),
  },
  partition: {
    method: "rodgers-rowland",
    factor: {
      value: 0.2192,
      unit: "ratio",
      provenance: fitted(
        built,
        "distribution volume: the method takes so large a zwitterion for a strong base",
      ),
    },
  },
  permeabilityLimited: {
    organs: ["liver"],
    permeability: {
      value: 2.93e-5,
      unit: "cm/min",
      provenance: derived(
        "2e-5 cm/min · 10^2.5 · (336/822.94)⁶, from membrane affinity and molar mass",
        "PKSim",
      ),
    },
  },
  absorption: {
    permeability: {
      value: 1.24e-5,
      unit: "cm/min",
      provenance: from("Hanke18", "specific intestinal permeability, fitted there"),
    },
    dissolution: {
      value: 1.043,
      unit: "1/h",
      provenance: fitted(built, "rate of absorption from capsules"),
    },
    lag: {
      value: 0.4057,
      unit: "h",
      provenance: fitted(built, "before capsules open"),
    },
  },
  metabolism: [
    {
      enzyme: "AADAC",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: { value: 9.865, unit: "1/min", provenance: from("Hanke18", "kcat, AADAC") },
        Km: { value: 195.1, unit: "µM", provenance: from("Nakajima11", "Km, AADAC") },
      },
      calibration: {
        value: 2.593,
        unit: "ratio",
        provenance: fitted(built, "systemic clearance"),
      },
    },
  ],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("Hanke18", "GFR fraction, assumed there"),
    },
  },
  uptake: [
    {
      transporter: "OATP1B1",
      kcat: { value: 5.21, unit: "1/min", provenance: from("Hanke18", "kcat, OATP1B1") },
      Km: { value: 1.5, unit: "µM", provenance: from("Tirona03", "Km, OATP1B1") },
    },
  ],
  inhibits: [
    {
      protein: "CYP3A4",
      kind: "competitive",
      Ki: { value: 18.5, unit: "µM", provenance: from("Kajosaari05", "Ki, CYP3A4") },
    },
    {
      protein: "CYP2C8",
      kind: "competitive",
      Ki: { value: 30.2, unit: "µM", provenance: from("Kajosaari05", "Ki, CYP2C8") },
    },
    {
      protein: "OATP1B1",
      kind: "competitive",
      Ki: { value: 0.29, unit: "µM", provenance: from("Bi19", "Ki, OATP1B1") },
    },
    {
      protein: "Pgp",
      kind: "competitive",
      Ki: { value: 9.1, unit: "µM", provenance: from("Hanke21", "Ki, P-glycoprotein") },
    },
  ],
  induces: [
    {
      protein: "CYP3A4",
      Emax: { value: 9, unit: "ratio", provenance: from("Templeton11", "Emax, CYP3A4 activity") },
      EC50,
      liverCalibration,
    },
    {
      protein: "CYP2C8",
      Emax: { value: 3.2, unit: "ratio", provenance: from("Buckley14", "Emax, CYP2C8") },
      EC50,
      liverCalibration,
    },
    {
      protein: "CYP2C9",
      Emax: { value: 2, unit: "ratio", provenance: from("Rana10", "3.00 times the mRNA") },
      EC50,
      liverCalibration,
    },
    {
      protein: "CYP2C19",
      Emax: { value: 0.84, unit: "ratio", provenance: from("Rana10", "1.84 times the mRNA") },
      EC50,
      liverCalibration,
    },
    {
      protein: "CYP1A2",
      Emax: { value: 0.65, unit: "ratio", provenance: from("Chen10", "Emax, CYP1A2") },
      EC50,
      liverCalibration,
    },
    {
      protein: "CYP2E1",
      Emax: { value: 0.8, unit: "ratio", provenance: from("Rae01", "Emax, CYP2E1") },
      EC50,
      liverCalibration,
    },
    {
      protein: "UGT1A9",
      Emax: {
        value: 0.7,
        unit: "ratio",
        provenance: from("Soars04", "up to 1.7 times the glucuronidation of propofol"),
      },
      EC50,
      liverCalibration,
      // measured in liver cells; kidneys have hardly any of the receptor
      organs: ["liver"],
    },
    {
      protein: "Pgp",
      Emax: {
        value: 2.5,
        unit: "ratio",
        provenance: from("Greiner99", "3.5 times as much in biopsies of the duodenum"),
      },
      EC50,
      liverCalibration,
      // Greiner 1999: the renal clearance of digoxin stays as it was
      organs: ["liver", "gut"],
    },
    {
      protein: "OATP1B1",
      Emax: { value: 0.383, unit: "ratio", provenance: from("Hanke18", "Emax, fitted there") },
      EC50,
      liverCalibration,
    },
    {
      protein: "AADAC",
      Emax: { value: 0.985, unit: "ratio", provenance: from("Hanke18", "Emax, fitted there") },
      EC50,
      liverCalibration,
    },
  ],
  unboundInGutWall: {
    value: 0.17,
    unit: "fraction",
    provenance: assumed(
      "as in plasma; were all of it unbound there, it would hold back P-glycoprotein more than digoxin under it allows (Greiner 1999), unless that did next to nothing in the gut",
    ),
  },
};
