import type { Drug, DrugNumber, Enantiomer, Metabolism } from "../drug";
import { assumed, derived, from } from "../provenance";
import { fitted } from "../../core/model/model";

const built = ["omeprazole/andersson1990-iv40mg", "omeprazole/andersson1990-po40mg"];

/** The data are of the mixture: one calibration for all pathways of both forms. */
const calibration: DrugNumber = {
  value: 1.149,
  unit: "ratio",
  provenance: fitted(built, "systemic clearance of the mixture"),
};
const gutCalibration: DrugNumber = {
  value: 1.548,
  unit: "ratio",
  provenance: fitted(built, "share that passes the gut wall"),
};

interface Form {
  readonly letter: "S" | "R";
  /** 1/min for each µM of enzyme. */
  readonly byCYP2C19: number;
  readonly byCYP3A4: number;
  /** Reversible inhibition of CYP2C19, µM unbound. */
  readonly Ki: number;
  /** Its inactivation: 1/h, µM unbound. */
  readonly kinact: number;
  readonly KI: number;
}

function formOf({ letter, byCYP2C19, byCYP3A4, Ki, kinact, KI }: Form): Enantiomer {
  const name = `${letter}-omeprazole`;
  const pathway = (enzyme: string, value: number, bound = ""): Metabolism => ({
    enzyme,
    organs: ["liver", "gut"],
    kinetics: {
      kind: "specific",
      clearance: {
        value,
        unit: "1/min",
        provenance: from(
          "OSPOmeprazole",
          `clearance of ${name} per concentration of ${enzyme}, fitted there${bound}`,
        ),
      },
    },
    calibration,
    gutCalibration,
  });
  return {
    id: `omeprazole-${letter.toLowerCase()}`,
    name,
    metabolism: [
      pathway("CYP2C19", byCYP2C19, letter === "R" ? ", at the upper bound of the fit" : ""),
      pathway("CYP3A4", byCYP3A4),
    ],
    inhibits: [
      {
        protein: "CYP2C19",
        kind: "competitive",
        Ki: {
          value: Ki,
          unit: "µM",
          provenance: from("Liu05", `Ki of ${name} times 0.92 unbound in microsomes`),
        },
      },
    ],
    inactivates: [
      {
        protein: "CYP2C19",
        kinact: { value: kinact, unit: "1/h", provenance: from("Wu14", `kinact of ${name}`) },
        KI: { value: KI, unit: "µM", provenance: from("Wu14", `KI of ${name}`) },
      },
    ],
  };
}

const leavingStomach: DrugNumber = {
  value: 0.5,
  unit: "h",
  provenance: from(
    "OSPOmeprazole",
    "capsule of granules: 30 min to leave the stomach, assumed there",
  ),
};

export const omeprazole: Drug = {
  perfuseDrug: 1,
  id: "omeprazole",
  name: "Omeprazole",
  card: {
    contextOfUse:
      "Showing CYP2C19: its genotypes, and two mirror forms that compete for it and destroy it.",
    goodFor:
      "Plasma concentrations of the sum of both forms after single doses, in extensive and in poor metabolisers.",
    failsFor:
      "Korean extensive metabolisers (Cho 2002), some of whom carried one allele without function, had more than twice the exposure that is predicted for somebody with two working ones: a miss. The steep peak after a buffered solution comes out at half of what was measured. What it does to acid is not modelled, nor capsules that others make.",
  },
  molarMass: { value: 345.42, unit: "g/mol", provenance: from("DrugBank", "DB00338") },
  lipophilicity: {
    value: 1.684,
    unit: "1",
    provenance: from("OSPOmeprazole", "membrane affinity, fitted there to clinical data"),
  },
  lipophilicityKind: "membrane affinity",
  acidPKa: [
    { value: 9.29, unit: "1", provenance: from("DrugBank", "DB00338: strongest acidic pKa") },
  ],
  basePKa: [
    { value: 4.77, unit: "1", provenance: from("DrugBank", "DB00338: strongest basic pKa") },
  ],
  fup: {
    value: 0.03,
    unit: "fraction",
    provenance: from(
      "OSPOmeprazole",
      "unbound fraction in plasma, after the label of esomeprazole; 0.04 there for the R-form",
    ),
  },
  bindingProtein: { name: "albumin", provenance: from("OSPOmeprazole", "main partner: albumin") },
  bloodPlasmaRatio: {
    value: 0.6,
    unit: "ratio",
    provenance: assumed("said to be about 0.6, source not confirmed: hardly any enters red cells"),
  },
  partition: { method: "rodgers-rowland" },
  absorption: {
    permeability: {
      value: 9.79e-5,
      unit: "cm/min",
      provenance: from(
        "OSPOmeprazole",
        "specific intestinal permeability, fitted there to clinical data",
      ),
    },
    dissolution: {
      value: 0.998,
      unit: "1/h",
      provenance: derived(
        "capsule of granules, fitted there: half dissolved in 41.65 min, shape 1.02, which is all but first order",
        "OSPOmeprazole",
      ),
    },
    lag: leavingStomach,
    // of the capsules of granules that all studies with something solid here gave
    release: {
      halfReleased: {
        value: 41.65,
        unit: "min",
        provenance: from("OSPOmeprazole", "capsule of granules: half dissolved, fitted there"),
      },
      shape: {
        value: 1.02,
        unit: "1",
        provenance: from("OSPOmeprazole", "capsule of granules: dissolution shape, fitted there"),
      },
      lag: leavingStomach,
      into: "duodenum",
    },
  },
  metabolism: [],
  excretion: {
    renalClearance: {
      value: 0.00845,
      unit: "mL/min/kg",
      provenance: derived("0.037 L/h in a man of 73 kg", "Wu14"),
    },
  },
  enantiomers: [
    formOf({ letter: "S", byCYP2C19: 13.98, byCYP3A4: 0.371, Ki: 3.1, kinact: 5, KI: 0.3 }),
    formOf({ letter: "R", byCYP2C19: 50, byCYP3A4: 0.161, Ki: 5.3, kinact: 4, KI: 1.6 }),
  ],
};
