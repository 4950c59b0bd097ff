import type { Drug } from "../drug";
import { from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["fluvoxamine/spigset1997-po50-em"];

export const fluvoxamine: Drug = {
  perfuseDrug: 1,
  id: "fluvoxamine",
  name: "Fluvoxamine",
  card: {
    contextOfUse:
      "Teaching inhibition of CYP1A2 and CYP2C19, and a drug whose own clearance saturates, in adults who do not smoke.",
    goodFor:
      "Plasma concentrations after a single 50 mg tablet, with and without CYP2D6; how exposure rises more than the dose, about as reported (threefold for each doubling between 25 and 200 mg a day); the direction and rough size of what it does to caffeine.",
    failsFor:
      "Smokers (faster), and midazolam, whose rise is underestimated: 1.1 for a reported 1.7; so is that of omeprazole without CYP2C19, 1.0 for 1.2. What it does to caffeine comes out about a third too small. No intravenous data were used, so absorption and distribution are not told apart.",
  },
  salt: {
    name: "fluvoxamine maleate",
    share: {
      value: 318.34 / 434.4,
      unit: "ratio",
      provenance: from("DrugBank", "DB00176: 318.34 over 434.4 g/mol"),
    },
  },
  molarMass: { value: 318.34, unit: "g/mol", provenance: from("DrugBank", "DB00176") },
  lipophilicity: {
    value: 3.573,
    unit: "1",
    provenance: from("OSPFluvoxamine", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [],
  basePKa: [
    {
      value: 9.4,
      unit: "1",
      provenance: from("Hallifax07", "pKa, base, as the OSP Fluvoxamine-Model cites it"),
    },
  ],
  fup: {
    value: 0.23,
    unit: "fraction",
    provenance: from("Claassen83", "77 % bound in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: assumed("not named in the OSP Fluvoxamine-Model: albumin, as most drugs"),
  },
  bloodPlasmaRatio: {
    value: 1,
    unit: "ratio",
    provenance: assumed("not reported: as much in red cells as in plasma"),
  },
  partition: {
    method: "schmitt",
    factor: {
      value: 0.2464,
      unit: "ratio",
      provenance: fitted(built, "distribution volume and half-life"),
    },
  },
  absorption: {
    permeability: {
      value: 2.738e-6,
      unit: "dm/min",
      provenance: from(
        "OSPFluvoxamine",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    dissolution: {
      value: 0.2005,
      unit: "1/h",
      provenance: fitted(built, "rate of absorption"),
    },
    lag: {
      value: 2.824,
      unit: "h",
      provenance: fitted(built, "hours until coated tablets begin to dissolve"),
    },
  },
  metabolism: [
    {
      enzyme: "CYP1A2",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 0.01554,
          unit: "1/min",
          provenance: from(
            "OSPFluvoxamine",
            "kcat, CYP1A2, non-smokers, fitted there to clinical data",
          ),
        },
        Km: {
          value: 7.35,
          unit: "nM",
          provenance: from("OSPFluvoxamine", "Km, CYP1A2, unbound, fitted there to clinical data"),
        },
      },
      calibration: {
        value: 2.571,
        unit: "ratio",
        provenance: fitted(built, "systemic clearance of a low dose"),
      },
    },
    {
      enzyme: "CYP2D6",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 110.6,
          unit: "1/min",
          provenance: from(
            "OSPFluvoxamine",
            "kcat, CYP2D6, extensive metabolisers, fitted there to clinical data",
          ),
        },
        Km: { value: 76.3, unit: "µM", provenance: from("Miura07", "Km, CYP2D6") },
      },
    },
  ],
  excretion: {
    filtration: { value: 1, unit: "fraction", provenance: from("OSPFluvoxamine", "GFR fraction") },
  },
  inhibits: [
    {
      protein: "CYP1A2",
      kind: "non-competitive",
      Ki: {
        value: 0.01,
        unit: "µM",
        provenance: from(
          "Karjalainen08",
          "Ki 11 nM; 10 nM unbound, with and without substrate, as the OSP Fluvoxamine-Model corrects it after Yao 2001",
        ),
      },
    },
    {
      protein: "CYP2C19",
      kind: "competitive",
      Ki: {
        value: 0.0026,
        unit: "µM",
        provenance: from(
          "Iga16",
          "Ki, S-mephenytoin as the substrate of CYP2C19 (3.6 nM with omeprazole), as OSP cites it",
        ),
      },
    },
    {
      protein: "CYP3A4",
      kind: "competitive",
      Ki: {
        value: 1.6,
        unit: "µM",
        provenance: from("Olesen00", "Ki, CYP3A4, in liver microsomes"),
      },
    },
  ],
};
