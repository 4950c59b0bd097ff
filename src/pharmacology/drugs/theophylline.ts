import type { Drug } from "../drug";
import { assumed, derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["theophylline/boeckmann1994-po320"];

const label = "of otherwise healthy non-smoking adults with asthma, 0.65 mL/min/kg";

export const theophylline: Drug = {
  perfuseDrug: 1,
  id: "theophylline",
  name: "Theophylline",
  card: {
    contextOfUse:
      "Teaching clearance by CYP1A2 and the narrow range of concentrations, in non-smoking adults.",
    goodFor: "Plasma concentrations after oral doses of an immediate-release form.",
    failsFor:
      "Smokers and children (faster), newborns, heart failure, fever (slower): not represented. Clearance is the label's and no second study verifies it here; sustained-release forms are not modelled.",
  },
  molarMass: { value: 180.16, unit: "g/mol", provenance: from("DrugBank", "DB00277") },
  lipophilicity: { value: -0.02, unit: "1", provenance: from("Hansch95", "log P, theophylline") },
  lipophilicityKind: "logP",
  acidPKa: [
    { value: 8.81, unit: "1", provenance: from("DrugBank", "DB00277: strongest acidic pKa") },
  ],
  basePKa: [],
  fup: {
    value: 0.6,
    unit: "fraction",
    provenance: from("TheophyllineLabel", "clinical pharmacology: about 40 % bound, adults"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("TheophyllineLabel", "clinical pharmacology: bound primarily to albumin"),
  },
  bloodPlasmaRatio: {
    value: 0.85,
    unit: "ratio",
    provenance: assumed("reports lie between 0.83 and 0.9; the middle of them"),
  },
  partition: { method: "standard" },
  absorption: {
    permeability: {
      value: 3.03e-6,
      unit: "dm/min",
      provenance: derived(
        "taken as that of caffeine, its methyl derivative of about the same log P",
        "PKSimCaffeine",
      ),
    },
    dissolution: {
      value: 2.018,
      unit: "1/h",
      provenance: fitted(built, "rate of absorption"),
    },
  },
  metabolism: [
    {
      enzyme: "CYP1A2",
      organs: ["liver"],
      kinetics: {
        kind: "intrinsic",
        clearance: {
          value: 3.56,
          unit: "L/h",
          provenance: derived(
            `0.75, assumed between the 0.7 and 0.8 of reviews, of the clearance ${label}, in a man of 73 kg, over the unbound fraction; the liver's blood flow is 30 times as large`,
            "TheophyllineLabel",
          ),
        },
      },
    },
    {
      enzyme: "CYP2E1",
      organs: ["liver"],
      kinetics: {
        kind: "intrinsic",
        clearance: {
          value: 0.71,
          unit: "L/h",
          provenance: derived(
            `what CYP1A2 and the kidneys leave of the clearance ${label}: 0.15 of it, likewise`,
            "TheophyllineLabel",
          ),
        },
      },
    },
  ],
  excretion: {
    renalClearance: {
      value: 0.065,
      unit: "mL/min/kg",
      provenance: derived(
        `a tenth is found unchanged in urine: that of the clearance ${label}`,
        "TheophyllineLabel",
      ),
    },
  },
};
