import { expect, test } from "vitest";
import { shippedDrugs } from "../pharmacology/drugs/library";
import { plasmaOf, printThreshold, readThresholdText } from "./threshold-fields";

const [drug] = shippedDrugs;

test.each<[string, string | undefined]>([
  ["0.1 mg/L", "0.1 mg/L"],
  [" 50 ng/ml ", "50 ng/ml"],
  ["0.2 µM", "0.2 µM"],
  ["", undefined],
])("“%s” is kept as it was typed", (text, value) => {
  expect(drug && readThresholdText(text, drug)).toEqual({ ok: true, value });
  expect(printThreshold(value)).toBe(text.trim());
});

test.each([
  ["5 mg", "“5 mg” is an amount, not a concentration; write for example 0.1 mg/L,"],
  ["2 h", "“2 h” is a time, not a concentration; write for example 0.1 mg/L,"],
  ["high", "“high” is not a number with a unit; write for example 0.1 mg/L,"],
  ["5", "“5” needs a unit; write for example 0.1 mg/L,"],
])("“%s” is refused by name, with what would do", (text, message) => {
  const read = drug && readThresholdText(text, drug);
  expect(read?.ok === false ? read.message : "read").toContain(message);
});

test("a bare number from a file is shown with the unit it is in", () => {
  expect(printThreshold(0.05)).toBe("0.05 mg/L");
  expect(plasmaOf({ id: "caffeine" })).toBe("caffeine/venous-plasma");
});
