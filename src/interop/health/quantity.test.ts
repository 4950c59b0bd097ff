/** Units of laboratories: converted where they are known, and refused by being undefined. */
import { expect, test } from "vitest";
import { shippedDrug } from "../../pharmacology/drugs/library";
import { inUnit, measuredIn } from "./quantity";

test.each([
  [14.2, "mg/L", 14.2],
  [14.2, "ug/mL", 14.2],
  [14.2, "mcg/mL", 14.2],
  [14.2, "µg/ml", 14.2],
  [1.42, "mg/dl", 14.2],
  [900, "ng/mL", 0.9],
  [900, "ng/mL{total}", 0.9],
])("%d %s are %d mg/L", (value, unit, expected) => {
  expect(inUnit(value, unit, "mg/L")).toBeCloseTo(expected, 12);
});

test("moles are mass only where the substance is known", () => {
  // digoxin: 780.9 g/mol, so 1.3 nmol/L are 1.015 µg/L
  const digoxin = shippedDrug("digoxin")?.molarMass.value;
  expect(inUnit(1.3, "nmol/L", "mg/L")).toBeUndefined();
  expect(inUnit(1.3, "nmol/L", "mg/L", digoxin)).toBeCloseTo(1.3 * 780.9e-6, 6);
});

test.each(["furlong", "", "mg", "U/L", "[iU]/mL", "constructor", "__proto__", "mg/L/h"])(
  "%s is no unit of a concentration",
  (unit) => expect(inUnit(1, unit, "mg/L", 500)).toBeUndefined(),
);

test.each([
  // 88.4 µmol/L of creatinine are 1 mg/dL, as every laboratory's table has it
  ["creatinine", 88.4, "umol/L", 1.0],
  ["creatinine", 1.2, "mg/dL", 1.2],
  ["albumin", 4.1, "g/dL", 41],
  ["haematocrit", 0.45, "L/L", 45],
  ["haematocrit", 45, "%", 45],
  ["weight", 160, "[lb_av]", 72.5748],
  ["weight", 72000, "g", 72],
  ["height", 70, "[in_i]", 177.8],
  ["height", 1.78, "m", 178],
  ["heart-rate", 61, "{beats}/min", 61],
  ["steps", 9000, "{steps}", 9000],
] as const)("%s of %d %s", (what, value, unit, expected) => {
  // a molar mass of four digits
  expect(measuredIn(what, value, unit)).toBeCloseTo(expected, 3);
});

test("a unit of something else is none", () => {
  expect(measuredIn("weight", 70, "cm")).toBeUndefined();
  expect(measuredIn("heart-rate", 70, "Hz")).toBeUndefined();
});
