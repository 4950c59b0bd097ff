import type { Drug } from "../drug";
import { from } from "../provenance";
import { fitted } from "../../core/model/model";

const intravenous = ["dapagliflozin/boulton2013-iv"];
const oral = ["dapagliflozin/boulton2013-po"];
const built = [...intravenous, ...oral];

/** One factor for all pathways, so that their shares stay those that the mass balance set. */
const calibration = {
  value: 1.476,
  unit: "ratio",
  provenance: fitted(built, "metabolic clearance"),
} as const;

export const dapagliflozin: Drug = {
  perfuseDrug: 1,
  id: "dapagliflozin",
  name: "Dapagliflozin",
  card: {
    contextOfUse:
      "Teaching glucuronidation that is shared by kidneys and liver, and what a loss of kidney function does to it, in adults.",
    goodFor:
      "Plasma concentrations and exposure after single doses of 10 to 50 mg, with healthy kidneys and in severe renal impairment.",
    failsFor:
      "The first half hour after a tablet (two to three times too high) and the first minutes after an injection (half of what was measured); beyond two days the decline is too fast. Bioavailability comes out at 93 %, and is reported as 78 %. Patients with severe renal impairment reach a peak half too high. Rifampicin takes a twelfth of its area here, and took a fifth. Excretion of glucose and binding to SGLT2 are not modelled.",
  },
  molarMass: { value: 408.87, unit: "g/mol", provenance: from("DrugBank", "DB06292") },
  lipophilicity: {
    value: 2.672,
    unit: "1",
    provenance: from("OSPDapagliflozin", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [{ value: 12.57, unit: "1", provenance: from("DrugBank", "DB06292: pKa, acid") }],
  basePKa: [],
  fup: {
    value: 0.09,
    unit: "fraction",
    provenance: from("Obermeier10", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("OSPDapagliflozin", "albumin, assumed there as the main partner"),
  },
  bloodPlasmaRatio: {
    value: 0.88,
    unit: "ratio",
    provenance: from("Obermeier10", "blood:plasma ratio"),
  },
  partition: { method: "rodgers-rowland" },
  permeabilityLimited: {
    organs: "all",
    permeability: {
      value: 0.0001949,
      unit: "cm/min",
      provenance: fitted(intravenous, "pace of distribution; half of the value that OSP fitted"),
    },
  },
  absorption: {
    permeability: {
      value: 3.968e-5,
      unit: "cm/min",
      provenance: from("OSPDapagliflozin", "specific intestinal permeability, fitted there"),
    },
    dissolution: { value: 0.9123, unit: "1/h", provenance: fitted(oral, "rate of absorption") },
  },
  metabolism: [
    {
      enzyme: "UGT1A9",
      organs: ["liver", "kidneys"],
      kinetics: {
        kind: "specific",
        clearance: {
          value: 0.399,
          unit: "1/min",
          provenance: from("OSPDapagliflozin", "to the 3-O-glucuronide, fitted there"),
        },
      },
      calibration,
    },
    {
      enzyme: "UGT2B7",
      organs: ["liver"],
      kinetics: {
        kind: "specific",
        clearance: {
          value: 0.0066,
          unit: "1/min",
          provenance: from("OSPDapagliflozin", "to the 2-O-glucuronide, fitted there"),
        },
      },
      calibration,
    },
    {
      enzyme: "unspecific",
      organs: ["liver"],
      kinetics: {
        kind: "specific",
        clearance: {
          value: 0.1433,
          unit: "1/min",
          provenance: from("OSPDapagliflozin", "oxidation by CYP enzymes together, fitted there"),
        },
      },
      calibration,
    },
  ],
  excretion: {
    filtration: {
      value: 0.79,
      unit: "fraction",
      provenance: from("OSPDapagliflozin", "GFR fraction, fitted there"),
    },
  },
};
