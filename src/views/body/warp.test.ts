import { facts } from "virtual:perfuse-body";
import { describe, expect, test } from "vitest";
import { organIds, type OrganId } from "../../pharmacology/body/organs";
import type { BodyShape } from "./body-shape";
import { referenceOrganVolumesL } from "./body-shape";
import type { Vec3 } from "./mesh/vectors";
import { frameOf } from "./framing";
import { warpFor } from "./warp";

const organVolumesL = Object.fromEntries(
  organIds.map((id) => [id, referenceOrganVolumesL[id] ?? 1]),
) as Record<OrganId, number>;

const someone = (change: Partial<BodyShape>): BodyShape => ({
  sex: "male",
  ageYears: 35,
  heightCm: 176,
  weightKg: 73,
  organVolumesL,
  ...change,
});
const man = someone({});

/** Places all over the reference man, in and beyond the skin. */
const places: Vec3[] = [];
for (let y = -2; y <= 180; y += 6)
  for (let x = -36; x <= 36; x += 4) for (let z = -14; z <= 18; z += 4) places.push([x, y, z]);

test("the reference man stays where he is", () => {
  const warp = warpFor(man, facts);
  expect(Math.abs(warp.fatness)).toBeLessThan(0.03);
  for (const place of places) {
    const placed = warp.place(place);
    for (const axis of [0, 1, 2] as const)
      expect(Math.abs(placed[axis] - place[axis])).toBeLessThan(0.35);
  }
});

describe("people at the limits", () => {
  const limits: BodyShape[] = [];
  for (const sex of ["male", "female"] as const)
    for (const ageYears of [0, 0.5, 3, 12, 18, 110])
      for (const heightCm of [30, 90, 176, 250])
        for (const weightKg of [0.5, 20, 73, 400])
          limits.push(someone({ sex, ageYears, heightCm, weightKg }));

  test("are drawn with finite numbers", () => {
    for (const person of limits) {
      const warp = warpFor(person, facts);
      const { width, height, distance } = frameOf(warp);
      expect([...warp.table].every(Number.isFinite)).toBe(true);
      for (const { fixed, factor } of Object.values(warp.growth)) {
        expect([...fixed, factor].every(Number.isFinite)).toBe(true);
        expect(factor).toBeGreaterThan(0);
      }
      expect([width, height, distance].every((value) => value > 0 && value < 5000)).toBe(true);
    }
  });

  test("what is no number is drawn as the reference", () => {
    const nobody = someone({ ageYears: NaN, heightCm: Infinity, weightKg: NaN });
    const warp = warpFor(nobody, facts);
    expect(warp.heightCm).toBeCloseTo(176, 0);
    expect([...warp.table].every(Number.isFinite)).toBe(true);
  });
});

describe("stature", () => {
  test.each([
    [0, 51],
    [5, 109],
    [10, 138],
    [35, 150],
    [35, 200],
  ])("of someone of %i years and %i cm is drawn", (ageYears, heightCm) => {
    const warp = warpFor(someone({ ageYears, heightCm, weightKg: heightCm / 2.4 }), facts);
    const [, vertex] = warp.place([0, 176, 0]);
    expect(vertex).toBeCloseTo(heightCm, 0);
  });

  test("a newborn's head is a quarter of the length, a man's less than a seventh", () => {
    const headShare = (person: BodyShape) => {
      const warp = warpFor(person, facts);
      const height = (y: number) => warp.place([0, y, 0])[1];
      return (height(176) - height(153)) / height(176);
    };
    expect(headShare(someone({ ageYears: 0, heightCm: 51, weightKg: 3.5 }))).toBeCloseTo(0.25, 1);
    expect(headShare(man)).toBeLessThan(1 / 7);
  });
});

describe("weight", () => {
  const waist = (weightKg: number) =>
    warpFor(someone({ weightKg }), facts).place([14, 106, 0], 1)[0];

  test("moves the skin out and leaves the bones alone", () => {
    expect(waist(120)).toBeGreaterThan(waist(73) + 3);
    const bone = (weightKg: number) => warpFor(someone({ weightKg }), facts).place([3, 106, -4])[0];
    expect(bone(120)).toBeCloseTo(bone(73), 5);
  });

  test("changes the body without jumps", () => {
    let before = waist(40);
    for (let weight = 41; weight <= 300; weight++) {
      const here = waist(weight);
      expect(here - before).toBeGreaterThan(-1e-6);
      expect(here - before).toBeLessThan(0.5);
      before = here;
    }
  });
});

test("age changes the body without jumps", () => {
  let before: Vec3 | undefined;
  for (let month = 0; month <= 240; month++) {
    const ageYears = month / 12;
    const warp = warpFor(
      someone({ ageYears, heightCm: 51 + 6 * ageYears, weightKg: 4 + 3 * ageYears }),
      facts,
    );
    const here = warp.place([10, 130, 5], 1);
    if (before)
      for (const axis of [0, 1, 2] as const)
        expect(Math.abs(here[axis] - before[axis])).toBeLessThan(1.6);
    before = here;
  }
});

test("an organ of double volume is drawn a quarter larger across", () => {
  const normal = warpFor(man, facts).growth.liver;
  const large = warpFor(
    someone({ organVolumesL: { ...organVolumesL, liver: organVolumesL.liver * 2 } }),
    facts,
  ).growth.liver;
  expect((large?.factor ?? 0) / (normal?.factor ?? 1)).toBeCloseTo(Math.cbrt(2), 5);
  expect(large?.fixed).toEqual(normal?.fixed);
});

test("an organ without a volume in the model is left as the warp leaves it", () => {
  const warp = warpFor(someone({ organVolumesL: { ...organVolumesL, liver: NaN } }), facts);
  expect(warp.growth.liver).toBeUndefined();
});
