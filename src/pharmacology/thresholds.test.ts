import { expect, test } from "vitest";
import { readThreshold, thresholdsIn } from "./thresholds";
import { shippedDrug } from "./drugs/library";
import { makePerson } from "./body/person";
import { assembleModel } from "./assemble";

/** g/mol, of caffeine. */
const molarMass = 194.19;
const plasma = { unit: "mg/L", molarMass };

test.each<[string | number, number]>([
  ["0.1 mg/L", 0.1],
  ["0,1 mg/l", 0.1],
  ["50 ng/mL", 0.05],
  ["50 ng/ml", 0.05],
  ["50 µg/L", 0.05],
  ["50ug/L", 0.05],
  ["5 mg/dL", 50],
  ["1e-3 g/L", 1],
  ["10 µM", 1.9419],
  ["10 umol/L", 1.9419],
  ["10 nmol/mL", 1.9419],
  [0.3, 0.3],
])("%s is %d mg/L", (text, expected) => {
  const read = readThreshold(text, plasma);
  expect(read.ok ? read.value : read.message).toBeCloseTo(expected, 12);
});

const examples = "write for example 0.1 mg/L, 50 ng/mL or 0.2 µM";

test.each<[string | number, string]>([
  ["5 mg", `is an amount, not a concentration; ${examples}`],
  ["2 µmol", `is an amount, not a concentration; ${examples}`],
  ["2 h", `is a time, not a concentration; ${examples}`],
  ["3 L", `is a volume, not a concentration; ${examples}`],
  ["5 %", `is a plain number, not a concentration; ${examples}`],
  ["5", `needs a unit; ${examples}`],
  ["5 furlongs", `has a unit nobody knows; ${examples}`],
  ["much", `is not a number with a unit; ${examples}`],
  ["", `is not a number with a unit; ${examples}`],
  ["0 mg/L", "must be above 0"],
  ["-1 mg/L", "must be above 0"],
  ["1e999 mg/L", "must be above 0"],
  [-1, "must be above 0"],
])("%s is refused with what would do", (text, message) => {
  expect(readThreshold(text, plasma)).toEqual({ ok: false, message });
});

test("a molar concentration needs a drug to be of", () => {
  expect(readThreshold("1 µM", { unit: "mg/L" }).ok).toBe(false);
  expect(readThreshold("1 µM", { unit: "mg", molarMass }).ok).toBe(false);
});

test("other outputs have thresholds in their own units", () => {
  expect(readThreshold("2 g", { unit: "mg" })).toEqual({ ok: true, value: 2000 });
  expect(readThreshold("50 %", { unit: "fraction" })).toEqual({ ok: true, value: 0.5 });
  expect(readThreshold("5 mg/L", { unit: "mg" })).toMatchObject({
    message: "is a concentration, not an amount; write for example 5 mg",
  });
});

test("a study's thresholds are read by output, and refused by name", () => {
  const drugs = ["caffeine"].flatMap((id) => shippedDrug(id) ?? []);
  const model = assembleModel({ person: makePerson({}), drugs, fed: false });
  const recorded = { model, drugs, outputs: ["caffeine/venous-plasma", "caffeine/liver"] };
  expect(
    thresholdsIn({ "caffeine/venous-plasma": "1000 µM", "caffeine/liver": 3 }, recorded),
  ).toEqual({ ok: true, value: { "caffeine/venous-plasma": 194.19, "caffeine/liver": 3 } });
  const refused = thresholdsIn(
    { "caffeine/soul": 1, "caffeine/brain": 1, "caffeine/liver": "5 mg" },
    recorded,
  );
  expect(refused.ok ? [] : refused.problems).toMatchObject([
    { code: "unknown-output", subject: "thresholds.caffeine/soul" },
    // there is such an output, but nobody records it
    { code: "unknown-output", subject: "thresholds.caffeine/brain" },
    { code: "bad-threshold", subject: "thresholds.caffeine/liver" },
  ]);
});
