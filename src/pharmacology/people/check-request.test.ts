import { expect, test } from "vitest";
import { makePopulation } from "./population";
import type { ManyRequest } from "./request";

test.each<[string, Partial<ManyRequest>, string]>([
  ["half a person", { count: 1.5 }, "must be a whole number from 1 to 10000000, not 1.5"],
  ["nobody", { count: 0 }, "must be a whole number from 1 to 10000000, not 0"],
  ["a negative seed", { seed: -1 }, "must be a whole number from 0 to 9007199254740991, not -1"],
  [
    "ages upside down",
    { ageYears: [50, 20] },
    "goes from 50 down to 20; write the smaller one first",
  ],
  ["ages beyond", { ageYears: [20, 120] }, "must lie from 0 to 90, not from 20 to 120"],
  [
    "a window upside down",
    { bmi: [30, 18] },
    "goes from 30 down to 18; write the smaller one first",
  ],
  [
    "a share above 1",
    { femaleFraction: 1.2 },
    "must be from 0 (all male) to 1 (all female), not 1.2",
  ],
  ["a weight of nobody", { sameWeightKg: 0.1 }, "must be from 0.5 to 400 kg, not 0.1"],
])("%s is refused with a sentence", (_, wrong, message) => {
  const made = makePopulation({ count: 10, ...wrong });
  expect(made.ok ? [] : made.problems.map((problem) => problem.message)).toEqual([message]);
});

test("a condition that some of them cannot have is refused, once", () => {
  const codes = (request: Partial<ManyRequest>) => {
    const made = makePopulation({ count: 10, ...request });
    return made.ok ? [] : made.problems.map(({ code }) => code);
  };
  expect(codes({ pregnancyWeeks: 20 })).toContain("pregnant-male");
  expect(codes({ pregnancyWeeks: 20, femaleFraction: 1 })).toEqual([]);
  expect(codes({ pregnancyWeeks: 20, femaleFraction: 1, ageYears: [20, 60] })).toHaveLength(1);
  expect(codes({ renal: "severe", ageYears: [10, 60] })).toEqual(["adults-only"]);
  expect(codes({ hepatic: "B", renal: "mild" })).toEqual([]);
});

test("genes that nobody knows are refused", () => {
  const made = makePopulation({ count: 10, genes: { CYP2D6: "*1/*9999" } });
  expect(made.ok).toBe(false);
  expect(makePopulation({ count: 10, genes: { CYP9Z9: "PM" } }).ok).toBe(false);
});

test("all that is open has a default, and nothing is typical of nobody", () => {
  const made = makePopulation({ count: 3, renal: null, pregnancyWeeks: null, sameWeightKg: null });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  expect(made.value.count).toBe(3);
  expect(made.value.typical.ageYears).toBe(35);
});
