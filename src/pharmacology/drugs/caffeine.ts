import type { Drug } from "../drug";
import { assumed, from } from "../provenance";
import { fitted } from "../../core/model/model";

export const caffeine: Drug = {
  perfuseDrug: 1,
  id: "caffeine",
  name: "Caffeine",
  card: {
    contextOfUse: "Teaching and exploring oral caffeine in non-smoking adults.",
    goodFor: "Plasma concentrations after single oral doses; the part CYP1A2 plays.",
    failsFor:
      "Smokers (faster), oral contraceptives and pregnancy (slower): not represented. No intravenous data were used, so the distribution is predicted, not verified.",
  },
  molarMass: { value: 194.19, unit: "g/mol", provenance: from("DrugBank", "DB00201") },
  lipophilicity: { value: -0.07, unit: "1", provenance: from("Hansch95", "log P, caffeine") },
  lipophilicityKind: "logP",
  acidPKa: [],
  basePKa: [{ value: 0.8, unit: "1", provenance: from("PKSimCaffeine", "pKa, base") }],
  fup: { value: 0.7, unit: "fraction", provenance: from("Lelo86", "unbound fraction in plasma") },
  bindingProtein: {
    name: "albumin",
    provenance: from("DrugBank", "DB00201: binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 1,
    unit: "ratio",
    provenance: assumed("hydrophilic and spread evenly in body water: close to 1"),
  },
  partition: { method: "standard" },
  absorption: {
    permeability: {
      value: 3.03e-6,
      unit: "dm/min",
      provenance: from("PKSimCaffeine", "specific intestinal permeability"),
    },
    dissolution: {
      value: 2.034,
      unit: "1/h",
      provenance: fitted(["caffeine/jeppesen1996-po-control"], "rate of absorption"),
    },
  },
  metabolism: [
    {
      enzyme: "CYP1A2",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 109,
          unit: "pmol/min/mg",
          provenance: from("PKSimCaffeine", "Vmax in human liver microsomes"),
        },
        Km: { value: 14.7, unit: "µM", provenance: from("PKSimCaffeine", "Km, CYP1A2") },
      },
      calibration: {
        value: 0.388,
        unit: "ratio",
        provenance: fitted(
          ["caffeine/jeppesen1996-po-control"],
          "the microsomal numbers clear about 2.5 times too fast",
        ),
      },
    },
  ],
  excretion: {
    renalClearance: {
      value: 0.01033,
      unit: "mL/min/kg",
      provenance: from("Birkett91", "renal clearance"),
    },
  },
};
