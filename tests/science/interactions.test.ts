/** What drugs do to each other's proteins, and what they become, where it can be written down. */
import { expect, test } from "vitest";
import { assumed } from "../../src/core/model/model";
import type { Drug, Molecule } from "../../src/pharmacology/drug";
import type { DoseRequest, Study } from "../../src/pharmacology/study";
import { definitionOf, drug, outputOf, planOf, solve } from "./harness";

const number = (value: number, unit: string) => ({ value, unit, provenance: assumed("a test") });

/** Cleared by CYP3A4 alone, in proportion to what is there. */
const victim: Drug = {
  ...drug("caffeine"),
  id: "victim",
  name: "Victim",
  fup: number(0.4, "fraction"),
  bloodPlasmaRatio: number(0.8, "ratio"),
  metabolism: [
    {
      enzyme: "CYP3A4",
      organs: ["liver"],
      kinetics: { kind: "specific", clearance: number(0.2, "1/min") },
    },
  ],
  excretion: {},
};

const perpetrator: Drug = {
  ...victim,
  id: "perpetrator",
  name: "Perpetrator",
  metabolism: [],
  excretion: { filtration: number(1, "fraction") },
};

const bolus: DoseRequest = { drug: "victim", route: "iv", amountMg: 10, atHours: 2000 };
/** So long that what it does has settled before the victim comes. */
const always: DoseRequest = {
  drug: "perpetrator",
  route: "iv",
  amountMg: 20_000,
  atHours: 0,
  overHours: 4000,
};

function study(drugs: Drug[], doses: DoseRequest[], outputs: string[], untilHours = 4000): Study {
  return {
    perfuse: 1,
    drugs,
    people: { one: {} },
    doses,
    fromHours: 0,
    untilHours,
    record: { outputs },
  };
}

/** Area of the victim in arterial plasma, and what settles of the perpetrator. */
function underInfusion(acting: Drug) {
  const settled = ["perpetrator/liver/unbound"];
  if (acting.induces ?? acting.inactivates) settled.push("CYP3A4/liver", "CYP3A4/small-intestine");
  const result = solve(
    study([victim, acting], [bolus, always], ["victim/arterial-plasma", ...settled]),
  );
  return {
    area: outputOf(result, "victim/arterial-plasma").area,
    settled: settled.map((name) => outputOf(result, name).last),
  };
}

/** Area after the bolus where the liver's intrinsic clearance is `factor` times the victim's own. */
function expectedArea(factor: number): number {
  const { model } = planOf(study([victim], [bolus], ["victim/arterial-plasma"]));
  const Q = definitionOf(model, "liver", "flow");
  const CLint = factor * definitionOf(model, "victim.liver.CYP3A4", "CLint");
  const fub = victim.fup.value / victim.bloodPlasmaRatio.value;
  const clearance = ((Q * fub * CLint) / (Q + fub * CLint)) * victim.bloodPlasmaRatio.value;
  return 10 / clearance;
}

const molar = (mgPerL: number) => (mgPerL * 1000) / perpetrator.molarMass.value;

test("a competitive and a non-competitive inhibitor divide a linear clearance by 1 + I/Ki", () => {
  for (const kind of ["competitive", "non-competitive"] as const) {
    const { area, settled } = underInfusion({
      ...perpetrator,
      inhibits: [{ protein: "CYP3A4", kind, Ki: number(2, "µM") }],
    });
    const factor = 1 / (1 + molar(settled[0] ?? 0) / 2);
    expect(factor).toBeLessThan(0.5);
    expect(area / expectedArea(factor)).toBeCloseTo(1, 6);
  }
});

test("inactivation and induction settle where making and losing an enzyme balance", () => {
  const { area, settled } = underInfusion({
    ...perpetrator,
    inactivates: [{ protein: "CYP3A4", kinact: number(0.02, "1/min"), KI: number(5, "µM") }],
    induces: [{ protein: "CYP3A4", Emax: number(4, "ratio"), EC50: number(3, "µM") }],
  });
  const [concentration = 0, inLiver = 0, inGut = 0] = settled;
  const I = molar(concentration);
  const expected = (halfLifeHours: number, at: number) => {
    const kdeg = Math.LN2 / halfLifeHours;
    return (kdeg * (1 + (4 * at) / (3 + at))) / (kdeg + (1.2 * at) / (5 + at));
  };
  expect(inLiver).toBeCloseTo(expected(36, I), 8);
  // the wall gets what the arterial blood brings, which is what the liver sees of a drug that only
  // the kidneys remove
  expect(inGut).toBeCloseTo(expected(23, I), 5);
  expect(area / expectedArea(inLiver)).toBeCloseTo(1, 5);
});

test("without a perpetrator's dose, nothing happens to the victim", () => {
  const acting: Drug = {
    ...perpetrator,
    inactivates: [{ protein: "CYP3A4", kinact: number(0.02, "1/min"), KI: number(5, "µM") }],
    inhibits: [{ protein: "CYP3A4", kind: "competitive", Ki: number(2, "µM") }],
  };
  const result = solve(study([victim, acting], [bolus], ["victim/arterial-plasma"]));
  expect(outputOf(result, "victim/arterial-plasma").area / expectedArea(1)).toBeCloseTo(1, 6);
});

test("a drug does not inhibit its own way out, but inactivates what it is metabolised by", () => {
  const alone = solve(study([victim], [bolus], ["victim/arterial-plasma"]));
  const area = outputOf(alone, "victim/arterial-plasma").area;
  const inhibiting: Drug = {
    ...victim,
    inhibits: [{ protein: "CYP3A4", kind: "competitive", Ki: number(0.001, "µM") }],
  };
  const other = solve(study([inhibiting], [bolus], ["victim/arterial-plasma"]));
  expect(outputOf(other, "victim/arterial-plasma").area).toBeCloseTo(area, 10);
  const inactivating: Drug = {
    ...victim,
    inactivates: [{ protein: "CYP3A4", kinact: number(0.05, "1/min"), KI: number(0.5, "µM") }],
  };
  const slowed = solve(study([inactivating], [bolus], ["victim/arterial-plasma"]));
  expect(outputOf(slowed, "victim/arterial-plasma").area).toBeGreaterThan(1.2 * area);
});

test("a mixture of two like forms is the one drug; different forms share an enzyme", () => {
  const outputs = ["victim/arterial-plasma", "victim/liver/amount", "victim/urine"];
  const one = solve(study([victim], [bolus], outputs));
  const mixed: Drug = {
    ...victim,
    enantiomers: [
      { id: "victim-s", name: "S-victim" },
      { id: "victim-r", name: "R-victim" },
    ],
  };
  const both = solve(study([mixed], [bolus], outputs));
  for (const name of outputs.slice(0, 2)) {
    expect(outputOf(both, name).area / outputOf(one, name).area).toBeCloseTo(1, 8);
  }
  const alone = solve(
    study([mixed], [{ ...bolus, drug: "victim-r" }], ["victim/arterial-plasma", "victim-s/liver"]),
  );
  expect(outputOf(alone, "victim-s/liver").max).toBe(0);
  const inhibited: Drug = {
    ...mixed,
    enantiomers: [
      {
        id: "victim-s",
        name: "S-victim",
        inhibits: [{ protein: "CYP3A4", kind: "competitive", Ki: number(0.1, "µM") }],
      },
      { id: "victim-r", name: "R-victim" },
    ],
  };
  const pair = solve(study([inhibited], [bolus], ["victim-s/liver", "victim-r/liver"]));
  expect(outputOf(pair, "victim-r/liver").area).toBeGreaterThan(
    1.1 * outputOf(pair, "victim-s/liver").area,
  );
});

test("what a drug becomes is conserved with it, and told in its own mass", () => {
  const metabolite: Molecule = {
    ...victim,
    id: "metabolite",
    name: "Metabolite",
    molarMass: number(97.095, "g/mol"), // half of the victim's
    metabolism: [],
    excretion: { filtration: number(1, "fraction") },
  };
  const parent: Drug = {
    ...victim,
    metabolites: [metabolite],
    metabolism: victim.metabolism.map((pathway) => ({ ...pathway, product: "metabolite" })),
  };
  const result = solve(
    study([parent], [bolus], ["metabolite/urine", "metabolite/arterial-plasma", "victim/urine"]),
  );
  expect(result.massError).toBeLessThan(1e-10);
  // all of it becomes the metabolite, and all of that leaves with urine: half the mass
  expect(outputOf(result, "metabolite/urine").last).toBeCloseTo(5, 6);
  const { model } = planOf(study([parent], [bolus], ["metabolite/urine"]));
  const filtered = definitionOf(model, "body", "GFR") * metabolite.fup.value;
  expect(outputOf(result, "metabolite/arterial-plasma").area / (5 / filtered)).toBeCloseTo(1, 6);
});

test("a metabolite cannot be given", () => {
  const parent: Drug = { ...victim, metabolites: [{ ...victim, id: "metabolite" }] };
  expect(() =>
    planOf(study([parent], [{ ...bolus, drug: "metabolite" }], ["victim/urine"])),
  ).toThrow("made in the body");
});
