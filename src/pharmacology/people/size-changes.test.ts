import { expect, test } from "vitest";
import { makePerson } from "../body/person";
import { crowdPresets, presetOf } from "./presets";
import { sizeChanges } from "./size-changes";

const told = (body: Parameters<typeof makePerson>[0]) =>
  new Map(sizeChanges(makePerson(body)).map((change) => [change.what, change]));

test("nothing sets the reference adult apart", () => {
  expect(sizeChanges(makePerson())).toEqual([]);
  expect(sizeChanges(makePerson({ sex: "female" }))).toEqual([]);
});

test("an infant has small organs and young enzymes, each with its source", () => {
  const changes = told({ ageYears: 0.5 });
  expect(changes.get("Liver")?.to).toBeLessThan(0.4);
  expect(changes.get("CYP3A4 in the liver")?.to).toBeLessThan(0.6);
  expect(changes.get("Kidney filtration")?.to).toBeLessThan(60);
  for (const { provenance } of changes.values()) expect(provenance.kind).not.toBe("given");
});

test("obesity is fat above all, old age blood flow and filtration", () => {
  const heavy = told({ weightKg: 35 * 1.76 ** 2 });
  const fat = heavy.get("Fat");
  expect((fat?.to ?? 0) / (fat?.from ?? 1)).toBeGreaterThan(2);
  expect(heavy.has("CYP3A4 in the liver")).toBe(false);
  const old = told({ ageYears: 80 });
  expect(old.get("Cardiac output")?.to).toBeLessThan(old.get("Cardiac output")?.from ?? 0);
  expect(old.get("Kidney filtration")?.to).toBeLessThan(old.get("Kidney filtration")?.from ?? 0);
});

test("a recipe that asks for what a named crowd is has its name", () => {
  for (const { id, ageYears, bmi } of crowdPresets) {
    expect(presetOf({ count: 1, ageYears, ...(bmi && { bmi }) })?.id).toBe(id);
  }
  expect(presetOf({ count: 1 })?.id).toBe("adults");
  expect(presetOf({ count: 1, ageYears: [20, 51] })).toBeUndefined();
  expect(presetOf({ count: 1, ageYears: [20, 50], bmi: [30, 41] })).toBeUndefined();
});
