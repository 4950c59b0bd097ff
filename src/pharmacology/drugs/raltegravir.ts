import type { Drug } from "../drug";
import { assumed, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["raltegravir/iwamoto2008-po400"];

/** One factor for both pathways: their shares are those of the enzymes in vitro. */
const calibration = {
  value: 1.793,
  unit: "ratio",
  provenance: fitted(built, "metabolic clearance"),
} as const;

export const raltegravir: Drug = {
  perfuseDrug: 1,
  id: "raltegravir",
  name: "Raltegravir",
  card: {
    contextOfUse:
      "Teaching glucuronidation by UGT1A1, and absorption that solubility limits, of oral raltegravir in adults.",
    goodFor:
      "Exposure after single fasted doses of about 400 mg, and the slow decline that late absorption causes.",
    failsFor:
      "Repeated doses in people with HIV, who are reported to absorb less than healthy ones, come out about 40 % too high in area, 55 % in peak, and far too low before the next dose. People differ widely in absorption, and so do formulations: one stands for all. Meals, antacids and drugs that change the stomach's acid are not represented. There are no intravenous data, so clearance and absorption cannot be told apart.",
  },
  molarMass: { value: 444.42, unit: "g/mol", provenance: from("DrugBank", "DB06817") },
  lipophilicity: { value: 0.58, unit: "1", provenance: from("Moss12", "log D at pH 7") },
  lipophilicityKind: "logP",
  acidPKa: [{ value: 6.67, unit: "1", provenance: from("Moss12", "pKa, acid") }],
  basePKa: [],
  fup: {
    value: 0.17,
    unit: "fraction",
    provenance: from("Laufer09", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("OSPRaltegravir", "binds to albumin (Barau 2013)"),
  },
  bloodPlasmaRatio: {
    value: 0.6,
    unit: "ratio",
    provenance: assumed(
      "source not confirmed: an acid bound in plasma, of which red cells hold little",
    ),
  },
  partition: {
    method: "rodgers-rowland",
    factor: { value: 1.948, unit: "ratio", provenance: fitted(built, "distribution volume") },
  },
  absorption: {
    permeability: {
      value: 1.709e-5,
      unit: "cm/min",
      provenance: from(
        "OSPRaltegravir",
        "specific intestinal permeability, 2.848e-7 cm/s, fitted there",
      ),
    },
    solubility: {
      value: 0.04,
      unit: "mg/mL",
      provenance: from(
        "Moss13",
        "table 2: lowest of the solubilities by pH, taken as the uncharged form's",
      ),
    },
    dissolution: { value: 7.395, unit: "1/h", provenance: fitted(built, "rate of absorption") },
  },
  metabolism: [
    {
      enzyme: "UGT1A1",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 890,
          unit: "pmol/min/mg",
          provenance: from("Kassahun07", "Vmax, UGT1A1"),
        },
        Km: { value: 99, unit: "µM", provenance: from("Kassahun07", "Km, UGT1A1") },
      },
      calibration,
    },
    {
      enzyme: "UGT1A9",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 530,
          unit: "pmol/min/mg",
          provenance: from("Kassahun07", "Vmax, UGT1A9"),
        },
        Km: { value: 296, unit: "µM", provenance: from("Kassahun07", "Km, UGT1A9") },
      },
      calibration,
    },
  ],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from(
        "Kassahun07",
        "GFR fraction; about 9 % of the dose leave unchanged in urine",
      ),
    },
  },
};
