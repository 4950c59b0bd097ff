import { describe, expect, test } from "vitest";
import { ratioAt, ratioRange, ratioSentence, type Ratio, type RatioSeries } from "./ratio";

const at = (...values: number[]) => Float64Array.from(values);
const ratio: Ratio = {
  times: at(0, 4),
  p5: at(Number.NaN, 0.25),
  p50: at(Number.NaN, 1.2),
  p95: at(Number.NaN, 1.9),
};

const series: RatioSeries = {
  id: "b",
  name: "B",
  letter: "B",
  style: { colour: "red", dash: undefined },
  ratio,
  line: "ratio of medians",
  band: "5 to 95 % of people",
};

describe("the axis of a ratio", () => {
  test("reaches as far below one as above, for the value that is furthest off", () => {
    const { min, max } = ratioRange([ratio], undefined);
    expect(max).toBe(5);
    expect(min * max).toBeCloseTo(1, 12);
  });

  test("holds the window, and is never a line", () => {
    const same = { ...ratio, p5: at(1, 1), p50: at(1, 1), p95: at(1, 1) };
    expect(ratioRange([same], undefined).max).toBe(1.5);
    expect(ratioRange([same], { low: 0.5, high: 2, label: "" }).max).toBe(2);
  });

  test("is not stretched by what divides by almost nothing", () => {
    const wild = at(Number.POSITIVE_INFINITY, 1e9);
    expect(ratioRange([{ ...ratio, p95: wild }, ratio], undefined).max).toBe(10);
    expect(ratioRange([{ ...ratio, p50: wild }], undefined).max).toBe(100);
  });
});

test("a reading lies between the times, and is missing beside a gap", () => {
  const known = { ...ratio, p5: at(0.5, 1), p50: at(1, 2), p95: at(2, 3) };
  expect(ratioAt({ ...series, ratio: known }, 2)).toEqual({ line: "1.50", band: "0.750 to 2.50" });
  expect(ratioAt(series, 2)).toEqual({ line: "–", band: "– to –" });
});

test("a ratio without a band says none", () => {
  const known = { ...ratio, p50: at(1, 2) };
  const lone = { ...series, ratio: known, band: undefined };
  expect(ratioAt(lone, 4)).toEqual({ line: "2.00", band: undefined });
  expect(ratioSentence([lone], 4).replaceAll("\u202f", " ")).toBe("4 h: B, ratio of medians 2.00");
});
