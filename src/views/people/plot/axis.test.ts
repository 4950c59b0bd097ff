import { describe, expect, test } from "vitest";
import { axisOf, categoryRange, dataRange, marksOf, roundRange, tightRange } from "./axis";

describe("an axis", () => {
  test("places values between its ends, and finds them again", () => {
    const axis = axisOf({ kind: "linear", min: 10, max: 30 }, 0, 200);
    expect(axis.place(15)).toBeCloseTo(50, 9);
    expect(axis.valueAt(50)).toBeCloseTo(15, 9);
  });

  test("runs upwards where its first pixel is the lower one", () => {
    const axis = axisOf({ kind: "log", min: 1, max: 100 }, 300, 0);
    expect(axis.place(10)).toBeCloseTo(150, 9);
    expect(axis.place(1)).toBeCloseTo(300, 9);
  });

  test("keeps what it does not show within one length of its ends", () => {
    const up = axisOf({ kind: "log", min: 1, max: 100 }, 300, 0);
    expect(up.place(0)).toBe(600);
    expect(up.place(-3)).toBe(600);
    expect(up.place(1e30)).toBe(-300);
    expect(up.place(Number.NaN)).toBeNaN();
  });
});

describe("the range of data", () => {
  const values = Float64Array.of(3, -2, Number.NaN, 40, Number.POSITIVE_INFINITY, 900);

  test("leaves out what no axis can show, and what has not come yet", () => {
    expect(dataRange(values, "linear")).toEqual({ min: -2, max: 900 });
    expect(dataRange(values, "log")).toEqual({ min: 3, max: 900 });
    expect(dataRange(values, "linear", 4)).toEqual({ min: -2, max: 40 });
  });

  test.each([
    ["linear", { min: 51.3, max: 118 }, { min: 50, max: 120 }],
    ["linear", { min: 2, max: 95 }, { min: 0, max: 100 }],
    ["linear", { min: 7, max: 7 }, { min: 0, max: 7 }],
    ["log", { min: 0.3, max: 41 }, { min: 0.2, max: 50 }],
    ["log", { min: 1, max: 1 }, { min: 1, max: 2 }],
    ["log", { min: 0.0001, max: 9.99 }, { min: 0.0001, max: 10 }],
  ] as const)("of a %s axis is rounded outwards: %o", (kind, data, range) => {
    expect(roundRange(kind, data)).toEqual(range);
  });

  test("is something to draw on before anybody has come", () => {
    expect(roundRange("linear", dataRange([], "linear"))).toEqual({ min: 0, max: 1 });
    expect(roundRange("log", dataRange([], "log"))).toEqual({ min: 0.1, max: 10 });
  });
});

describe("the marks of an axis", () => {
  test("name the unit of time that fits", () => {
    expect(marksOf({ kind: "time", min: 0, max: 24, title: "" }, 7).title).toBe("Time (hours)");
    expect(marksOf({ kind: "time", min: 0, max: 336, title: "" }, 7).title).toBe("Time (days)");
  });

  test("name 2 and 5 on a logarithmic axis that has room for them", () => {
    const labels = (most: number) =>
      marksOf({ kind: "log", min: 10, max: 500, title: "" }, most).major.map(({ label }) => label);
    expect(labels(9)).toEqual(["10", "20", "50", "100", "200", "500"]);
    expect(labels(4)).toEqual(["10", "100"]);
  });

  test("are the names where the values are categories", () => {
    const names = ["poor", "normal"];
    const wish = { kind: "category", ...categoryRange(names), title: "CYP2D6", names } as const;
    expect(marksOf(wish, 9).major).toEqual([
      { at: 0, label: "poor" },
      { at: 1, label: "normal" },
    ]);
  });
});

test("an axis of dots stays close to them, and of one value has a length", () => {
  expect(tightRange({ min: 31, max: 128 })).toEqual({ min: 30, max: 130 });
  const { min, max } = tightRange({ min: 5, max: 5 });
  expect(max).toBeGreaterThan(min);
  expect(tightRange({ min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY })).toEqual({
    min: 0,
    max: 1,
  });
});
