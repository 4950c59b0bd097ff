import { expect, test } from "vitest";
import { makePopulation } from "../pharmacology/people/population";
import type { ManyRequest } from "../pharmacology/people/request";
import { pairingOf, samePeople } from "./pairing";

const healthy: ManyRequest = { count: 40, seed: 3 };

function heights(request: ManyRequest) {
  const made = makePopulation(request);
  if (!made.ok) throw new Error("a population of the test");
  const values = Float64Array.from({ length: request.count }, (_, k) => {
    const drawn = made.value.draw(k);
    return drawn.ok ? drawn.person.heightCm : Number.NaN;
  });
  return { covariates: [{ id: "height", values }] };
}

test.each([
  [{ renal: "severe" }],
  [{ hepatic: "B" }],
  [{ genes: { CYP2D6: "PM" } }],
  [{ ageYears: [20, 50], femaleFraction: 0.5, group: "European", sameWeightKg: null }],
] as const)("%o is done to people, who stay the same", (change) => {
  const changed = { ...healthy, ...change } as ManyRequest;
  expect(pairingOf(healthy, changed)).toEqual({ isPaired: true, count: 40 });
  const { length } = samePeople(40, heights(healthy), heights(changed));
  // a condition may leave few bodies impossible, which are then drawn again
  expect(length).toBeGreaterThanOrEqual(36);
});

test.each([
  [{ seed: 4 }, "seed"],
  [{ ageYears: [65, 80] }, "ages"],
  [{ femaleFraction: 1 }, "shares of women"],
  [{ bmi: [30, 40] }, "body mass indices"],
  [{ sameWeightKg: 70 }, "weights"],
  [{ group: "East Asian" }, "groups of the genes"],
] as const)("%o makes others of them", (change, differs) => {
  const changed = { ...healthy, ...change } as ManyRequest;
  expect(pairingOf(healthy, changed)).toEqual({ isPaired: false, differs });
});

test("as many are paired as both have", () => {
  expect(pairingOf(healthy, { ...healthy, count: 7 })).toEqual({ isPaired: true, count: 7 });
});

test("whose body was drawn again is not paired, nor whom only one has", () => {
  const height = (...values: number[]) => ({ covariates: [{ id: "height", values }] });
  expect(samePeople(4, height(170, 180, 190), height(170, 181, 190, 160))).toEqual([0, 2]);
});
