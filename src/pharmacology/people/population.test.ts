import fc from "fast-check";
import { expect, test } from "vitest";
import { groups, type Group } from "../genes/groups";
import { makePopulation } from "./population";
import type { ManyRequest } from "./request";

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const range = (min: number, max: number) =>
  fc
    .tuple(within(min, max), within(min, max))
    .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));

/** Anything that the types allow and the limits do not forbid. */
const anyRequest = fc.record(
  {
    count: fc.integer({ min: 1, max: 1e7 }),
    seed: fc.maxSafeNat(),
    ageYears: range(0, 90),
    femaleFraction: within(0, 1),
    bmi: range(5, 150),
    group: fc.constantFrom(...(Object.values(groups) as Group[])),
    genes: fc.constantFrom({}, { CYP2D6: "PM" }, { CYP2C19: "*1/*2", CYP2C9: "IM" }),
    sameWeightKg: fc.option(within(0.5, 400)),
    renal: fc.constantFrom(null, "normal" as const, "mild" as const, "esrd" as const),
    hepatic: fc.constantFrom(null, "normal" as const, "A" as const, "C" as const),
    pregnancyWeeks: fc.option(within(0, 41), { freq: 1 }),
  },
  { requiredKeys: ["count"] },
);

test("whatever is asked for, there are people or sentences", () => {
  let made = 0;
  fc.assert(
    fc.property(anyRequest, (request: ManyRequest) => {
      const population = makePopulation(request);
      if (!population.ok) {
        expect(population.problems.length).toBeGreaterThan(0);
        return;
      }
      made++;
      for (const k of [0, 1, 2 ** 33]) {
        const drawn = population.value.draw(k);
        if (!drawn.ok) expect(drawn.why).toMatch(/^no (fe)?male of/);
        else expect(Math.min(...Object.values(drawn.person.volume))).toBeGreaterThan(0);
      }
      expect(Math.min(...Object.values(population.value.typical.volume))).toBeGreaterThan(0);
    }),
    { numRuns: 600, seed: 1 },
  );
  // so that the test is not about refusals alone
  expect(made).toBeGreaterThan(60);
});

function typicalOf(request: Omit<ManyRequest, "count">) {
  const made = makePopulation({ count: 1, ...request });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.typical;
}

test("the typical person is of the crowd", () => {
  expect(typicalOf({ femaleFraction: 0.8, ageYears: [60, 80] })).toMatchObject({
    sex: "female",
    ageYears: 70,
  });
  const heavy = typicalOf({ bmi: [35, 40] });
  expect(heavy.weightKg / (heavy.heightCm / 100) ** 2).toBeCloseTo(35, 9);
  expect(typicalOf({ bmi: [18, 30] }).weightKg).toBe(73);
  expect(typicalOf({ sameWeightKg: 70 }).weightKg).toBe(70);
  expect(typicalOf({ genes: { CYP2D6: "PM" } }).liverActivity["CYP2D6"]).toBe(0);
  expect(typicalOf({ renal: "severe" }).gfr).toBeLessThan(0.4 * typicalOf({}).gfr);
});
