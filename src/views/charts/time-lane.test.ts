import { describe, expect, test } from "vitest";
import {
  laneRows,
  momentInWords,
  nextMark,
  placeInWords,
  sinceLatestDose,
  snapTargets,
  type LaneDose,
} from "./time-lane";

const dose = (drug: string, atHours: number, overHours = 0): LaneDose => ({
  drug,
  atHours,
  overHours,
  amount: "5 mg",
});
const plain = (text: string | undefined) => text?.replaceAll("\u202f", " ");
const twice = [dose("Midazolam", 0), dose("Midazolam", 12)];
const mixed = [dose("Midazolam", 12), dose("Itraconazole", 2, 4), dose("Midazolam", 0)];

test("every drug has a row of its own, with its doses by time", () => {
  expect(laneRows(mixed).map(({ drug, doses }) => [drug, ...doses.map((d) => d.atHours)])).toEqual([
    ["Midazolam", 0, 12],
    ["Itraconazole", 2],
  ]);
});

test("the thumb sticks to beginnings and ends of doses, and to marks", () => {
  const targets = snapTargets(mixed, [{ atHours: 1.5, label: "peak" }]);
  expect(new Set(targets)).toEqual(new Set([0, 1.5, 2, 6, 12]));
});

describe("a moment in words", () => {
  test.each([
    [0, "at the first dose"],
    [2.25, "2 h 15 min after the first dose"],
    [-1, "1 h before the first dose"],
    [76.25, "3 d 4 h 15 min after the first dose"],
  ])("%s h: %s", (time, text) => expect(plain(momentInWords(time, twice))).toBe(text));

  test("counts from the first dose, not from the beginning", () => {
    expect(plain(momentInWords(5, [dose("Caffeine", 3)]))).toBe("2 h after the first dose");
  });

  test("without doses is the time alone", () => expect(plain(momentInWords(5, []))).toBe("5 h"));
});

describe("the latest dose in words", () => {
  test.each([
    ["of one drug", 16, twice, "4 h after dose 2 of 2"],
    ["at the moment of a dose", 12, twice, "at dose 2 of 2"],
    ["of several drugs", 8, mixed, "6 h after the dose of itraconazole"],
    ["while it runs", 3, mixed, "during the dose of itraconazole"],
    ["before any", -1, twice, undefined],
    ["of a single one", 3, [dose("Caffeine", 0)], undefined],
  ])("%s", (_, time, doses, text) => expect(plain(sinceLatestDose(time, doses))).toBe(text));
});

describe("what stands beside the time", () => {
  const marks = [{ atHours: 1.5, label: "peak in plasma" }];
  test.each([
    ["a mark we are at", 1.5, twice, "peak in plasma"],
    ["else the latest dose", 2, twice, "2 h after dose 1 of 2"],
    ["not the time once more", 2, [dose("Caffeine", 0)], "after the first dose"],
    ["the time since a dose that came later", 5, [dose("Caffeine", 3)], "2 h after the first dose"],
    ["nothing without doses", 2, [], ""],
  ])("%s", (_, time, doses, text) => expect(plain(placeInWords(time, doses, marks))).toBe(text));
});

test("marks are visited in turn, from the last on again the first", () => {
  const marks = [
    { atHours: 8, label: "b" },
    { atHours: 2, label: "a" },
  ];
  expect([0, 2, 8, 9].map((time) => nextMark(time, marks)?.label)).toEqual(["a", "b", "a", "a"]);
  expect(nextMark(0, [])).toBeUndefined();
});
