/** P-glycoprotein in gut, liver and kidneys, where what it does can be written down. */
import { expect, test } from "vitest";
import { assumed } from "../../src/core/model/model";
import type { Model } from "../../src/core/model/model";
import { gutSegments } from "../../src/pharmacology/body/gut";
import type { Drug } from "../../src/pharmacology/drug";
import type { DoseRequest, Study } from "../../src/pharmacology/study";
import { definitionOf, drug, outputOf, parameterOf, planOf, solve } from "./harness";

const number = (value: number, unit: string) => ({ value, unit, provenance: assumed("a test") });

const caffeine = drug("caffeine");

/** Nothing but what a test adds removes it, and what is in the gut stays there. */
const victim: Drug = {
  ...caffeine,
  id: "victim",
  name: "Victim",
  fup: number(0.4, "fraction"),
  bloodPlasmaRatio: number(0.8, "ratio"),
  absorption: { permeability: number(0, "cm/min"), dissolution: number(5, "1/h") },
  metabolism: [],
  excretion: {},
};

const perpetrator: Drug = {
  ...victim,
  id: "perpetrator",
  name: "Perpetrator",
  excretion: { filtration: number(1, "fraction") },
};

const bolus: DoseRequest = { drug: "victim", route: "iv", amountMg: 10, atHours: 2000 };
/** So long that what it does has settled before the victim comes. */
const always: DoseRequest = {
  drug: "perpetrator",
  route: "iv",
  amountMg: 20_000,
  atHours: 0,
  overHours: 12_000,
};

function study(drugs: Drug[], doses: DoseRequest[], outputs: string[]): Study {
  return {
    perfuse: 1,
    drugs,
    people: { one: {} },
    doses,
    fromHours: 0,
    untilHours: 12_000,
    record: { outputs },
  };
}

/** Plasma clearance by the gut's wall: what blood brings is pumped out, or drained again. */
function gutClearance(model: Model, pump: number, slowedBy = 1): number {
  const small = gutSegments.filter(({ of }) => of === "smallIntestine");
  const mucosa = (id: string) => parameterOf(model, id, "mucosa");
  const all = small.reduce((sum, { id }) => sum + mucosa(id), 0);
  const each = gutSegments.map(({ id, of, flowFraction }) => {
    const share =
      of === "smallIntestine"
        ? flowFraction
        : (parameterOf(model, `victim.${id}.Pgp`, "expression") * mucosa(id)) / all;
    const Q = parameterOf(model, id, "mucosalFlow");
    const E = (pump * share) / slowedBy;
    return (Q * E) / (Q + E);
  });
  return victim.fup.value * each.reduce((sum, part) => sum + part, 0);
}

const molar = (mgPerL: number) => (mgPerL * 1000) / perpetrator.molarMass.value;

test("from blood the gut's wall clears as flow and pump allow, less where it is inhibited", () => {
  const pumped: Drug = { ...victim, efflux: { gut: number(30, "L/h") } };
  const outputs = ["victim/arterial-plasma", "victim/faeces"];
  const plan = planOf(study([pumped], [bolus], outputs));
  const alone = solve(study([pumped], [bolus], outputs));
  // what is left in the body and in the colon after so long a time
  expect(outputOf(alone, "victim/faeces").last).toBeCloseTo(10, 6);
  const expected = 10 / gutClearance(plan.model, 30);
  expect(outputOf(alone, "victim/arterial-plasma").area / expected).toBeCloseTo(1, 6);

  const inhibiting: Drug = {
    ...perpetrator,
    inhibits: [{ protein: "Pgp", kind: "competitive", Ki: number(2, "µM") }],
  };
  const seen = "perpetrator/arterial-plasma/unbound";
  const both = solve(study([pumped, inhibiting], [bolus, always], [...outputs, seen]));
  const slowedBy = 1 + molar(outputOf(both, seen).last) / 2;
  expect(slowedBy).toBeGreaterThan(1.5);
  const slower = 10 / gutClearance(plan.model, 30, slowedBy);
  expect(outputOf(both, "victim/arterial-plasma").area / slower).toBeCloseTo(1, 6);
});

test.each(["liver", "kidneys"] as const)(
  "in the %s its inhibitor counts with the concentration that it has there",
  (organ) => {
    const excreted: Drug = {
      ...victim,
      excretion:
        organ === "liver"
          ? { biliary: number(20, "L/h") }
          : { secretion: number(20, "L/h"), secretionByPgp: number(1, "fraction") },
    };
    const inhibiting: Drug = {
      ...perpetrator,
      inhibits: [{ protein: "Pgp", kind: "non-competitive", Ki: number(2, "µM") }],
    };
    const seen = `perpetrator/${organ}/unbound`;
    const result = solve(
      study([excreted, inhibiting], [bolus, always], ["victim/arterial-plasma", seen]),
    );
    const { model } = planOf(study([excreted], [bolus], ["victim/arterial-plasma"]));
    const Q =
      organ === "liver"
        ? definitionOf(model, "liver", "flow")
        : parameterOf(model, "kidneys", "flow");
    const CLint = 20 / (1 + molar(outputOf(result, seen).last) / 2);
    const unboundInBlood = victim.fup.value / victim.bloodPlasmaRatio.value;
    const clearance =
      ((Q * unboundInBlood * CLint) / (Q + unboundInBlood * CLint)) * victim.bloodPlasmaRatio.value;
    expect(outputOf(result, "victim/arterial-plasma").area / (10 / clearance)).toBeCloseTo(1, 6);
  },
);

test("is induced in the organs that are named, and in all where none is", () => {
  const inducing = (organs?: ["liver", "gut"]): Drug => ({
    ...perpetrator,
    induces: [
      {
        protein: "Pgp",
        Emax: number(2.5, "ratio"),
        EC50: number(1e-3, "µM"),
        ...(organs && { organs }),
      },
    ],
  });
  const outputs = ["Pgp/liver", "Pgp/small-intestine", "Pgp/kidneys"];
  const settled = (acting: Drug) => {
    const result = solve(study([acting], [always], outputs));
    return outputs.map((name) => outputOf(result, name).max);
  };
  const everywhere = settled(inducing());
  for (const level of everywhere) expect(level).toBeCloseTo(3.5, 2);
  const [liver, gut, kidneys] = settled(inducing(["liver", "gut"]));
  expect(liver).toBeCloseTo(everywhere[0] ?? 0, 8);
  expect(gut).toBeCloseTo(everywhere[1] ?? 0, 8);
  expect(kidneys).toBe(1);
});
