/** Drugs that cannot be are refused by name before anything runs. */
import * as v from "valibot";
import { expect, test } from "vitest";
import { assumed } from "../core/model/model";
import type { Drug, Molecule } from "../pharmacology/drug";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import { drugSchema } from "./drug-file";

const number = (value: number, unit: string) => ({ value, unit, provenance: assumed("a test") });

function midazolam(): Drug {
  const drug = shippedDrug("midazolam");
  if (!drug) throw new Error("no midazolam");
  return drug;
}

/** What is wrong with a drug, and where. */
function refusal(drug: unknown): string {
  const read = v.safeParse(drugSchema, drug);
  if (read.success) return "";
  return read.issues.map((issue) => `${v.getDotPath(issue) ?? ""}: ${issue.message}`).join("\n");
}

const changed = (part: Partial<Drug>): Drug => ({ ...midazolam(), ...part });
const [pathway] = midazolam().metabolism;
if (!pathway) throw new Error("midazolam is not metabolised");
const molecule = (id: string, product?: string): Molecule => ({
  ...midazolam(),
  id,
  metabolism: product === undefined ? [] : [{ ...pathway, product }],
});
const bare = ({ perfuseDrug: _1, card: _2, ...rest }: Drug): Molecule => rest;

test.each(shippedDrugs)("$id passes", (drug) => {
  expect(refusal(drug)).toBe("");
});

test.each<[string, unknown, RegExp]>([
  ["nothing unbound", changed({ fup: number(0, "fraction") }), /^fup: must be above 0/],
  ["no mass", changed({ molarMass: number(0, "g/mol") }), /^molarMass: .*from 1 to/],
  [
    "pKa out of order",
    changed({ basePKa: [number(9, "1"), number(4, "1")] }),
    /^basePKa: must rise/,
  ],
  [
    "a negative Km",
    changed({
      metabolism: [
        {
          ...pathway,
          kinetics: { kind: "turnover", kcat: number(1, "1/min"), Km: number(-4, "µM") },
        },
      ],
    }),
    /^metabolism\.0\.kinetics\.Km: must be above 0/,
  ],
  [
    "a unit that does not convert",
    changed({ molarMass: number(300, "mg/L") }),
    /^molarMass: must be in a unit like g\/mol/,
  ],
  [
    "a lipophilicity that gives no finite Kp",
    changed({ lipophilicity: number(400, "1") }),
    /^lipophilicity: must be from -10 to 10/,
  ],
  [
    "an inhibition constant of nothing",
    changed({ inhibits: [{ protein: "CYP3A4", kind: "competitive", Ki: number(0, "µM") }] }),
    /^inhibits\.0\.Ki: must be above 0/,
  ],
  [
    "an enzyme that nobody knows",
    changed({ induces: [{ protein: "CYP9Z9", Emax: number(3, "ratio"), EC50: number(1, "µM") }] }),
    /^induces\.0\.protein: must be an enzyme or transporter that Perfuse knows/,
  ],
  [
    "a drug that destroys its only way out",
    changed({
      metabolism: [pathway],
      excretion: {},
      inactivates: [{ protein: "CYP3A4", kinact: number(5000, "1/h"), KI: number(1, "µM") }],
    }),
    /destroys the only enzyme that clears it/,
  ],
  [
    "a product that is nowhere",
    changed({ metabolism: [{ ...pathway, product: "gone" }] }),
    /names a product that is none of its later metabolites/,
  ],
  [
    "a circular chain",
    changed({
      metabolism: [{ ...pathway, product: "a" }],
      metabolites: [bare(molecule("a", "b") as Drug), bare(molecule("b", "a") as Drug)],
    }),
    /names a product that is none of its later metabolites/,
  ],
  [
    "two molecules of one id",
    changed({ metabolites: [bare(molecule("midazolam") as Drug)] }),
    /names two of its molecules alike/,
  ],
  [
    "a release that begins too steeply to be followed",
    changed({
      absorption: {
        permeability: number(1e-5, "cm/min"),
        dissolution: number(1, "1/h"),
        release: { halfReleased: number(10, "min"), shape: number(0.3, "1") },
      },
    }),
    /^absorption\.release\.shape: must be from 0\.5 to 10/,
  ],
  [
    "an uptake without a membrane",
    changed({
      uptake: [{ transporter: "OATP1B1", kcat: number(1, "1/min"), Km: number(1, "µM") }],
    }),
    /must be limited by permeability/,
  ],
  [
    "gut metabolism by an enzyme that is not there",
    changed({ metabolism: [{ ...pathway, enzyme: "CYP1A2" }] }),
    /names an enzyme that the gut wall does not have/,
  ],
  ["an unknown format", { ...midazolam(), perfuseDrug: 7 }, /perfuseDrug: must be 1/],
])("%s is refused by name", (_what, drug, expected) => {
  expect(refusal(drug)).toMatch(expected);
});
