import { expect, test } from "vitest";
import { shippedDrug, shippedDrugs } from "./drugs/library";
import { baseShare, conversionInWords, saltWord } from "./salts";

function drug(id: string) {
  const found = shippedDrug(id);
  if (!found) throw new Error(`no drug ${id}`);
  return found;
}

test("a drug holds in its salt what the molar masses say", () => {
  // of the salts by their formulas, with the atomic weights of IUPAC; five figures of each mass
  const salts: Readonly<Record<string, number>> = {
    dextromethorphan: 370.32,
    fluvoxamine: 434.41,
    metformin: 165.62,
    warfarin: 330.31,
  };
  const declaring = shippedDrugs.filter(({ salt }) => salt);
  expect(declaring.map(({ id }) => id)).toEqual(Object.keys(salts));
  for (const one of declaring) {
    const share = baseShare({ amountOf: "salt" }, one) ?? Number.NaN;
    expect(share * (salts[one.id] ?? 0)).toBeCloseTo(one.molarMass.value, 1);
  }
});

test("a conversion shows both amounts and the factor", () => {
  expect(conversionInWords({ amountMg: 500, amountOf: "salt" }, drug("metformin"))).toBe(
    "500 mg metformin hydrochloride = 389.9 mg metformin (× 0.7799)",
  );
  expect(conversionInWords({ amountMgPerKg: 0.375, amountOf: "salt" }, drug("warfarin"))).toBe(
    "0.375 mg/kg warfarin sodium = 0.35 mg/kg warfarin (× 0.9335)",
  );
  expect(conversionInWords({ amountMg: 500 }, drug("metformin"))).toBeUndefined();
  expect(conversionInWords({ amountMg: 500, amountOf: "base" }, drug("metformin"))).toBeUndefined();
  expect(conversionInWords({ amountMg: 100, amountOf: "salt" }, drug("caffeine"))).toBeUndefined();
});

test("of the drug itself nothing is converted, and no salt is made up", () => {
  expect(baseShare({}, drug("caffeine"))).toBe(1);
  expect(baseShare({ amountOf: "base" }, drug("metformin"))).toBe(1);
  expect(baseShare({ amountOf: "salt" }, drug("caffeine"))).toBeUndefined();
});

test("a salt is typed without the drug's name", () => {
  expect(saltWord(drug("metformin"))).toBe("hydrochloride");
  expect(saltWord(drug("dextromethorphan"))).toBe("hydrobromide monohydrate");
  expect(saltWord(drug("caffeine"))).toBeUndefined();
  expect(saltWord({ ...drug("metformin"), name: "Mine" })).toBe("metformin hydrochloride");
});
