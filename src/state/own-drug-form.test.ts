/** Fields and the numbers that they mean, there and back. */
import { expect, test } from "vitest";
import type { ChemistNumbers } from "../pharmacology/own-drug/chemist";
import { emptyForm, formOf, readField, typedOf, unitOfField, withField } from "./own-drug-form";

const base: ChemistNumbers = {
  name: "Mine",
  id: "mine",
  acidPKa: [4],
  basePKa: [],
  partition: "schmitt",
  enzyme: "CYP2C9",
};

test.each<[string, Partial<ChemistNumbers>]>([
  ["nothing", {}],
  ["microsomes", { clearance: { from: "microsomes", CLint: 3, proteinMgPerML: 1 } }],
  ["hepatocytes", { clearance: { from: "hepatocytes", CLint: 3, fuInc: 0.5 } }],
  ["a study", { clearance: { from: "intravenous", CLLPerH: 9 }, fup: 0.1, logD: 1 }],
  ["not metabolised", { clearance: { from: "none" }, renal: { from: "clearance", CLLPerH: 2 } }],
  ["filtration", { renal: { from: "filtration", share: 0 }, permeability: { from: "none" } }],
  ["Caco-2", { permeability: { from: "Caco-2", Papp: 12 }, dissolvedInMin: 20 }],
  ["specific", { permeability: { from: "specific", cmPerMin: 1e-5 }, solubilityMgPerML: 1 }],
])("of %s come back", (_, typed) => {
  expect(typedOf(formOf({ ...base, ...typed }))).toEqual({ ...base, ...typed });
});

test("a kind of measurement without its number is not known, and what was typed for it stays", () => {
  const form = withField({ ...emptyForm("A", "a"), clearanceFrom: "microsomes" }, "fuMic", 0.5);
  expect(typedOf(form).clearance).toBeUndefined();
  const measured = withField(form, "CLint", 10);
  expect(typedOf(measured).clearance).toEqual({ from: "microsomes", CLint: 10, fuMic: 0.5 });
  const other = { ...measured, clearanceFrom: "intravenous" } as const;
  expect(typedOf(other).clearance).toBeUndefined();
  expect(typedOf({ ...other, clearanceFrom: "microsomes" })).toEqual(typedOf(measured));
  expect(typedOf(withField(measured, "CLint", undefined)).clearance).toBeUndefined();
});

test("a field of cells reads clearances per cell", () => {
  expect(readField("CLintHepatocytes", "4 µL/min/10^6 cells")).toEqual({ ok: true, value: 4 });
  expect(unitOfField("CLintHepatocytes")).toBe("µL/min/10⁶ cells");
  expect(readField("CLint", "4 µL/min/mg")).toEqual({ ok: true, value: 4 });
});
