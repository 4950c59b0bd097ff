import { expect, test } from "vitest";
import type { Dimension, Outcome } from "./sky";
import { factsOf, personSentence, skySentence } from "./sky-words";

const plain = (text: string) => text.replaceAll("\u202f", " ");
const weight: Dimension = {
  id: "weight",
  name: "Weight",
  unit: "kg",
  scale: "linear",
  values: [71.25, Number.NaN],
};
const gene: Dimension = {
  ...weight,
  id: "gene",
  name: "CYP2D6",
  unit: "",
  values: [1, 0],
  categories: ["poor", "normal"],
};
const outcome: Outcome = { ...weight, name: "Weight", levelOf: () => 0, levels: [] };

test("a person is told by dimensions and outcome, each once", () => {
  const facts = factsOf(0, weight, gene, outcome);
  expect(plain(personSentence(0, 0, facts))).toBe("Person 1, Weight 71.3 kg, CYP2D6 normal");
  expect(factsOf(1, weight, null, outcome)).toEqual([{ name: "Weight", text: "–" }]);
});

test("a person who failed has no values to tell", () => {
  expect(personSentence(4, 1, [])).toBe("Person 5, could not be computed");
});

test("the whole says who is missing, failed and selected", () => {
  const crowd = { of: 10_000, filled: 5, failed: [] };
  expect(plain(skySentence(crowd, Uint8Array.of(0, 1, 1, 2, 0), 2))).toBe(
    "5 of 10 000 people, 2 could not be computed, 1 without a value here. 2 selected.",
  );
  expect(skySentence({ ...crowd, of: 5 }, new Uint8Array(5), 0)).toBe("5 people.");
});
