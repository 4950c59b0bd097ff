import type { Drug, Enantiomer } from "../drug";
import { assumed, derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["warfarin/osullivan1993-iv-s"];

const s: Enantiomer = {
  id: "warfarin-s",
  name: "S-warfarin",
  metabolism: [
    {
      enzyme: "CYP2C9",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 0.2023,
          unit: "1/min",
          provenance: from(
            "OSPWarfarin",
            "kcat of S-warfarin, CYP2C9, fitted there to clinical data",
          ),
        },
        Km: {
          value: 4.4,
          unit: "µM",
          provenance: from(
            "OSPWarfarin",
            "Km of S-warfarin, CYP2C9, of the model file; its report has 3.9 µM (Shaik 2016)",
          ),
        },
      },
    },
    {
      enzyme: "CYP3A4",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 0.0872,
          unit: "1/min",
          provenance: from(
            "OSPWarfarin",
            "kcat of S-warfarin, CYP3A4, fitted there to clinical data",
          ),
        },
        Km: {
          value: 14.9,
          unit: "µM",
          provenance: from("OSPWarfarin", "Km of S-warfarin, CYP3A4, after Shaik 2016"),
        },
      },
    },
    {
      enzyme: "AKR",
      organs: ["liver"],
      kinetics: {
        kind: "specific",
        clearance: {
          value: 0.02,
          unit: "1/min",
          provenance: from(
            "OSPWarfarin",
            "reduction of S-warfarin to alcohols, after Wittkowsky 2003",
          ),
        },
      },
    },
  ],
};

const r: Enantiomer = {
  id: "warfarin-r",
  name: "R-warfarin",
  metabolism: [
    {
      enzyme: "CYP1A2",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 775,
          unit: "pmol/min/mg",
          provenance: from(
            "OSPWarfarin",
            "Vmax of R-warfarin, CYP1A2, adopted there from an earlier model",
          ),
        },
        Km: {
          value: 648,
          unit: "µM",
          provenance: from(
            "OSPWarfarin",
            "Km of R-warfarin, CYP1A2, adopted there from an earlier model",
          ),
        },
      },
    },
    {
      enzyme: "CYP2C19",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 178,
          unit: "pmol/min/mg",
          provenance: from(
            "OSPWarfarin",
            "Vmax of R-warfarin, CYP2C19, adopted there from an earlier model",
          ),
        },
        Km: {
          value: 391,
          unit: "µM",
          provenance: from(
            "OSPWarfarin",
            "Km of R-warfarin, CYP2C19, adopted there from an earlier model",
          ),
        },
      },
    },
    {
      enzyme: "CYP3A4",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 886,
          unit: "pmol/min/mg",
          provenance: from(
            "OSPWarfarin",
            "Vmax of R-warfarin, CYP3A4, adopted there from an earlier model",
          ),
        },
        Km: {
          value: 586,
          unit: "µM",
          provenance: from(
            "OSPWarfarin",
            "Km of R-warfarin, CYP3A4, adopted there from an earlier model",
          ),
        },
      },
    },
    {
      enzyme: "AKR",
      organs: ["liver"],
      kinetics: {
        kind: "intrinsic",
        clearance: {
          value: 2.19,
          unit: "L/h",
          provenance: derived(
            "plasma clearance to the alcohols 0.27 mL/h/kg, in a man of 73 kg, over the unbound fraction 0.009",
            "OSPWarfarin",
          ),
        },
      },
    },
  ],
};

export const warfarin: Drug = {
  perfuseDrug: 1,
  id: "warfarin",
  name: "Warfarin",
  card: {
    contextOfUse:
      "Showing two mirror forms cleared by different enzymes, CYP2C9 genotypes among them, in adults.",
    goodFor:
      "Plasma concentrations of either form after single doses, and the part that each enzyme plays.",
    failsFor:
      "Clearance of the S-form is what a published model found over many studies: one study comes out a quarter too high, another a sixth too low. Binding to its target, clotting and dosing by response are not modelled.",
  },
  salt: {
    name: "warfarin sodium",
    share: {
      value: 308.33 / 330.31,
      unit: "ratio",
      provenance: derived("308.33 g/mol over 330.31 g/mol of the sodium salt", "DrugBank"),
    },
  },
  molarMass: { value: 308.33, unit: "g/mol", provenance: from("DrugBank", "DB00682") },
  lipophilicity: {
    value: 3.46,
    unit: "1",
    provenance: from("Avdeef98", "membrane affinity of neutral warfarin, log10"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [{ value: 5.03, unit: "1", provenance: from("OSPWarfarin", "pKa, acid") }],
  basePKa: [],
  fup: {
    value: 0.009,
    unit: "fraction",
    provenance: from(
      "Takahashi03",
      "unbound fraction in plasma, as read in the OSP Warfarin-Model",
    ),
  },
  bindingProtein: { name: "albumin", provenance: from("OSPWarfarin", "binds to albumin") },
  bloodPlasmaRatio: {
    value: 0.55,
    unit: "ratio",
    provenance: from("OSPWarfarin", "blood:plasma ratio; reports lie between 0.51 and 0.59"),
  },
  partition: {
    method: "rodgers-rowland",
    factor: {
      value: 1.034,
      unit: "ratio",
      provenance: fitted(built, "distribution volume; taken to be the same for both forms"),
    },
  },
  absorption: {
    permeability: {
      value: 0.0015,
      unit: "cm/min",
      provenance: from(
        "OSPWarfarin",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    dissolution: {
      value: 1.5,
      unit: "1/h",
      provenance: assumed("immediate-release tablets: half dissolved in 28 min"),
    },
  },
  metabolism: [],
  excretion: {
    renalClearance: {
      value: 0.07,
      unit: "mL/h/kg",
      provenance: from("OSPWarfarin", "renal clearance, from urine of volunteers"),
    },
  },
  enantiomers: [s, r],
};
