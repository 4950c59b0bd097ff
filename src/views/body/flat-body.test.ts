import { facts } from "virtual:perfuse-body";
import { describe, expect, test } from "vitest";
import { organIds, type OrganId } from "../../pharmacology/body/organs";
import { referenceOrganVolumesL, type BodyShape } from "./body-shape";
import { belongsTo, flatBody } from "./flat-body";
import { granules, shown } from "./flat-granules";
import { frameOf } from "./framing";
import { warpFor } from "./warp";

const organVolumesL = Object.fromEntries(
  organIds.map((id) => [id, referenceOrganVolumesL[id] ?? 1]),
) as Record<OrganId, number>;
const man: BodyShape = { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73, organVolumesL };
const girl: BodyShape = { sex: "female", ageYears: 6, heightCm: 115, weightKg: 21, organVolumesL };

describe("the flat body", () => {
  const body = flatBody(facts, warpFor(man, facts), man);

  test("draws closed outlines and no stray numbers", () => {
    const shapes = body.places.flatMap(({ shapes: ofPlace }) => ofPlace);
    for (const { id, path, width } of [
      ...shapes,
      { id: "skin", path: body.skin, width: undefined },
      { id: "muscle", path: body.muscle, width: undefined },
    ]) {
      expect(path, id).not.toMatch(/NaN|Infinity|undefined/);
      if (width === undefined) {
        expect(path.length, id).toBeGreaterThan(0);
        expect(path.match(/M/g)?.length, id).toBe(path.match(/Z/g)?.length);
      } else expect(width, id).toBeGreaterThan(0);
    }
  });

  test("shows every organ but fat, skin and muscle, which are drawn around them", () => {
    const drawn = new Set(body.places.map(({ place }) => place));
    const missing = organIds.filter((id) => !drawn.has(id));
    expect(missing.toSorted()).toEqual(["adipose", "muscle", "skin", "thymus"]);
  });

  test("is a man's, a woman's or a child's", () => {
    expect(belongsTo("testes", man)).toBe(true);
    expect(belongsTo("uterus", man)).toBe(false);
    expect(belongsTo("ovaries", girl)).toBe(true);
    expect(belongsTo("thymus", girl)).toBe(true);
    expect(belongsTo("thymus", man)).toBe(false);
  });
});

describe("granules in the gut", () => {
  test("are none without a dose and most with a whole one", () => {
    const warp = warpFor(man, facts);
    const none = { stomach: 0, smallIntestine: 0, largeIntestine: 0 };
    expect(granules(facts, warp, frameOf(warp), none)).toHaveLength(0);
    const full = granules(facts, warp, frameOf(warp), { ...none, stomach: 1 });
    expect(full.length).toBeGreaterThan(15);
    for (const { x, y, size, opacity } of full)
      expect([x, y, size, opacity].every(Number.isFinite)).toBe(true);
  });

  test("appear one after the other as the fraction grows", () => {
    const visible = (fraction: number) =>
      Array.from({ length: 22 }, (_, i) => shown(i, 22, fraction)).reduce((sum, v) => sum + v, 0);
    expect(visible(0)).toBe(0);
    expect(visible(0.1)).toBeLessThan(visible(0.5));
    expect(visible(1)).toBeCloseTo(22, 5);
    expect(visible(5)).toBeCloseTo(22, 5);
  });
});
