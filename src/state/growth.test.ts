import { expect, test } from "vitest";
import { makePerson } from "../pharmacology/body/person";
import { atAge } from "./growth";

const man = makePerson({ sex: "male", ageYears: 35, heightCm: 185, weightKg: 80 });

test("an adult keeps his size at any adult age", () => {
  expect(atAge(man, 60)).toEqual({ ageYears: 60 });
});

test("a tall man becomes a tall boy, and the same man again", () => {
  const boy = makePerson({ sex: "male", ...atAge(man, 8) });
  expect(boy.heightCm).toBeGreaterThan(makePerson({ sex: "male", ageYears: 8 }).heightCm);
  expect(boy.heightCm).toBeLessThan(150);
  expect(atAge(boy, 35).heightCm).toBeCloseTo(185, -0.5);
});

test("a newborn is weighed in tenths", () => {
  expect(atAge(man, 0).weightKg).toBeCloseTo(3.8, 0);
});
