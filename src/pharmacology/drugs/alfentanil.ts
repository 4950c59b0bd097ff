import type { Drug } from "../drug";
import { derived, from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["alfentanil/kharasch2004-iv-control", "alfentanil/kharasch2004-po-control"];

export const alfentanil: Drug = {
  perfuseDrug: 1,
  id: "alfentanil",
  name: "Alfentanil",
  card: {
    contextOfUse:
      "Showing CYP3A4 in the liver and in the wall of the gut: intravenous against oral doses, children, cirrhosis.",
    goodFor:
      "Plasma concentrations after single intravenous and oral doses in adults, and in children from four years.",
    failsFor:
      "The first minutes after an injection. Adults who cleared more slowly than those it was built on (Ferrier 1985) come out at 0.7 of what was measured, and in cirrhosis early concentrations at half. Children come out at 1.5 times what was measured. What it does to breathing and pain is not modelled.",
  },
  molarMass: { value: 416.52, unit: "g/mol", provenance: from("DrugBank", "DB00802") },
  lipophilicity: {
    value: 1.846,
    unit: "1",
    provenance: from("OSPAlfentanil", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [],
  basePKa: [{ value: 6.5, unit: "1", provenance: from("Jansson08", "pKa, base") }],
  fup: {
    value: 0.1,
    unit: "fraction",
    provenance: from(
      "Edginton08",
      "alfentanil: unbound fraction in plasma, as the OSP Alfentanil-Model cites it",
    ),
  },
  bindingProtein: {
    name: "aag",
    provenance: from("OSPAlfentanil", "binds to α1-acid glycoprotein"),
  },
  bloodPlasmaRatio: {
    value: 0.63,
    unit: "ratio",
    provenance: from("Gertz10", "blood:plasma ratio"),
  },
  partition: {
    method: "rodgers-rowland",
    factor: {
      value: 0.759,
      unit: "ratio",
      provenance: fitted(built, "distribution volume and the shape of the intravenous curve"),
    },
  },
  absorption: {
    permeability: {
      value: 5.737e-4,
      unit: "cm/min",
      provenance: from(
        "OSPAlfentanil",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    emptyingFactor: {
      value: 0.2981,
      unit: "ratio",
      provenance: fitted(built, "rate of absorption: opioids slow the emptying of the stomach"),
    },
    wallTime: {
      value: 4.27,
      unit: "min",
      provenance: fitted(built, "share that passes the gut wall, whose cells it leaves slowly"),
    },
    dissolution: {
      value: 1.5,
      unit: "1/h",
      provenance: assumed(
        "immediate-release tablets: half dissolved in 28 min; studies swallowed a solution",
      ),
    },
  },
  metabolism: [
    {
      enzyme: "CYP3A4",
      organs: ["liver", "gut"],
      kinetics: {
        kind: "specific",
        clearance: {
          value: 0.335,
          unit: "1/min",
          provenance: derived(
            "0.527 L/min for each µM of CYP3A4, fitted there to clinical data, over 1.573 L of liver cells",
            "OSPAlfentanil",
          ),
        },
      },
      calibration: {
        value: 1.392,
        unit: "ratio",
        provenance: fitted(built, "systemic clearance"),
      },
    },
  ],
  excretion: {
    filtration: {
      value: 0.06,
      unit: "fraction",
      provenance: from(
        "Hanke18",
        "GFR fraction of alfentanil, as the OSP Alfentanil-Model cites it",
      ),
    },
  },
};
