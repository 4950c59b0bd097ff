import { expect, test } from "vitest";
import type { PeopleRequest } from "../engine/people/people-api";
import { aboveThreshold, shownMetrics, shownThreshold } from "./people-view";

const output = "caffeine/venous-plasma";
const column = (name: string, unit: string, values: readonly number[]) => ({
  id: `${output} ${name}`,
  name,
  unit,
  values: Float32Array.from(values),
});
const request: PeopleRequest = {
  study: {
    perfuse: 1,
    drugs: ["caffeine"],
    people: { many: { count: 5 } },
    doses: [],
    thresholds: { [output]: "5000 ng/mL" },
  },
  thresholds: { [output]: 5 },
};
/** The third has no result, the last is not there yet. */
const metrics = [
  column("Cmax", "mg/L", [4, 6, Number.NaN, 8, Number.NaN]),
  column("hoursAbove", "h", [0, 1, Number.NaN, 3, Number.NaN]),
];
const result = { request, metrics, filled: 4 };

test("who was above the threshold is counted among those with a result", () => {
  expect(aboveThreshold(result, output)).toEqual({ above: 2, of: 3, medianHours: 2 });
  expect(aboveThreshold(result, "caffeine/liver")).toBeUndefined();
  const { thresholds: _none, ...open } = request;
  expect(aboveThreshold({ ...result, request: open }, output)).toBeUndefined();
  const higher = { ...request, thresholds: { [output]: 9 } };
  expect(aboveThreshold({ ...result, request: higher }, output)).toEqual({
    above: 0,
    of: 3,
    medianHours: Number.NaN,
  });
});

test("a threshold is shown in the unit of its curves, its times in hours", () => {
  const shown = { unit: "ng/mL", factor: 1000 };
  expect(shownThreshold(result, output, shown)).toBe(5000);
  expect(shownMetrics(result, output, shown).map(({ name, unit }) => [name, unit])).toEqual([
    ["Cmax", "ng/mL"],
    ["Time above the threshold", "h"],
  ]);
});
