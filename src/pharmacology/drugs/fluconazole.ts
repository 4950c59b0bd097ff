import type { Drug } from "../drug";
import { from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["fluconazole/brammer1990-iv50"];

export const fluconazole: Drug = {
  perfuseDrug: 1,
  id: "fluconazole",
  name: "Fluconazole",
  card: {
    contextOfUse:
      "Teaching inhibition of CYP3A4, CYP2C9 and CYP2C19 by a drug that is spread in body water and left to the kidneys, in adults.",
    goodFor:
      "Plasma concentrations after 50 to 400 mg, single and repeated; what it does to midazolam.",
    failsFor:
      "The first hour after a capsule (how soon capsules dissolve is assumed). The peak of oral midazolam rises too much under it, 2.8 to 2.9 times for a reported 1.7 and 2.3. Reabsorption in the kidneys is one share of what is filtered, whatever the flow of urine. Its effect on fungi is not modelled.",
  },
  molarMass: { value: 306.27, unit: "g/mol", provenance: from("DrugBank", "DB00196") },
  lipophilicity: {
    value: 0.83,
    unit: "1",
    provenance: from("OSPFluconazole", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [],
  basePKa: [{ value: 2.03, unit: "1", provenance: from("Charoo14", "pKa of the conjugate acid") }],
  fup: {
    value: 0.89,
    unit: "fraction",
    provenance: from("DiflucanLabel", "11 to 12 % bound in plasma"),
  },
  bindingProtein: {
    name: "aag",
    provenance: from("OSPFluconazole", "binds to α1-acid glycoprotein"),
  },
  bloodPlasmaRatio: {
    value: 1,
    unit: "ratio",
    provenance: assumed("hardly bound and spread evenly in body water: close to 1"),
  },
  partition: {
    method: "rodgers-rowland",
    factor: {
      value: 1.1,
      unit: "ratio",
      provenance: fitted(built, "distribution volume"),
    },
  },
  absorption: {
    permeability: {
      value: 2.13e-4,
      unit: "cm/s",
      provenance: from(
        "OSPFluconazole",
        "entered there as specific intestinal permeability; absorption is complete either way",
      ),
    },
    dissolution: {
      value: 1.5,
      unit: "1/h",
      provenance: assumed("immediate-release capsules: half dissolved in 28 min"),
    },
  },
  metabolism: [
    {
      enzyme: "UGT2B7",
      organs: ["liver"],
      kinetics: {
        kind: "intrinsic",
        clearance: {
          value: 0.008,
          unit: "L/min",
          provenance: from(
            "Watt18",
            "intrinsic clearance by UGT2B7, as entered in the OSP Fluconazole-Model, which fits another per enzyme",
          ),
        },
      },
    },
  ],
  excretion: {
    filtration: {
      value: 0.1458,
      unit: "fraction",
      provenance: fitted(
        built,
        "net of reabsorption; other models of the drug have 0.14 (OSP) and 0.17 (Watt 2018)",
      ),
    },
  },
  inhibits: [
    {
      protein: "CYP3A4",
      kind: "non-competitive",
      Ki: { value: 13.1, unit: "µM", provenance: from("Sakaeda05", "Ki, CYP3A4, non-competitive") },
    },
    {
      protein: "CYP2C9",
      kind: "competitive",
      Ki: {
        value: 7.9,
        unit: "µM",
        provenance: from("Kunze96", "Ki, hydroxylation of S-warfarin: 7 to 8 µM"),
      },
    },
    {
      protein: "CYP2C19",
      kind: "competitive",
      Ki: {
        value: 2.1,
        unit: "µM",
        provenance: from(
          "Wienkers96",
          "Ki, CYP2C19, about 2 µM; Kunze 1996 has 2 to 6 µM for R-warfarin's hydroxylations",
        ),
      },
    },
  ],
};
