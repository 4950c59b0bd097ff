import type { Drug } from "../drug";
import { derived, from } from "../provenance";
import { assumed, fitted } from "../../core/model/model";

const built = ["clarithromycin/chu1992b-iv250", "clarithromycin/chu1993-po500-md"];

export const clarithromycin: Drug = {
  perfuseDrug: 1,
  id: "clarithromycin",
  name: "Clarithromycin",
  card: {
    contextOfUse:
      "Teaching mechanism-based inactivation of CYP3A4, of the drug's own enzyme too, and its recovery, in adults.",
    goodFor:
      "Plasma concentrations after 250 mg intravenously and 500 mg twice daily; what 250 and 500 mg twice daily do to midazolam.",
    failsFor:
      "How soon a tablet is absorbed in the first hour. The liver is well mixed here, and transport into its cells and by leucocytes is not represented; the 14-hydroxy metabolite is only counted, though it is active and may inhibit. Hours 1 to 4 of the intravenous curve are a quarter too low, hours 8 to 16 after the last of repeated doses up to 1.4 times too high.",
  },
  molarMass: { value: 747.95, unit: "g/mol", provenance: from("DrugBank", "DB01211") },
  lipophilicity: { value: 2.3, unit: "1", provenance: from("Lappin11", "log P") },
  lipophilicityKind: "logP",
  acidPKa: [],
  basePKa: [{ value: 8.99, unit: "1", provenance: from("McFarland97", "pKa, base") }],
  fup: {
    value: 0.3,
    unit: "fraction",
    provenance: from("Chu93b", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("OSPClarithromycin", "binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 1,
    unit: "ratio",
    provenance: assumed(
      "reported as 0.64, at which red cells would hold less than their water does, though leucocytes gather the drug: taken as even",
    ),
  },
  partition: {
    method: "rodgers-rowland",
    factor: {
      value: 0.4506,
      unit: "ratio",
      provenance: fitted(built, "distribution volume: red cells overstate what other cells bind"),
    },
  },
  absorption: {
    permeability: {
      value: 1.23e-6,
      unit: "dm/min",
      provenance: from(
        "OSPClarithromycin",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    dissolution: {
      value: 0.8723,
      unit: "1/h",
      provenance: fitted(built, "rate of absorption"),
    },
  },
  metabolism: [
    {
      enzyme: "CYP3A4",
      organs: ["liver", "gut"],
      kinetics: {
        kind: "turnover",
        kcat: {
          value: 3.66,
          unit: "1/min",
          provenance: derived(
            "14-hydroxylation and N-demethylation in liver microsomes, Vmax 206 and 189 pmol/min/mg, over 108 pmol CYP3A4 per mg",
            "Rodrigues97",
            "Rodrigues99",
          ),
        },
        Km: {
          value: 52.7,
          unit: "µM",
          provenance: derived(
            "Km 48.7 and 59.1 µM of the two: where both together clear 7.5 µL/min/mg (4.2 and 3.3)",
            "Rodrigues97",
          ),
        },
      },
      calibration: {
        value: 4.86,
        unit: "ratio",
        provenance: fitted(built, "systemic clearance before the enzyme is inactivated"),
      },
    },
  ],
  excretion: {
    renalClearance: {
      value: 1.75,
      unit: "mL/min/kg",
      provenance: from(
        "OSPClarithromycin",
        "renal plasma clearance as entered there; reported as 6.66 to 12.8 L/h (Rodvold 1999)",
      ),
    },
  },
  inhibits: [
    {
      protein: "Pgp",
      kind: "competitive",
      Ki: { value: 4.1, unit: "µM", provenance: from("Eberl07", "Ki, P-glycoprotein") },
    },
  ],
  inactivates: [
    {
      protein: "CYP3A4",
      kinact: {
        value: 0.0423,
        unit: "1/min",
        provenance: from("Ito03", "kinact, 1'-hydroxylation of midazolam in liver microsomes"),
      },
      KI: {
        value: 41.4,
        unit: "µM",
        provenance: from("Ito03", "KI, 1'-hydroxylation of midazolam in liver microsomes"),
      },
    },
  ],
};
