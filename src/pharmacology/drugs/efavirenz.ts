import type { Drug, DrugNumber } from "../drug";
import { derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["efavirenz/damle2008-po600-md"];

/** One factor on what recombinant enzymes do, whichever of them. */
const calibration: DrugNumber = {
  value: 1.95,
  unit: "ratio",
  provenance: fitted(built, "clearance after repeated doses"),
};

const byEnzyme = (enzyme: string, kcat: number, Km: number, source: "Ward03" | "Ogburn10") => ({
  enzyme,
  organs: ["liver"] as const,
  kinetics: {
    kind: "turnover" as const,
    kcat: { value: kcat, unit: "1/min", provenance: from(source, `Vmax of recombinant ${enzyme}`) },
    Km: { value: Km, unit: "µM", provenance: from(source, `Km of recombinant ${enzyme}`) },
  },
  calibration,
});

export const efavirenz: Drug = {
  perfuseDrug: 1,
  id: "efavirenz",
  name: "Efavirenz",
  card: {
    contextOfUse:
      "Teaching a drug that speeds up its own metabolism, by CYP2B6, and that of others, in adults.",
    goodFor:
      "Plasma concentrations of adults who take 600 mg a day, and what weeks of that do to drugs of CYP3A4.",
    failsFor:
      "What it does to oral alfentanil comes out twice too strong; it induces the gut here as it does the liver, which is how its EC50 was found, though biopsies of the gut showed no more CYP3A4 after ten days of up to 400 mg (Mouly 2002). The first doses: the model is set by one steady state and verified by no curve of its own. Slow dissolution stands for a drug that hardly dissolves; meals, which raise its absorption, change nothing here. Its inhibition of enzymes is not represented.",
  },
  molarMass: { value: 315.68, unit: "g/mol", provenance: from("DrugBank", "DB00625") },
  lipophilicity: {
    value: 3.437,
    unit: "1",
    provenance: from("OSPEfavirenz", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [{ value: 10.1, unit: "1", provenance: from("Rabel96", "pKa, acid") }],
  basePKa: [],
  fup: {
    value: 0.006,
    unit: "fraction",
    provenance: from("Almond05", "unbound fraction in plasma, median of 0.004 to 0.015"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("OSPEfavirenz", "binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 0.74,
    unit: "ratio",
    provenance: from("Ke16", "blood:plasma ratio, of the table of inputs"),
  },
  partition: { method: "schmitt" },
  absorption: {
    permeability: {
      value: 2.972e-5,
      unit: "cm/min",
      provenance: from("OSPEfavirenz", "specific intestinal permeability, fitted there"),
    },
    dissolution: {
      value: 0.1667,
      unit: "1/h",
      provenance: fitted(built, "rate of absorption of a drug that hardly dissolves"),
    },
  },
  metabolism: [
    byEnzyme("CYP2B6", 3.5, 6.4, "Ward03"),
    byEnzyme("CYP1A2", 0.6, 8.3, "Ward03"),
    byEnzyme("CYP3A4", 0.16, 23.5, "Ward03"),
    byEnzyme("CYP3A5", 0.6, 19.1, "Ward03"),
    byEnzyme("CYP2A6", 1, 7.7, "Ogburn10"),
  ],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("OSPEfavirenz", "GFR fraction, set there"),
    },
  },
  induces: [
    {
      protein: "CYP3A4",
      Emax: {
        value: 5.21,
        unit: "ratio",
        provenance: derived(
          "Emax, mean of the 7.27 and 3.15 that were measured, as the OSP Efavirenz-Model takes it",
          "Shou08",
        ),
      },
      EC50: {
        value: 0.0713,
        unit: "µM",
        provenance: from("OSPEfavirenz", "EC50 of CYP3A4, unbound, fitted there to clinical data"),
      },
    },
    {
      protein: "CYP2B6",
      Emax: {
        value: 5.2,
        unit: "ratio",
        provenance: from(
          "OSPEfavirenz",
          "Emax of CYP2B6, after Ke 2016 (5.1 in its table of data)",
        ),
      },
      EC50: {
        value: 0.01165,
        unit: "µM",
        provenance: from("OSPEfavirenz", "EC50 of CYP2B6, unbound, fitted there to clinical data"),
      },
    },
  ],
};
