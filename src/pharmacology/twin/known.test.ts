/** From a twin's facts to the people it may be, and what creatinine says. */
import { describe, expect, test } from "vitest";
import { TwinPrior, rowLength } from "./prior";
import { adultRate, childRate } from "./creatinine";
import { ageAt, knownAt, latest } from "./known";
import { ownPlaces } from "./own-factors";
import { isDay, isMoment, type Twin, type TwinEvent } from "./twin";
import { assembleModel } from "../assemble";
import { makePerson } from "../body/person";
import { shippedDrug } from "../drugs/library";
import type { Drug } from "../drug";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const measured = (
  what: "weight" | "creatinine" | "albumin",
  value: number,
  day = "2026-03-01",
): TwinEvent => ({ kind: "measured", id: `${what} ${day}`, at: `${day}T08:00:00Z`, what, value });

const twin = (events: readonly TwinEvent[], facts: Twin["facts"] = {}): Twin => ({
  perfuseTwin: 1,
  name: "somebody",
  facts,
  drugs: [],
  events,
});

function known(of: Twin, day = "2026-03-10") {
  const outcome = knownAt(of, at(day));
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

describe("creatinine", () => {
  // worked examples of the CKD-EPI 2021 calculator of the National Kidney Foundation
  test.each([
    [1.0, 50, "male", 92],
    [1.0, 50, "female", 69],
    [2.5, 70, "male", 27],
    [0.6, 30, "female", 124],
  ] as const)("of %d mg/dL at %d years (%s) is a rate of %d", (creatinine, age, sex, rate) => {
    expect(Math.round(adultRate(creatinine, age, sex))).toBe(rate);
  });

  test("of a child goes by height", () => {
    expect(childRate(0.5, 120)).toBeCloseTo(99.12, 6);
  });
});

describe("facts", () => {
  test("nobody's are wide open, and said to be", () => {
    const { request, open } = known(twin([]));
    expect(open).toEqual(["weight", "age", "sex", "creatinine", "height"]);
    expect(request).toMatchObject({ ageYears: [18, 90], femaleFraction: 0.5, sameWeightKg: null });
  });

  test("of the moment count: the last before it, else the first after it", () => {
    const weights = twin([
      measured("weight", 80, "2026-03-05"),
      measured("weight", 70, "2026-04-01"),
    ]);
    expect(latest(weights, "weight", at("2026-03-20"))?.value).toBe(80);
    expect(latest(weights, "weight", at("2026-05-20"))?.value).toBe(70);
    expect(latest(weights, "weight", at("2026-01-20"))?.value).toBe(80);
    expect(ageAt(twin([], { age: { years: 50, on: "2025-03-10" } }), at("2026-03-10"))).toBeCloseTo(
      51,
      2,
    );
  });

  test("creatinine is kidneys: with age and sex closely, without them widely", () => {
    const facts = { sex: "male", age: { years: 60, on: "2026-03-10" } } as const;
    const sure = known(twin([measured("creatinine", 2)], facts));
    expect(sure.known.egfrMlMin173?.value).toBeCloseTo(adultRate(2, 60, "male"), 1);
    expect(sure.request.renal).toBe("moderate");
    const unsure = known(twin([measured("creatinine", 2)]));
    expect(unsure.known.egfrMlMin173?.logSd).toBeGreaterThan(sure.known.egfrMlMin173?.logSd ?? 1);
  });

  test("that nobody can have are refused with a sentence", () => {
    const pregnant = twin(
      [{ kind: "illness", id: "p", at: "2026-03-01T00:00:00Z", what: "pregnancy", weeks: 20 }],
      { sex: "male", age: { years: 30, on: "2026-03-01" } },
    );
    const outcome = knownAt(pregnant, at("2026-03-10"));
    expect(outcome.ok ? "" : outcome.problems[0]?.code).toBe("pregnant-male");
  });
});

describe("people like somebody", () => {
  const drug = shippedDrug("vancomycin") as Drug;
  const model = assembleModel({ person: makePerson({}), drugs: [drug], fed: false });
  const row = new Float64Array(rowLength([drug]));

  test("have the height, weight and kidneys that were measured", () => {
    const facts = { sex: "female", age: { years: 61, on: "2026-03-10" }, heightCm: 164 } as const;
    const made = known(twin([measured("weight", 70), measured("creatinine", 1.1)], facts));
    const person = new TwinPrior(made, model, [drug]).person(row);
    expect(person).toMatchObject({ sex: "female", heightCm: 164, weightKg: 70 });
    const rate = made.known.egfrMlMin173?.value ?? NaN;
    // the body surface of 164 cm and 70 kg is 1.77 m² (Mosteller 1.79)
    expect((person?.gfr ?? 0) / 0.06).toBeGreaterThan(rate * (1.74 / 1.73));
    expect((person?.gfr ?? 0) / 0.06).toBeLessThan(rate * (1.8 / 1.73));
  });

  test("differ by their normals alone, and come back with the same", () => {
    const prior = new TwinPrior(known(twin([])), model, [drug]);
    const first = prior.person(row);
    const moved = Float64Array.from(row);
    moved[40] = 1;
    const other = prior.person(moved);
    expect(other?.gfr).toBeGreaterThan(first?.gfr ?? Infinity);
    expect(other?.volume).toEqual(first?.volume);
    expect(prior.person(row)).toEqual(first);
  });

  test("have a way of their own with each drug: out, held and let in", () => {
    const places = ownPlaces(model, [drug]);
    const names = model.blocks.flatMap((block) =>
      Object.keys(block.parameters ?? {}).map((local) => `${block.name}.${local}`),
    );
    const by = (normal: number) =>
      places.filter((one) => one.normal === normal).map(({ place }) => names[place]);
    expect(by(0)).toContain("vancomycin.urine.f_GFR");
    expect(by(1)).toContain("vancomycin.muscle.Kp");
    expect(by(1)).toContain("vancomycin.muscle.K_cell");
    // it is not given by mouth
    expect(by(2)).toEqual([]);
  });

  test.each(["midazolam", "digoxin", "theophylline", "metformin", "itraconazole", "warfarin"])(
    "%s has something to clear, to hold and to take up",
    (id) => {
      const one = shippedDrug(id) as Drug;
      const whole = assembleModel({ person: makePerson({}), drugs: [one], fed: false });
      const found = new Set(ownPlaces(whole, [one]).map(({ normal }) => normal));
      expect([...found].toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
    },
  );
});

test("moments have a date of the calendar and an offset", () => {
  for (const good of ["2026-11-20T07:30:00+01:00", "2026-11-20T07:30Z", "2024-02-29T00:00:00Z"]) {
    expect(isMoment(good)).toBe(true);
  }
  for (const bad of [
    "2026-11-20",
    "2026-11-20T07:30:00",
    "2026-02-30T07:30:00Z",
    "2026-11-20T25:00:00Z",
    "20 November",
    "",
  ]) {
    expect(isMoment(bad)).toBe(false);
  }
  expect(isDay("2025-02-29")).toBe(false);
});
