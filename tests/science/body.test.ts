/** The body closes: masses sum to the weight, flows to the cardiac output, for everybody. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { organIds, portalOrgans } from "../../src/pharmacology/body/organs";
import { makePerson, personLimits, type Person } from "../../src/pharmacology/body/person";
import {
  bloodFlowLPerMin,
  bodyMassKg,
  columns,
  density,
  heightCm,
  organMassG,
} from "../../src/pharmacology/body/reference-people";

function massOf(person: Person): number {
  const organs = organIds.reduce((sum, id) => sum + person.volume[id] * density[id].value, 0);
  const blood = (person.arterialBloodVolume + person.venousBloodVolume) * density.blood.value;
  return organs + blood + person.gutContents * density.giContents.value;
}

function outflow(person: Person): number {
  return organIds.filter((id) => id !== "lungs").reduce((sum, id) => sum + person.flow[id], 0);
}

describe.each(columns.map((column, index) => ({ ...column, index })))(
  "the reference $id",
  ({ sex, ageYears, index }) => {
    const person = makePerson({ sex: sex === "both" ? "male" : sex, ageYears });

    test("is ICRP's, organ by organ", () => {
      expect(person.weightKg).toBeCloseTo(bodyMassKg[index] ?? 0, 9);
      expect(person.heightCm).toBeCloseTo(heightCm[index] ?? 0, 9);
      for (const id of organIds) {
        const mass = person.volume[id] * density[id].value * 1000;
        expect(mass / (organMassG[id][index] ?? 0)).toBeCloseTo(1, 9);
        if (id === "lungs") continue;
        expect(person.flow[id] / 60 / (bloodFlowLPerMin[id][index] ?? 0)).toBeCloseTo(1, 9);
      }
    });

    test("closes in mass and flow", () => {
      expect(massOf(person)).toBeCloseTo(person.weightKg, 9);
      expect(outflow(person)).toBeCloseTo(person.flow.lungs, 9);
    });
  },
);

test("the flows of the reference man are those that ICRP prints", () => {
  const man = makePerson();
  const portal = portalOrgans.reduce((sum, id) => sum + man.flow[id], 0);
  // 6.5 L/min, liver 25.5 %, kidneys 19 % (tables 2.39 and 2.40)
  expect(man.flow.lungs / 60).toBeCloseTo(6.5, 3);
  expect((man.flow.liver + portal) / man.flow.lungs).toBeCloseTo(0.255, 3);
  expect(man.flow.kidneys / man.flow.lungs).toBeCloseTo(0.19, 3);
  expect(man.gfr / 0.06).toBeGreaterThan(110);
  expect(man.gfr / 0.06).toBeLessThan(120);
});

const anybody = fc.record({
  sex: fc.constantFrom("male" as const, "female" as const),
  ageYears: fc.double({
    min: personLimits.ageYears[0],
    max: personLimits.ageYears[1],
    noNaN: true,
  }),
  heightCm: fc.double({
    min: personLimits.heightCm[0],
    max: personLimits.heightCm[1],
    noNaN: true,
  }),
  weightKg: fc.double({
    min: personLimits.weightKg[0],
    max: personLimits.weightKg[1],
    noNaN: true,
  }),
});

test("every person within the limits has positive organs that close", () => {
  fc.assert(
    fc.property(anybody, (request) => {
      const person = makePerson(request);
      const numbers = [...Object.values(person.volume), ...Object.values(person.flow), person.gfr];
      expect(numbers.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
      expect(massOf(person) / person.weightKg).toBeCloseTo(1, 9);
      expect(outflow(person) / person.flow.lungs).toBeCloseTo(1, 9);
    }),
    { numRuns: 2000 },
  );
});

test("no step in age makes anybody jump", () => {
  for (let age = 0; age < 109; age += 0.25) {
    const size = { heightCm: 150, weightKg: 70 };
    const [now, next] = [0, 0.01].map((more) => makePerson({ ...size, ageYears: age + more }));
    if (!now || !next) throw new Error("nobody");
    // a hundredth of a year changes nothing by more than 10 % (the newborn's kidneys mature fastest)
    for (const id of organIds) {
      expect(Math.abs(next.volume[id] / now.volume[id] - 1)).toBeLessThan(0.1);
      expect(Math.abs(next.flow[id] / now.flow[id] - 1)).toBeLessThan(0.1);
    }
    expect(Math.abs(next.gfr / now.gfr - 1)).toBeLessThan(0.1);
  }
});

test("what is heavier at the same height is mostly fat", () => {
  const [usual, heavy] = [makePerson({ weightKg: 73 }), makePerson({ weightKg: 120 })];
  const gain =
    heavy.volume.adipose * density.adipose.value - usual.volume.adipose * density.adipose.value;
  expect(gain).toBeGreaterThan(0.6 * 47);
  expect(heavy.volume.brain).toBe(usual.volume.brain);
});
