/** The numbers of any drug, by path: listed, changed, compared. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Drug } from "../drug";
import { shippedDrug, shippedDrugs } from "../drugs/library";
import { changesBetween, isSameData, numberAt, numbersOf, withNumber } from "./numbers";

function midazolam(): Drug {
  const drug = shippedDrug("midazolam");
  if (!drug) throw new Error("no midazolam");
  return drug;
}

test("are listed with their paths and with names that people read", () => {
  const names = new Map(numbersOf(midazolam()).map(({ path, name }) => [path, name]));
  expect(names.get("fup")).toBe("Fraction unbound in plasma");
  expect(names.get("basePKa.0")).toBe("Base pKa");
  expect(names.get("metabolism.0.kinetics.Km")).toBe("CYP3A4: Km");
  expect(names.get("metabolism.0.calibration")).toBe("CYP3A4: fitted factor");
});

test("of forms and metabolites say whose they are", () => {
  const drug = shippedDrug("itraconazole");
  const names = drug ? numbersOf(drug).map(({ name }) => name) : [];
  expect(names).toContain("Hydroxy-itraconazole: Fraction unbound in plasma");
});

test.each(shippedDrugs)("of $id: each can be changed, and is the only change", (drug) => {
  const all = numbersOf(drug);
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.double({ min: 0.1, max: 9, noNaN: true }), (one, x) => {
      const value = one.number.value + x;
      const changed = withNumber(drug, one.path, value);
      expect(changesBetween(drug, changed)).toEqual([
        { path: one.path, name: one.name, before: one.number, after: numberAt(changed, one.path) },
      ]);
      expect(numberAt(changed, one.path)).toMatchObject({ value, provenance: { kind: "given" } });
    }),
    { numRuns: 20, seed: 1 },
  );
});

test("half the unbound fraction is one change, old and new", () => {
  const [change] = changesBetween(midazolam(), withNumber(midazolam(), "fup", 0.0155));
  expect(change).toMatchObject({ before: { value: 0.031 }, after: { value: 0.0155 } });
});

test("what was taken out and what was put in are told", () => {
  const { absorption: _gone, ...drug } = midazolam();
  const gone = changesBetween(midazolam(), drug).map(({ path, after }) => [path, after]);
  expect(gone).toContainEqual(["absorption.dissolution", undefined]);
  expect(changesBetween(drug, midazolam()).every(({ before }) => before === undefined)).toBe(true);
});

test("data are the same whatever the order of keys, and undefined is none", () => {
  expect(isSameData({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2, d: undefined }], a: 1 })).toBe(
    true,
  );
  expect(isSameData({ a: 1 }, { a: 2 })).toBe(false);
  expect(isSameData([1], { 0: 1 })).toBe(false);
});
