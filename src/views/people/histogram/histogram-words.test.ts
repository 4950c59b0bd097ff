import { expect, test } from "vitest";
import { summaryOf, summarySentence, thresholdSentence } from "./histogram-words";

const plain = (text: string) => text.replaceAll("\u202f", " ");
const values = Float64Array.from({ length: 101 }, (_, i) => i);

test("says where most people are", () => {
  expect(plain(summarySentence(summaryOf(values), "mg/L"))).toBe(
    "Median 50.0 mg/L; 9 of 10 between 5.00 and 95.0 mg/L.",
  );
  expect(summarySentence(summaryOf(new Float64Array(0)), "mg/L")).toBe("Nobody has a value.");
});

test("counts those above a threshold among those with a value", () => {
  const some = Float64Array.of(1, 2, 3, 4, Number.NaN);
  expect(thresholdSentence(some, { value: 3, label: "Ceiling" })).toBe(
    "25.0 % (1 of 4) above “Ceiling”, 75.0 % at it or below.",
  );
  expect(thresholdSentence(new Float64Array(0), { value: 3, label: "" })).toBe("");
});
