import { describe, expect, test } from "vitest";
import { axisOf } from "../plot/axis";
import { observedMark } from "../plot/observed-mark";
import type { Population, Ribbon } from "./ribbon";
import { bandPath, linePath } from "../plot/paths";
import { ribbonRange } from "./ribbon-range";
import { readingAsText, readingAt } from "./ribbon-reading";

const nan = Number.NaN;
const same = (value: number) => value;

describe("paths", () => {
  test("close a band along its upper and back along its lower curve", () => {
    const path = bandPath(["0", "10"], Float64Array.of(1, 2), Float64Array.of(3, 4), same);
    expect(path).toBe("M0 3L10 4L10 2L0 1Z");
  });

  test("leave a gap where either curve is no number", () => {
    const path = bandPath(
      ["0", "1", "2", "3"],
      Float64Array.of(1, nan, 1, 1),
      Float64Array.of(2, 2, 2, nan),
      same,
    );
    expect(path).toBe("M0 2L0 1ZM2 2L2 1Z");
    expect(linePath(["0", "1", "2", "3"], Float64Array.of(1, nan, 1, 2), same)).toBe(
      "M0 1M2 1L3 2",
    );
  });
});

describe("an observed point", () => {
  const box = { left: 0, top: 0, width: 100, height: 50 };
  const ground = {
    box,
    charWidth: 7,
    lineHeight: 18,
    x: axisOf({ kind: "time", min: 0, max: 10 }, 0, 100),
    y: axisOf({ kind: "linear", min: 0, max: 5 }, 50, 0),
  };

  test("has a bar from one standard deviation above to one below", () => {
    expect(observedMark([5, 2, 1], ground)).toEqual({
      x: 50,
      y: 30,
      beyond: undefined,
      bar: "M50 30V20M47 20h6M50 30V40M47 40h6",
    });
  });

  test("keeps an arrow where its bar or itself is beyond the axis", () => {
    expect(observedMark([5, 2, 4], ground)?.bar).toContain("M46.5 6L50 0l3.5 6");
    expect(observedMark([5, 9], ground)).toEqual({ x: 50, y: 0, beyond: "up", bar: "" });
    expect(observedMark([5, -1], ground)).toMatchObject({ y: 50, beyond: "down" });
  });

  test("is not drawn outside the span of time, or without a value", () => {
    expect(observedMark([11, 2], ground)).toBeUndefined();
    expect(observedMark([5, nan], ground)).toBeUndefined();
  });
});

const at = (...values: number[]) => Float64Array.from(values);
const ribbon: Ribbon = {
  times: at(0, 4),
  p5: at(0, 1),
  p25: at(0, 2),
  p50: at(0, 3),
  p75: at(0, 4),
  p95: at(0, 8),
};
const population: Population = { id: "a", name: "Adults", ribbon, done: 5, of: 9 };

describe("the range of values", () => {
  const contents = {
    populations: [population],
    lines: [],
    observed: [],
    threshold: undefined,
    limits: undefined,
  };

  test("begins at nothing and holds the ribbon, the points with their bars and the threshold", () => {
    expect(ribbonRange("linear", contents)).toEqual({ min: 0, max: 8 });
    expect(ribbonRange("linear", { ...contents, threshold: { value: 18, label: "" } }).max).toBe(
      18,
    );
    const observed = [{ id: "o", name: "o", mark: "", points: [[1, 11, 2] as const] }];
    expect(ribbonRange("linear", { ...contents, observed }).max).toBeGreaterThanOrEqual(13);
  });

  test("reaches three decades down on a logarithmic axis, unless it is fixed", () => {
    expect(ribbonRange("log", contents)).toEqual({ min: 0.01, max: 10 });
    expect(ribbonRange("log", { ...contents, limits: { min: 0.5, max: 60 } })).toEqual({
      min: 0.5,
      max: 100,
    });
  });
});

describe("the reading at a moment", () => {
  const plain = (text: string) => text.replaceAll("\u202f", " ");

  test("lies between the times, and says the median with the range of most people", () => {
    const shown = {
      populations: [population],
      lines: [],
      observed: [{ id: "o", name: "Lee 2001", mark: "", points: [[2.1, 7, 1] as const] }],
      doses: [{ atHours: 0, overHours: 2, label: "5 mg over 2 h" }],
      unit: "mg/L",
    };
    const reading = readingAt(2, shown, 0.2);
    expect(plain(readingAsText(reading))).toBe(
      "2 h: Adults, median 1.50 mg/L, 5 to 95 % of people 0.500 to 4.00 mg/L. " +
        "Lee 2001, 2 h 6 min: 7.00 mg/L ± 1.00 mg/L. 5 mg over 2 h",
    );
    expect(plain(reading.rows[0]?.middle ?? "")).toBe("1.00 to 2.00 mg/L");
  });

  test("has no numbers outside the span", () => {
    const shown = { populations: [population], lines: [], observed: [], doses: [], unit: "mg/L" };
    expect(readingAt(5, shown, 0).rows[0]?.median).toBe("–");
  });
});
