import { describe, expect, test } from "vitest";
import { drawPoint } from "./observed-point";
import type { ObservedPoint } from "./time-course";
import { valueScale } from "./value-scale";

const log = valueScale("log", { min: 0.01, max: 100 }, 400);
const linear = valueScale("linear", { min: 0, max: 100 }, 400);
const draw = (point: ObservedPoint, scale = log) => drawPoint(point, (time) => 10 * time, scale);

describe("an observed point", () => {
  test("stands at its time and value", () => {
    expect(draw([2, 1])).toEqual({ x: 20, y: expect.closeTo(200), where: "inside", bar: null });
  });

  test("has an error bar of one standard deviation each way", () => {
    expect(draw([2, 50, 25], linear)?.bar).toEqual({
      high: 100,
      low: 300,
      isHighCut: false,
      isLowCut: false,
    });
  });

  test.each([
    ["nothing", 1],
    ["less than nothing", 3],
    ["below the axis", 0.999],
  ])("whose bar reaches %s has it drawn down to the axis, with an arrow", (_, sd) => {
    expect(draw([2, 1, sd])?.bar).toMatchObject({ low: 400, isLowCut: true, isHighCut: false });
  });

  test("whose bar leaves the axis above has an arrow there", () => {
    expect(draw([2, 60, 55])?.bar).toMatchObject({ high: 0, isHighCut: true, isLowCut: false });
  });

  test.each([
    ["nothing on a logarithmic axis", 0, "below", 400],
    ["less than the axis shows", 0.001, "below", 400],
    ["more than the axis shows", 1000, "above", 0],
  ])("of %s stands at the edge and says so", (_, value, where, y) => {
    expect(draw([2, value, 5])).toEqual({ x: 20, y, where, bar: null });
  });

  test("of nothing stands on a linear axis like any other", () => {
    expect(draw([2, 0], linear)).toMatchObject({ y: 400, where: "inside" });
  });

  test("without a value is not drawn", () => {
    expect(draw([2, Number.NaN])).toBeNull();
    expect(draw([Number.NaN, 2])).toBeNull();
  });
});
