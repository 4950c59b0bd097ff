import type { Drug } from "../drug";
import { from } from "../provenance";
import { assumed, derived, fitted } from "../../core/model/model";

const built = ["digoxin/greiner1999-iv1mg-control", "digoxin/greiner1999-po1mg-control"];
/** Without it nothing says how much of its absorption P-glycoprotein holds back. */
const interaction = "digoxin-rifampicin/greiner1999-po";

export const digoxin: Drug = {
  perfuseDrug: 1,
  id: "digoxin",
  name: "Digoxin",
  card: {
    contextOfUse:
      "Teaching renal elimination, P-glycoprotein in gut, liver and kidneys, slow distribution into muscle and accumulation over days in adults.",
    goodFor:
      "Plasma concentrations after single oral doses and short infusions, total and renal clearance, and how much inducers and inhibitors of P-glycoprotein change the exposure.",
    failsFor:
      "Conventional tablets (Gurley 2007) come out a quarter too low in area. Peaks rise too much under clarithromycin and itraconazole, and the inhibition by a single dose of rifampicin comes out too weak. One steady state (Friedrich 2011) lies at twice the prediction; it is also twice what others measured after the same dose. Thyroid disease and potassium are not represented. Sites and their affinity stand for all pumps of a tissue.",
  },
  molarMass: { value: 780.93, unit: "g/mol", provenance: from("DrugBank", "DB00390") },
  lipophilicity: {
    value: 1.4,
    unit: "1",
    provenance: from("OSPDigoxin", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [],
  basePKa: [],
  fup: {
    value: 0.71,
    unit: "fraction",
    provenance: from("Neuhoff13", "unbound fraction in plasma"),
  },
  bindingProtein: {
    name: "albumin",
    provenance: from("DrugBank", "DB00390: binds to albumin"),
  },
  bloodPlasmaRatio: {
    value: 1.07,
    unit: "ratio",
    provenance: from("Neuhoff13", "blood:plasma ratio, after Hinderling 1984"),
  },
  partition: { method: "rodgers-rowland" },
  permeabilityLimited: {
    // elsewhere the membrane is crossed many times faster than blood arrives (PS above 10 Q)
    organs: ["brain", "lungs", "muscle", "skin"],
    permeability: {
      value: 0.0007014,
      unit: "cm/min",
      provenance: fitted(built, "pace of distribution; 6.8 times the value that OSP lists"),
    },
  },
  absorption: {
    permeability: {
      value: 0.000007616,
      unit: "cm/min",
      provenance: fitted(built, "extent and rate of absorption"),
    },
    dissolution: {
      value: 1.43,
      unit: "1/h",
      provenance: derived(
        "76 % of a conventional tablet in an hour; Lanicor, whose tablets give what its solution gives, counts as a solution",
        "Binnion76",
        "Ochs75",
      ),
    },
  },
  metabolism: [],
  excretion: {
    filtration: {
      value: 1,
      unit: "fraction",
      provenance: from("Steiness82", "filtration is complete, secretion comes on top"),
    },
    secretion: {
      value: 6.15,
      unit: "L/h",
      provenance: derived(
        "renal clearance 152 mL/min less filtration, 0.71 · 117 mL/min, of plasma; through kidney tissue that 1.24 L/min of blood perfuse",
        "Hinderling91",
      ),
    },
    secretionByPgp: {
      value: 1,
      unit: "fraction",
      provenance: assumed("no other transporter is known to secrete it into urine"),
    },
    biliary: {
      value: 0.535,
      unit: "L/h",
      provenance: derived(
        "0.83 % of 1 mg appears with bile in the 3 h after an injection; unbound area of that time 15.5 µg h/L",
        "Drescher03",
        "Greiner99",
      ),
    },
  },
  efflux: {
    gut: {
      value: 80.94,
      unit: "L/h",
      provenance: fitted([...built, interaction], "size of P-glycoprotein's part in the gut wall"),
    },
  },
  binding: [
    {
      target: "Na/K-ATPase",
      Kd: {
        value: 25.6,
        unit: "nM",
        provenance: from(
          "Katz10",
          "dissociation constant, to which the OSP model comes by fitting too",
        ),
      },
      koff: { value: 0.00098888, unit: "1/min", provenance: from("Katz10", "dissociation rate") },
      sites: {
        value: 0.39,
        unit: "µM",
        provenance: from("OSPDigoxin", "expression profile of ATP1A2, fitted there"),
      },
      expression: { brain: 1, muscle: 0.703, heart: 0.318 },
      expressionProvenance: from("OSPDigoxin", "relative expression of ATP1A2"),
      calibration: {
        value: 3.177,
        unit: "ratio",
        provenance: fitted(built, "distribution volume"),
      },
    },
  ],
};
