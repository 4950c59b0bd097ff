/** What is told of interactions, and how a time that somebody typed is read. */
import { expect, test } from "vitest";
import { shippedDrug } from "../../pharmacology/drugs/library";
import { actionsOn } from "../../pharmacology/mechanisms/pathways";
import { actionSentences, clearedSentence } from "./action-words";
import { offsetWords, parseOffset } from "./offset-words";
import { ratioAxisFor } from "./ratio-axis";

function drugs(...ids: readonly string[]) {
  return ids.flatMap((id) => shippedDrug(id) ?? []);
}

test("who acts on what is a sentence with the share that was computed", () => {
  const [midazolam, itraconazole] = drugs("midazolam", "itraconazole");
  if (!midazolam || !itraconazole) throw new Error("no drugs");
  const actions = actionsOn(midazolam, [itraconazole]);
  const told = (shares: ReadonlyMap<string, number>) =>
    actionSentences(actions.slice(0, 1), midazolam, shares);
  expect(told(new Map([["CYP3A4", 0.951]]))).toEqual([
    "Itraconazole inhibits CYP3A4, which clears 95 % of midazolam.",
  ]);
  expect(told(new Map())).toEqual(["Itraconazole inhibits CYP3A4, which clears midazolam."]);
  expect(actionSentences(actions, midazolam, new Map())).toEqual([
    "Itraconazole inhibits CYP3A4, which clears midazolam, as do Hydroxy-itraconazole, Keto-itraconazole and N-desalkyl-itraconazole.",
  ]);
});

test("a carrier says where to, since nothing is cleared by it alone", () => {
  const [digoxin, clarithromycin] = drugs("digoxin", "clarithromycin");
  if (!digoxin || !clarithromycin) throw new Error("no drugs");
  const sentences = actionSentences(actionsOn(digoxin, [clarithromycin]), digoxin, new Map());
  expect(sentences).toContain(
    "Clarithromycin inhibits P-glycoprotein, which carries digoxin into bile, out of the gut wall and into urine.",
  );
});

test("where nobody acts, it is told by what the drug leaves", () => {
  const [caffeine, midazolam] = drugs("caffeine", "midazolam");
  if (!caffeine || !midazolam) throw new Error("no drugs");
  expect(actionsOn(caffeine, [midazolam])).toEqual([]);
  expect(clearedSentence(caffeine, new Map([["CYP1A2", 0.97]]))).toBe(
    "Caffeine leaves by CYP1A2 (97 %).",
  );
});

test.each([
  ["24", 24],
  ["24 h", 24],
  ["24 h after the last dose", 24],
  ["2 h before", -2],
  ["-2", -2],
  ["−2,5 h", -2.5],
  ["3 days", 72],
  ["30 min", 0.5],
  ["3 d 4 h", 76],
  ["3 d 4 x", undefined],
  ["-2 h before", undefined],
  ["0", 0],
  ["soon", undefined],
  ["", undefined],
])("“%s” is read as %s h", (text, hours) => {
  expect(parseOffset(text)).toBe(hours);
});

test("a time is told as it is read", () => {
  for (const hours of [24, -2, 0.5, 72, 76, 336, 0])
    expect(parseOffset(offsetWords(hours))).toBe(hours);
});

test("the axis of a ratio holds what is on it, and puts half as far from one as double", () => {
  const axis = ratioAxisFor([10.3, 7.97]);
  expect([axis.min, axis.max]).toEqual([0.5, 20]);
  expect(axis.place(0.5)).toBe(0);
  expect(axis.place(20)).toBeCloseTo(1, 12);
  expect(axis.place(1) - axis.place(0.5)).toBeCloseTo(axis.place(2) - axis.place(1), 12);
});
