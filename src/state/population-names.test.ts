import { expect, test } from "vitest";
import type { ManyRequest } from "../pharmacology/people/request";
import type { StudyOfMany } from "../pharmacology/study";
import { namesByDifference } from "./population-names";

const study = (many: Partial<ManyRequest> = {}, amountMg = 100): StudyOfMany => ({
  perfuse: 1,
  drugs: ["caffeine"],
  people: { many: { count: 1000, seed: 1, ...many } },
  doses: [{ drug: "caffeine", route: "oral", amountMg, atHours: 0 }],
});
const names = (...studies: StudyOfMany[]) =>
  namesByDifference(studies.map((one) => ({ study: one })));

test("one alone has no name by difference", () => {
  expect(names(study())).toEqual([undefined]);
});

test("only what differs is told, and a default is the same as what it stands for", () => {
  expect(names(study(), study({ ageYears: [20, 50], renal: "severe" }))).toEqual([
    "Healthy kidneys",
    "Severe kidney disease",
  ]);
  expect(names(study(), study({}, 150))).toEqual(["100 mg", "150 mg"]);
});

test("everything that differs between any two is told of each", () => {
  const old: Partial<ManyRequest> = { ageYears: [65, 80] };
  expect(names(study(), study(old), study(old, 50))).toEqual([
    "100 mg, Ages 20 to 50",
    "100 mg, Ages 65 to 80",
    "50 mg, Ages 65 to 80",
  ]);
});

test("genes and numbers of the model that only one asks for are told of the others too", () => {
  const own = { ...study(), overrides: { "liver.volume": 1.8 } };
  expect(names(study({ genes: { CYP2D6: "PM" } }), study())).toEqual([
    "CYP2D6 PM",
    "CYP2D6 as drawn",
  ]);
  expect(names(own, study())).toEqual(["liver.volume 1.8", "no numbers of its own"]);
});

test("counts and seeds are told only where nothing else differs", () => {
  expect(names(study({ count: 10 }), study({}, 50))).toEqual(["100 mg", "50 mg"]);
  expect(names(study({ count: 10 }), study({ seed: 7 }))).toEqual([
    "10 people, seed 1",
    "1000 people, seed 7",
  ]);
  expect(names(study(), study())).toEqual([undefined, undefined]);
});

test("a person is called by number, counted from one", () => {
  const one = { study: study(), person: 730 };
  expect(namesByDifference([{ study: study() }, one])).toEqual([undefined, "Person 731"]);
  expect(namesByDifference([{ study: study({}, 50) }, one])).toEqual([
    "50 mg",
    "Person 731, 100 mg",
  ]);
});
