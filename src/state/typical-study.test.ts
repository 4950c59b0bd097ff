import { expect, test } from "vitest";
import type { ManyRequest } from "../pharmacology/people/request";
import type { StudyOfMany } from "../pharmacology/study";
import { typicalStudy } from "./typical-study";

const study = (many: Partial<ManyRequest> = {}): StudyOfMany => ({
  perfuse: 1,
  title: "Mine",
  drugs: ["caffeine"],
  people: { many: { count: 500, seed: 2, ...many } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 100, atHours: 0 }],
  untilHours: 12,
  record: { everyHours: 2 },
});
const oneOf = (many?: Partial<ManyRequest>) => typicalStudy(study(many))?.people.one;

test("is of the middle of those who were asked for", () => {
  const one = oneOf({ ageYears: [60, 80], femaleFraction: 1, sameWeightKg: 70 });
  expect(one).toMatchObject({ sex: "female", weightKg: 70 });
  // of 400 ages that are spread evenly over 20 years, the mean is within 3 standard errors, 0.9
  expect(Math.abs((one?.ageYears ?? 0) - 70)).toBeLessThan(0.9);
});

test("has the genes and conditions of everybody, and what is given", () => {
  const typical = typicalStudy(study({ renal: "severe", genes: { CYP2D6: "PM" } }));
  expect(typical?.people.one).toMatchObject({ renal: "severe", genes: { CYP2D6: "PM" } });
  expect(typical).toMatchObject({ untilHours: 12, doses: study().doses });
  expect(typical).not.toHaveProperty("record");
});

test("weighs the same with a condition that adds weight, which is added when it is solved", () => {
  const women = { femaleFraction: 1 };
  expect(oneOf({ ...women, pregnancyWeeks: 36 })?.weightKg).toBe(oneOf(women)?.weightKg);
});

test("is one of those there are, however few", () => {
  expect(oneOf({ count: 1 })?.heightCm).toBeGreaterThan(120);
});
