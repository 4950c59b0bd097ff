/** Fields of a copy's numbers: read in any unit that converts, refused by the rules of the file. */
import { expect, test } from "vitest";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import { readAmount, readHours, readNumberOf } from "./own-drug-fields";

function midazolam(): Drug {
  const drug = shippedDrug("midazolam");
  if (!drug) throw new Error("no midazolam");
  return drug;
}

test.each([
  ["fup", "fraction", "0.0155", 0.0155],
  ["fup", "fraction", "1.55 %", 0.0155],
  ["metabolism.0.kinetics.Km", "µM", "0.004 mM", 4],
  ["basePKa.0", "1", "6,5", 6.5],
])("%s in %s as “%s” is %s", (path, unit, text, value) => {
  const read = readNumberOf(midazolam(), path, unit, text);
  expect(read.ok && read.value).toBeCloseTo(value, 12);
});

test.each([
  ["fup", "fraction", "0", /^It must be above 0 and at most 1/],
  ["molarMass", "g/mol", "0", /^It must be from 1 to 200000 g\/mol/],
  ["molarMass", "g/mol", "300 mg/L", /^“mg\/L” cannot be converted to g\/mol/],
  ["metabolism.0.kinetics.Km", "µM", "-4", /^It must be above 0/],
  ["metabolism.0.kinetics.Km", "µM", "4 parsecs", /no unit that is known/],
  ["fup", "fraction", "", /^Type a number/],
])("%s in %s as “%s” is refused", (path, unit, text, message) => {
  expect(readNumberOf(midazolam(), path, unit, text)).toEqual({
    ok: false,
    message: expect.stringMatching(message),
  });
});

test("doses and hours are within what a study may have", () => {
  expect(readAmount("0.5 g")).toEqual({ ok: true, value: 500 });
  expect(readAmount("0").ok).toBe(false);
  expect(readHours("3 d")).toEqual({ ok: true, value: 72 });
  expect(readHours("0.1").ok).toBe(false);
});
