import { expect, test } from "vitest";
import { aboveSentence, thresholdLabel } from "./threshold-words";

const plain = (text: string) => text.replaceAll("\u202f", " ");

test("a threshold is written as it was typed", () => {
  expect(plain(thresholdLabel(50, "ng/mL"))).toBe("Threshold 50 ng/mL");
  expect(plain(thresholdLabel(0.1 * 3, "mg/L"))).toBe("Threshold 0.3 mg/L");
});

test("who was above is a share, a count and a time", () => {
  const some = { above: 623, of: 1000, medianHours: 3.14159 };
  expect(plain(aboveSentence(some, 5, "mg/L"))).toBe(
    "62.3 % of people (623 of 1000) were above 5 mg/L at some time, half of these for 3.14 h or longer.",
  );
  const nobody = { above: 0, of: 1000, medianHours: Number.NaN };
  expect(plain(aboveSentence(nobody, 5, "mg/L"))).toBe(
    "Nobody of 1000 was above 5 mg/L at any time.",
  );
  expect(aboveSentence({ ...nobody, of: 0 }, 5, "mg/L")).toBe("");
});
