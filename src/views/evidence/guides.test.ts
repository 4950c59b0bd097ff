import { expect, test } from "vitest";
import { foldGuides, guestGuides, guidePath } from "./guides";

const log = (value: number) => 100 * Math.log10(value);

test("a fold is two straight lines on logarithmic axes, one on either side", () => {
  const double = foldGuides.find(({ id }) => id === "fold-2");
  const path = double ? guidePath(double, { min: 1, max: 100 }, log, log) : "";
  const [below = "", above = ""] = path.split("M").slice(1);
  // log10 2 = 0.301
  expect(below.startsWith("0.0 -30.1L")).toBe(true);
  expect(above.endsWith("L200.0 230.1")).toBe(true);
});

test("Guest's limits are drawn from whatever says what they are", () => {
  const guest = guestGuides((observed) => [observed, observed * 3])[1];
  expect(guest?.at(2)).toEqual([2, 6]);
});
