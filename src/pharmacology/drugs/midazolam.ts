import type { Drug } from "../drug";
import { from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["midazolam/hohmann2015-iv1mg", "midazolam/hohmann2015-po3mg"];

export const midazolam: Drug = {
  perfuseDrug: 1,
  id: "midazolam",
  name: "Midazolam",
  card: {
    contextOfUse:
      "Teaching first-pass metabolism by CYP3A4 and distribution of a lipophilic drug in adults.",
    goodFor: "Plasma concentrations after single intravenous and oral doses of 1 to 15 mg.",
    failsFor:
      "The first minutes after an injection (blood is one mixed pool here); effect and sedation are not modelled.",
  },
  molarMass: { value: 325.77, unit: "g/mol", provenance: from("DrugBank", "DB00683") },
  lipophilicity: {
    value: 2.9,
    unit: "1",
    provenance: from("OSPMidazolam", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [{ value: 10.95, unit: "1", provenance: from("OSPMidazolam", "pKa, acid") }],
  basePKa: [{ value: 6.2, unit: "1", provenance: from("OSPMidazolam", "pKa, base") }],
  fup: {
    value: 0.031,
    unit: "fraction",
    provenance: from("Gertz10", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("DrugBank", "DB00683: binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 0.55,
    unit: "ratio",
    provenance: from("Gertz10", "blood:plasma ratio"),
  },
  partition: {
    method: "rodgers-rowland",
    factor: {
      value: 1.135,
      unit: "ratio",
      provenance: fitted(built, "distribution volume and the shape of the intravenous curve"),
    },
  },
  absorption: {
    permeability: {
      value: 1.555e-4,
      unit: "cm/min",
      provenance: from(
        "OSPMidazolam",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    dissolution: {
      value: 3.8,
      unit: "1/h",
      provenance: assumed(
        "rapidly dissolving tablets of a soluble, permeable drug: 85 % in 30 min, the definition of ICH M9",
      ),
    },
  },
  metabolism: [
    {
      enzyme: "CYP3A4",
      organs: ["liver", "gut"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 8.76,
          unit: "1/min",
          provenance: from("OSPMidazolam", "kcat, CYP3A4, fitted there to clinical data"),
        },
        Km: {
          value: 4,
          unit: "µM",
          provenance: from("OSPMidazolam", "Km, CYP3A4, in liver microsomes, after Bolger 2006"),
        },
      },
      calibration: {
        value: 1.376,
        unit: "ratio",
        provenance: fitted(built, "systemic clearance"),
      },
      gutCalibration: {
        value: 2.914,
        unit: "ratio",
        provenance: fitted(built, "share that passes the gut wall"),
      },
    },
    {
      enzyme: "UGT1A4",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 3.59,
          unit: "1/min",
          provenance: from("OSPMidazolam", "kcat, UGT1A4, fitted there to clinical data"),
        },
        Km: { value: 37.8, unit: "µM", provenance: from("Klieber08", "Km, UGT1A4") },
      },
    },
  ],
  excretion: {
    filtration: {
      value: 0.64,
      unit: "fraction",
      provenance: from("OSPMidazolam", "GFR fraction, fitted there"),
    },
  },
};
