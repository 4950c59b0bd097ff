import { expect, test } from "vitest";
import type { ExplainedEffect, ExplainedInteraction } from "../../state/why-interaction.svelte";
import { averageWords, effectSentence, shareWords, staticEquation } from "./reason-words";

const effect = (kind: ExplainedEffect["kind"], protein = "CYP3A4"): ExplainedEffect => ({
  by: "Drug",
  kind,
  protein,
  equations: [],
  numbers: [],
  places: [],
});

const pathway = {
  protein: "CYP3A4",
  place: "liver" as const,
  share: 0.8,
  least: 0.2,
  most: 1,
  average: 0.3,
  steady: 0.25,
};

const reason: ExplainedInteraction = {
  victim: "Midazolam",
  aucRatio: 3,
  cmaxRatio: 2,
  effects: [],
  pathways: [pathway],
  escapesGut: undefined,
  staticRatio: 2.5,
  ratioFromSimulated: 2.3,
};

test("each kind of effect is a sentence of its own", () => {
  const kinds = ["competitive", "non-competitive", "inactivates", "induces"] as const;
  expect(new Set(kinds.map((kind) => effectSentence(effect(kind)))).size).toBe(4);
  expect(effectSentence(effect("competitive", "Pgp"))).toContain("Drug inhibits P-glycoprotein:");
  expect(averageWords(effect("induces"), "Midazolam")).toContain("is given");
  expect(averageWords(effect("competitive"), "Midazolam")).toContain("midazolam is there");
});

test("the static equation stands with its values in", () => {
  expect(staticEquation(reason)).toBe("1 / (0.800 · 0.250 + 0.200) = 2.50");
  const swallowed = {
    ...reason,
    pathways: [pathway, { ...pathway, place: "gut" as const, share: 1, steady: 0.5 }],
    escapesGut: 0.4,
    staticRatio: 3.57,
  };
  expect(staticEquation(swallowed)).toBe(
    "1 / (0.400 + 0.600 · (1.00 · 0.500 + 0)) · 1 / (0.800 · 0.250 + 0.200) = 3.57",
  );
  const { staticRatio: _said, ...carried } = reason;
  expect(staticEquation({ ...carried, staticRatio: undefined })).toBeUndefined();
});

test("a carrier's share is said to be missing, not 0", () => {
  expect(shareWords({ ...pathway, share: undefined })).toBe("not apart");
  expect(shareWords(pathway)).toBe("80 % of what leaves");
  expect(shareWords({ ...pathway, place: "gut" })).toBe("80 % of what the wall takes");
});
