import type { Drug } from "../drug";
import { assumed, derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["dextromethorphan/duedahl2005-iv-em", "dextromethorphan/capon1996-po-em"];

export const dextromethorphan: Drug = {
  perfuseDrug: 1,
  id: "dextromethorphan",
  name: "Dextromethorphan",
  card: {
    contextOfUse: "Showing CYP2D6 genotypes, and a base that the body holds back, in adults.",
    goodFor:
      "Plasma concentrations after single oral doses in extensive and poor metabolisers of CYP2D6, and after an infusion once it has ended.",
    failsFor:
      "Concentrations while an infusion runs: tissues take up so much that blood from an arm holds far less than the mixed blood of this model. The peak of poor metabolisers comes out at 0.6 of what was measured. Dextrorphan, which does part of its work, is not followed.",
  },
  salt: {
    name: "dextromethorphan hydrobromide monohydrate",
    share: {
      value: 271.4 / 370.3,
      unit: "ratio",
      provenance: derived(
        "271.4 g/mol over 370.3 g/mol of the hydrobromide monohydrate",
        "DrugBank",
      ),
    },
  },
  molarMass: { value: 271.4, unit: "g/mol", provenance: from("DrugBank", "DB00514") },
  lipophilicity: {
    value: 4.1,
    unit: "1",
    provenance: from("OSPDextromethorphan", "log P, after Spaggiari 2014"),
  },
  lipophilicityKind: "logP",
  acidPKa: [],
  basePKa: [
    {
      value: 9.1,
      unit: "1",
      provenance: from("OSPDextromethorphan", "pKa, base, after Spaggiari 2014"),
    },
  ],
  fup: {
    value: 0.35,
    unit: "fraction",
    provenance: from("OSPDextromethorphan", "unbound fraction in plasma, after Taylor 2016"),
  },
  bloodPlasmaRatio: {
    value: 1.3,
    unit: "ratio",
    provenance: assumed("no measurement found; lipophilic bases lie near 1 to 1.5"),
  },
  partition: {
    method: "rodgers-rowland",
    baseAffinityFactor: {
      value: 5.863,
      unit: "ratio",
      provenance: fitted(built, "lysosomes hold the base back, which red cells do not have"),
    },
  },
  absorption: {
    permeability: {
      value: 1e-4,
      unit: "cm/min",
      provenance: assumed(
        "all of a dose is absorbed, as is reported; any value that lets it would do, for leaving the wall takes longer",
      ),
    },
    wallTime: {
      value: 3.748,
      unit: "h",
      provenance: fitted(
        built,
        "lysosomes of the wall hold the base back: absorption goes on for half a day",
      ),
    },
    dissolution: {
      value: 1.5,
      unit: "1/h",
      provenance: assumed("immediate-release tablets: half dissolved in 28 min"),
    },
  },
  // in the gut's wall both enzymes would take under 5 % of a dose at the pace of blood
  metabolism: [
    {
      enzyme: "CYP2D6",
      organs: ["liver"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 90.9,
          unit: "1/min",
          provenance: from("OSPDextromethorphan", "kcat, CYP2D6, fitted there to clinical data"),
        },
        Km: {
          value: 4.65,
          unit: "µM",
          provenance: from("OSPDextromethorphan", "Km, CYP2D6, after Lutz 2012"),
        },
      },
    },
    {
      enzyme: "CYP3A4",
      organs: ["liver"],
      kinetics: {
        kind: "microsomes",
        Vmax: {
          value: 610,
          unit: "pmol/min/mg",
          provenance: from("OSPDextromethorphan", "Vmax, CYP3A4, after Brown 2007"),
        },
        Km: {
          value: 176.8,
          unit: "µM",
          provenance: from("OSPDextromethorphan", "Km, CYP3A4, after Brown 2007"),
        },
      },
    },
  ],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("OSPDextromethorphan", "GFR fraction, assumed there"),
    },
  },
};
