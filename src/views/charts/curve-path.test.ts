import { describe, expect, test } from "vitest";
import { curvePath, pathXs } from "./curve-path";

const gap = Number.NaN;
const path = (...values: number[]) => {
  const times = Float64Array.from(values, (_, index) => index);
  return curvePath(
    pathXs(times, (time) => 10 * time),
    Float64Array.from(values),
    (value) => value,
  );
};

describe("a curve's path", () => {
  test.each([
    ["runs from point to point", [1, 2.5, 3], "M0 1L10 2.5L20 3"],
    ["breaks at a gap", [1, 2, gap, 3, 4], "M0 1L10 2M30 3L40 4"],
    ["shows a lone point as a dot", [gap, 2, gap], "M10 2h0"],
    ["ends with a dot where the last point is alone", [1, 2, gap, 3], "M0 1L10 2M30 3h0"],
    ["is empty where there is nothing", [gap, gap], ""],
    ["keeps a tenth of a pixel", [1.26, 2.04], "M0 1.3L10 2"],
  ])("%s", (_, values, text) => expect(path(...values)).toBe(text));

  test("stands upright at a jump in time", () => {
    const xs = pathXs(Float64Array.of(0, 1, 1, 2), (time) => time);
    expect(curvePath(xs, Float64Array.of(5, 5, 9, 9), (value) => value)).toBe("M0 5L1 5L1 9L2 9");
  });
});
