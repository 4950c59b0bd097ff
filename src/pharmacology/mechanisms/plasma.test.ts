import { expect, test } from "vitest";
import { makePerson } from "../body/person";
import { referenceProtein } from "../body/plasma-proteins";
import { shippedDrug } from "../drugs/library";
import type { Drug } from "../drug";
import { bloodPlasmaRatio, unboundFraction } from "./plasma";

const man = makePerson();

function drug(fup: number, BP: number, name: "albumin" | "aag"): Drug {
  const caffeine = shippedDrug("caffeine");
  if (!caffeine) throw new Error("no caffeine");
  const provenance = { kind: "assumed", why: "a test" } as const;
  return {
    ...caffeine,
    fup: { value: fup, unit: "fraction", provenance },
    bloodPlasmaRatio: { value: BP, unit: "ratio", provenance },
    bindingProtein: { name, provenance },
  };
}

function of(value: ReturnType<typeof unboundFraction>, person = man): number {
  return typeof value === "number" ? value : value(person);
}

test("with half the protein, half as much is bound for each that is not", () => {
  for (const name of ["albumin", "aag"] as const) {
    const person = { ...man, [name]: referenceProtein[name] / 2 };
    const fup = of(unboundFraction(drug(0.1, 1, name)), person);
    expect((1 - fup) / fup).toBeCloseTo(9 / 2, 12);
    const other = name === "aag" ? "albumin" : "aag";
    expect(of(unboundFraction(drug(0.1, 1, other)), person)).toBe(0.1);
  }
});

test("the typical adult has the drug's own numbers, to the last bit", () => {
  for (const ageYears of [20, 35, 80]) {
    const person = makePerson({ ageYears, sex: "female" });
    expect(of(unboundFraction(drug(0.031, 0.55, "albumin")), person)).toBe(0.031);
    expect(of(bloodPlasmaRatio(drug(0.031, 0.55, "albumin")), person)).toBe(0.55);
  }
});

test("a red cell holds the same share of what is unbound, whatever plasma holds", () => {
  const example = drug(0.2, 1.3, "albumin");
  const poor = { ...man, albumin: referenceProtein.albumin * 0.5 };
  const inRedCell = (person: typeof man) => {
    const BP = of(bloodPlasmaRatio(example), person);
    const fup = of(unboundFraction(example), person);
    return (person.haematocrit - 1 + BP) / (person.haematocrit * fup);
  };
  expect(inRedCell(poor)).toBeCloseTo(inRedCell(man), 12);
});

test("a newborn has less of either protein, and nothing jumps on the way to the adult", () => {
  const newborn = makePerson({ ageYears: 0 });
  // first day: 33.7 g/L of albumin and a third of the adult's AAG (Johnson 2006)
  expect(newborn.albumin).toBeCloseTo(33.746, 9);
  expect(newborn.aag / man.aag).toBeGreaterThan(0.25);
  expect(newborn.aag / man.aag).toBeLessThan(0.45);
  for (const name of ["albumin", "aag"] as const) {
    const before = makePerson({ ageYears: 19.999 })[name];
    expect(before / man[name]).toBeCloseTo(1, 4);
  }
});
