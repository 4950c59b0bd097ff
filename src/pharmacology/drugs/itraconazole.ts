import type { Drug, Molecule } from "../drug";
import { derived, from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["itraconazole/heykants1989-iv100", "itraconazole/barone1998a-po200-day15"];

/** What the metabolites have in common with the drug. */
const shared = {
  lipophilicityKind: "membrane affinity",
  acidPKa: [],
  bindingProtein: {
    name: "albumin",
    provenance: from("OSPItraconazole", "albumin as the main binding partner"),
  },
  partition: { method: "rodgers-rowland" },
  excretion: {
    filtration: { value: 1, unit: "fraction", provenance: from("OSPItraconazole", "GFR fraction") },
  },
} satisfies Partial<Molecule>;

const metaboliteLike = {
  ...shared,
  basePKa: [
    {
      value: 3.7,
      unit: "1",
      provenance: assumed("as itraconazole: the triazole's and piperazine's"),
    },
  ],
  bloodPlasmaRatio: { value: 0.58, unit: "ratio", provenance: assumed("as itraconazole") },
} satisfies Partial<Molecule>;

export const itraconazole: Drug = {
  perfuseDrug: 1,
  id: "itraconazole",
  name: "Itraconazole",
  card: {
    contextOfUse:
      "Teaching inhibition of CYP3A4 by a drug and its three metabolites, which get in each other's way, in adults.",
    goodFor:
      "Plasma concentrations of itraconazole and hydroxy-itraconazole after an infusion and after an oral solution for days, from published numbers but for one; what solution and capsules, on an empty stomach, do to midazolam.",
    failsFor:
      "The end of an infusion (half as high again), and the first hour after a solution. The peak after a capsule comes hours too early and too high, and capsules with a meal give more than here; what capsules for days do to the area of midazolam comes out a tenth to two fifths too small, and the peak of a midazolam tablet under them more than twice too high. The keto and desalkyl metabolites were not compared with measurements.",
  },
  molarMass: { value: 705.63, unit: "g/mol", provenance: from("DrugBank", "DB01167") },
  lipophilicity: {
    value: 4.624,
    unit: "1",
    provenance: from("OSPItraconazole", "membrane affinity, fitted there to clinical data"),
  },
  ...shared,
  basePKa: [{ value: 3.7, unit: "1", provenance: from("Heykants89", "pKa, base") }],
  fup: {
    value: 0.006,
    unit: "fraction",
    provenance: from("OSPItraconazole", "fitted there within the reported 0.002 to 0.036"),
  },
  bloodPlasmaRatio: {
    value: 0.58,
    unit: "ratio",
    provenance: assumed(
      "0.58 is what published models of the drug have; its origin, said to be Heykants 1989, is not confirmed",
    ),
  },
  absorption: {
    permeability: {
      value: 5.326e-5,
      unit: "dm/min",
      provenance: from(
        "OSPItraconazole",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    precipitates: true,
    solubility: {
      value: 0.004655,
      unit: "mg/mL",
      provenance: fitted(
        built,
        "share of an oral solution that is absorbed; 0.008 mg/mL measured in fasted-state fluid (Taupitz 2013)",
      ),
    },
    dissolution: {
      value: 0.325,
      unit: "1/h",
      provenance: derived(
        "set so that a 100 mg capsule on an empty stomach gives 39.8 % of the area that the solution gives",
        "VanPeer89",
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
          value: 0.0403,
          unit: "1/min",
          provenance: from("OSPItraconazole", "kcat, CYP3A4, fitted there to clinical data"),
        },
        Km: {
          value: 2.069,
          unit: "nM",
          provenance: from("OSPItraconazole", "Km, CYP3A4, unbound, fitted there; 3.9 nM in vitro"),
        },
      },
      product: "hydroxy-itraconazole",
    },
  ],
  inhibits: [
    {
      protein: "CYP3A4",
      kind: "competitive",
      Ki: { value: 1.3, unit: "nM", provenance: from("Isoherranen04", "Ki, unbound") },
    },
    {
      protein: "Pgp",
      kind: "competitive",
      Ki: {
        value: 8,
        unit: "nM",
        provenance: from(
          "Shityakov14",
          "Ki, P-glycoprotein, as the OSP Itraconazole-Model cites it",
        ),
      },
    },
  ],
  metabolites: [
    {
      id: "hydroxy-itraconazole",
      name: "Hydroxy-itraconazole",
      ...metaboliteLike,
      molarMass: { value: 721.63, unit: "g/mol", provenance: from("DrugBank", "DBMET00374") },
      lipophilicity: {
        value: 3.718,
        unit: "1",
        provenance: from("OSPItraconazole", "membrane affinity, fitted there to clinical data"),
      },
      fup: {
        value: 0.017,
        unit: "fraction",
        provenance: from("Riccardi15", "unbound fraction in plasma"),
      },
      metabolism: [
        {
          enzyme: "CYP3A4",
          organs: ["liver"],
          kinetics: {
            kind: "turnover",
            kcat: {
              value: 0.0203,
              unit: "1/min",
              provenance: from("OSPItraconazole", "kcat, CYP3A4, fitted there to clinical data"),
            },
            Km: {
              value: 4.17,
              unit: "nM",
              provenance: from("OSPItraconazole", "Km, CYP3A4, unbound, fitted there"),
            },
          },
          product: "keto-itraconazole",
        },
      ],
      inhibits: [
        {
          protein: "CYP3A4",
          kind: "competitive",
          Ki: { value: 14.4, unit: "nM", provenance: from("Isoherranen04", "Ki, unbound") },
        },
      ],
    },
    {
      id: "keto-itraconazole",
      name: "Keto-itraconazole",
      ...metaboliteLike,
      molarMass: {
        value: 719.62,
        unit: "g/mol",
        provenance: from("OSPItraconazole", "molar mass, from PubChem"),
      },
      lipophilicity: {
        value: 4.211,
        unit: "1",
        provenance: from("OSPItraconazole", "membrane affinity, fitted there to clinical data"),
      },
      fup: {
        value: 0.01,
        unit: "fraction",
        provenance: from("Riccardi15", "unbound fraction in plasma"),
      },
      metabolism: [
        {
          enzyme: "CYP3A4",
          organs: ["liver"],
          kinetics: {
            kind: "turnover",
            kcat: {
              value: 0.393,
              unit: "1/min",
              provenance: from("OSPItraconazole", "kcat, CYP3A4, fitted there to clinical data"),
            },
            Km: {
              value: 2.22,
              unit: "nM",
              provenance: from("OSPItraconazole", "Km, CYP3A4, unbound, fitted there"),
            },
          },
          product: "n-desalkyl-itraconazole",
        },
      ],
      inhibits: [
        {
          protein: "CYP3A4",
          kind: "competitive",
          Ki: {
            value: 5.12,
            unit: "nM",
            provenance: derived(
              "IC50 7.0 nM, unbound, at 1 µM midazolam, of which Km is taken as 2.73 µM",
              "Isoherranen04",
              "OSPItraconazole",
            ),
          },
        },
      ],
    },
    {
      id: "n-desalkyl-itraconazole",
      name: "N-desalkyl-itraconazole",
      ...metaboliteLike,
      molarMass: {
        value: 649.53,
        unit: "g/mol",
        provenance: from("OSPItraconazole", "molar mass, from PubChem"),
      },
      lipophilicity: {
        value: 5.184,
        unit: "1",
        provenance: from("OSPItraconazole", "membrane affinity, fitted there to clinical data"),
      },
      fup: {
        value: 0.011,
        unit: "fraction",
        provenance: from("Riccardi15", "unbound fraction in plasma"),
      },
      metabolism: [
        {
          enzyme: "CYP3A4",
          organs: ["liver"],
          kinetics: {
            kind: "turnover",
            kcat: {
              value: 0.0606,
              unit: "1/min",
              provenance: from("OSPItraconazole", "kcat, CYP3A4, fitted there to clinical data"),
            },
            Km: {
              value: 0.628,
              unit: "nM",
              provenance: from("OSPItraconazole", "Km, CYP3A4, unbound, fitted there"),
            },
          },
        },
      ],
      inhibits: [
        {
          protein: "CYP3A4",
          kind: "competitive",
          Ki: {
            value: 0.32,
            unit: "nM",
            provenance: derived(
              "IC50 0.44 nM, unbound, at 1 µM midazolam, of which Km is taken as 2.73 µM",
              "Isoherranen04",
              "OSPItraconazole",
            ),
          },
        },
      ],
    },
  ],
};
