import type { Drug } from "../drug";
import { from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["digoxin/greiner1999-iv1mg-control", "digoxin/greiner1999-po1mg-control"];

export const digoxin: Drug = {
  perfuseDrug: 1,
  id: "digoxin",
  name: "Digoxin",
  card: {
    contextOfUse:
      "Teaching renal elimination, slow distribution into muscle and accumulation over days in adults.",
    goodFor: "Plasma concentrations after single and repeated oral doses and short infusions.",
    failsFor:
      "Interactions at P-glycoprotein in kidney and liver, thyroid disease and potassium: not represented. Sites and their affinity stand for all pumps of a tissue.",
  },
  molarMass: { value: 780.93, unit: "g/mol", provenance: from("DrugBank", "DB00390") },
  lipophilicity: {
    value: 1.4,
    unit: "1",
    provenance: from("OSPDigoxin", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [],
  basePKa: [],
  fup: {
    value: 0.71,
    unit: "fraction",
    provenance: from("Neuhoff13", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("DrugBank", "DB00390: binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 1.07,
    unit: "ratio",
    provenance: from("Neuhoff13", "blood:plasma ratio, after Hinderling 1984"),
  },
  partition: { method: "rodgers-rowland" },
  permeabilityLimited: {
    // elsewhere the membrane is crossed many times faster than blood arrives (PS above 10 Q)
    organs: ["brain", "lungs", "muscle", "skin"],
    permeability: {
      value: 2.4e-3,
      unit: "cm/min",
      provenance: fitted(built, "pace of distribution; about 24 times the value that OSP lists"),
    },
  },
  absorption: {
    permeability: {
      value: 3.86e-6,
      unit: "cm/min",
      provenance: fitted(built, "extent and rate of absorption"),
    },
    dissolution: {
      value: 20,
      unit: "1/h",
      provenance: assumed(
        "tablets dissolve within minutes, faster than the stomach empties: every slower rate fitted worse",
      ),
    },
  },
  metabolism: [
    {
      enzyme: "unspecific",
      organs: ["liver"],
      kinetics: {
        kind: "specific",
        clearance: {
          value: 0.0376,
          unit: "1/min",
          provenance: from("OSPDigoxin", "unspecific hepatic clearance"),
        },
      },
    },
  ],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("Steiness82", "renal clearance is near filtration"),
    },
  },
  efflux: {
    gut: {
      value: 36,
      unit: "L/h",
      provenance: assumed("twice the mucosal blood flow, so that absorption stays incomplete"),
    },
  },
  binding: [
    {
      target: "Na/K-ATPase",
      Kd: { value: 25.6, unit: "nM", provenance: from("Katz10", "dissociation constant") },
      koff: { value: 0.00098888, unit: "1/min", provenance: from("Katz10", "dissociation rate") },
      sites: {
        value: 0.39,
        unit: "µM",
        provenance: from("OSPDigoxin", "expression profile of ATP1A2, fitted there"),
      },
      expression: { brain: 1, muscle: 0.703, heart: 0.318 },
      expressionProvenance: from("OSPDigoxin", "relative expression of ATP1A2"),
      calibration: {
        value: 5.56,
        unit: "ratio",
        provenance: fitted(built, "distribution volume"),
      },
    },
  ],
};
