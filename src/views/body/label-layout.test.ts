import { describe, expect, test } from "vitest";
import { PITCH, placeLabels, spread, type LabelTarget } from "./label-layout";

const space = { width: 1200, height: 800, middle: 600, reach: 180 };
const target = (place: LabelTarget["place"], x: number, y: number): LabelTarget => ({
  place,
  x,
  y,
  facing: 1,
});

describe("labels", () => {
  test("stand on the side of their organ, outside the body", () => {
    const placed = placeLabels([target("liver", 540, 300), target("spleen", 660, 300)], space);
    expect(placed.map(({ place, side }) => [place, side])).toEqual([
      ["liver", "left"],
      ["spleen", "right"],
    ]);
    for (const { labelX } of placed) expect(Math.abs(labelX - 600)).toBeGreaterThan(180);
  });

  test("keep their order and distance", () => {
    const placed = placeLabels(
      [target("liver", 500, 300), target("lungs", 500, 290), target("kidneys", 500, 310)],
      space,
    );
    expect(placed.map(({ place }) => place)).toEqual(["lungs", "liver", "kidneys"]);
    const heights = placed.map(({ labelY }) => labelY);
    for (const [i, y] of heights.slice(1).entries())
      expect(y - (heights[i] ?? 0)).toBeGreaterThanOrEqual(PITCH - 1e-9);
  });

  test("leave the foot of a column to what stands there", () => {
    const feet = [target("skin", 540, 790), target("bone", 660, 790)];
    const placed = placeLabels(feet, { ...space, taken: { left: 100, right: 40 } });
    const [skin, bone] = placed.map(({ labelY }) => labelY);
    expect(skin).toBeLessThan(700);
    expect(bone).toBeGreaterThan(700);
    expect(bone).toBeLessThan(760);
  });

  test("vanish where there is no room, as on a phone", () => {
    expect(placeLabels([target("liver", 180, 300)], { ...space, width: 390 })).toEqual([]);
  });

  test("leave out what is not in the picture", () => {
    expect(placeLabels([target("brain", 600, -200)], space)).toEqual([]);
  });

  test("stay in the picture however many there are", () => {
    const heights = spread(
      Array.from({ length: 30 }, () => 795),
      800,
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(800);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });
});
