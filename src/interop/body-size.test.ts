import { expect, test } from "vitest";
import { parseHeight, parseWeight } from "./body-size";

test.each([
  ["176", 176],
  ["176 cm", 176],
  ["1.76", 176],
  ["1,76 m", 176],
  ["5'11\"", 180.34],
  ["5 ft 11 in", 180.34],
  ["5′11″", 180.34],
  ["6 feet", 182.88],
  ["71 in", 180.34],
  ["510 mm", 51],
])("the height %s is %d cm", (text, cm) => {
  const parsed = parseHeight(text);
  expect(parsed.ok && parsed.value).toBeCloseTo(cm, 9);
});

test.each([
  ["73", 73],
  ["72,5 kg", 72.5],
  ["160 lb", 72.5747792],
  ["11 st 4", 71.66759446],
  ["3500 g", 3.5],
])("the weight %s is %d kg", (text, kg) => {
  const parsed = parseWeight(text);
  expect(parsed.ok && parsed.value).toBeCloseTo(kg, 9);
});

test.each(["", "tall", "-5", "5", "1e3", "NaN"])("the height %j is not guessed", (text) => {
  expect(parseHeight(text).ok).toBe(false);
});

test.each(["", "heavy", "-70", "70 stones of", "Infinity"])(
  "the weight %j is not guessed",
  (text) => {
    expect(parseWeight(text).ok).toBe(false);
  },
);
