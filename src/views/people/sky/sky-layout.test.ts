import { describe, expect, test } from "vitest";
import { axisOf } from "../plot/axis";
import type { Crowd, Dimension } from "./sky";
import { axisWish, countOf, failed, kindsOf, layOutSky, placed, withoutValue } from "./sky-layout";

const nan = Number.NaN;
const dimension = (values: readonly number[], more: Partial<Dimension> = {}): Dimension => ({
  id: "d",
  name: "Weight",
  unit: "kg",
  scale: "linear",
  values: Float64Array.from(values),
  ...more,
});
const crowdOf = (filled: number, failedPeople: readonly number[] = []): Crowd => ({
  of: filled,
  filled,
  failed: Uint8Array.from({ length: filled }, (_, i) => (failedPeople.includes(i) ? 1 : 0)),
});
const box = { left: 0, top: 0, width: 400, height: 200 };
const ground = {
  box,
  x: axisOf({ kind: "linear", min: 0, max: 100 }, 0, 400),
  y: axisOf({ kind: "linear", min: 0, max: 10 }, 200, 0),
};

describe("the layout of a sky", () => {
  const weight = dimension([50, 25, nan, 75, 60]);
  const area = dimension([5, 2, 3, 4, 1]);

  test("places people by two values, and those who failed or have none in the rail", () => {
    const layout = layOutSky(crowdOf(5, [4]), weight, area, ground);
    expect(Array.from(layout.kinds)).toEqual([placed, placed, withoutValue, placed, failed]);
    expect([layout.x[0], layout.y[0]]).toEqual([200, 100]);
    expect([layout.x[3], layout.y[3]]).toEqual([300, 120]);
    expect(layout.x[2]).toBeGreaterThan(400);
    expect(layout.x[4]).toBeGreaterThan(400);
    expect(layout.y[4]).toBeLessThan(layout.y[2] ?? 0);
  });

  test("orders people from left to right, the rail last", () => {
    const { order } = layOutSky(crowdOf(5, [4]), weight, area, ground);
    expect(Array.from(order)).toEqual([1, 0, 3, 4, 2]);
  });

  test("takes those who have come, and no others", () => {
    const { x, order } = layOutSky({ ...crowdOf(5), filled: 2 }, weight, area, ground);
    expect(x).toHaveLength(2);
    expect(Array.from(order)).toEqual([1, 0]);
  });

  test("keeps exact places along the axis of a swarm", () => {
    const { x, y } = layOutSky(crowdOf(3), dimension([50, 50, 10]), null, ground);
    expect(Array.from(x)).toEqual([200, 200, 40]);
    expect(y[0]).toBe(100);
    expect(y[1]).not.toBe(100);
    expect(y[2]).toBe(100);
  });

  test("spreads categories inside their own width", () => {
    const values = Array.from({ length: 300 }, (_, i) => i % 2);
    const gene = dimension(values, { categories: ["poor", "normal"] });
    const x = axisOf({ kind: "category", min: -0.5, max: 1.5 }, 0, 400);
    const layout = layOutSky(crowdOf(300), gene, dimension(values), { ...ground, x });
    const first = layout.x.filter((_, person) => person % 2 === 0);
    expect(Math.max(...first)).toBeLessThan(200);
    expect(new Set(first).size).toBe(first.length);
  });

  test("gives everybody who failed a place of their own, however many they are", () => {
    const everybody = Array.from({ length: 3000 }, (_, i) => i);
    const values = dimension(everybody.map(() => 1));
    const { x, y } = layOutSky(crowdOf(3000, everybody), values, null, ground);
    expect(new Set(everybody.map((i) => `${x[i]} ${y[i]}`)).size).toBe(3000);
    expect(Math.max(...y)).toBeLessThan(box.height);
    expect(Math.max(...x)).toBeLessThan(box.width + 68);
  });

  test("cannot show nothing or less on a logarithmic axis", () => {
    const kinds = kindsOf(crowdOf(3), dimension([0, -1, 2], { scale: "log" }), null);
    expect(countOf(kinds, withoutValue)).toBe(2);
  });
});

describe("the axis of a dimension", () => {
  test("is fixed where the dimension says so, else follows those who have come", () => {
    const weight = dimension([51, 118, 900]);
    expect(axisWish(weight, 2)).toMatchObject({ min: 50, max: 120, title: "Weight (kg)" });
    const range = { min: 0, max: 200 };
    expect(axisWish({ ...weight, range }, 2)).toMatchObject(range);
  });
});
