import { expect, test } from "vitest";
import {
  fieldMessage,
  refusalSentence,
  printRange,
  readCount,
  readOptional,
  readRange,
  readSeed,
} from "./recipe-fields";

test.each([
  ["1000", 1000],
  ["10 000", 10_000],
  ["10,000", 10_000],
  ["1.000.000", 1_000_000],
  ["10k", 10_000],
  ["1.5k", 1500],
  ["1 million", 1_000_000],
  ["0", undefined],
  ["-5", undefined],
  ["2.5", undefined],
  ["1e12", undefined],
  ["many", undefined],
  ["", undefined],
])("%s people", (text, count) => {
  const read = readCount(text);
  expect(read.ok ? read.value : undefined).toBe(count);
});

test.each<[string, readonly [number, number] | string | undefined]>([
  ["20 to 50", [20, 50]],
  ["20-50", [20, 50]],
  ["20–50", [20, 50]],
  ["65", [65, 65]],
  ["0.5 to 2", [0.5, 2]],
  ["", undefined],
  ["50 to 20", "Write the smaller number first."],
  ["-1 to 20", "Type ages such as 20 to 30."],
  ["20 to 200", "It must lie between 0 and 90."],
  ["old", "Type ages such as 20 to 30."],
])("a range: %s", (text, expected) => {
  const read = readRange(text, [0, 90], "ages");
  expect(read.ok ? read.value : read.message).toEqual(expected);
});

test("a range is printed as it is read", () => {
  for (const range of [[20, 50], [65, 65], undefined] as const) {
    const read = readRange(printRange(range), [0, 90], "ages");
    expect(read).toEqual({ ok: true, value: range });
  }
});

test("a seed is a whole number, an optional number may be left out", () => {
  expect(readSeed("7")).toEqual({ ok: true, value: 7 });
  expect(readSeed("7.5").ok).toBe(false);
  expect(readOptional("", [0, 41], "weeks")).toEqual({ ok: true, value: undefined });
  expect(readOptional("30", [0, 41], "weeks")).toEqual({ ok: true, value: 30 });
  expect(readOptional("50", [0, 41], "weeks").ok).toBe(false);
});

test("a problem is told at its field and at the start, without the field's key", () => {
  const problem = { code: "nobody-found", subject: "bmi", message: "nobody is like that" };
  expect(fieldMessage([problem], "bmi")).toBe("Nobody is like that.");
  expect(fieldMessage([problem], "ageYears")).toBeUndefined();
  expect(refusalSentence(problem)).toBe("Nobody is like that.");
  const subject = "thresholds.caffeine/venous-plasma";
  expect(refusalSentence({ ...problem, subject })).toBe("Nobody is like that.");
  expect(refusalSentence({ ...problem, subject: "dose 1", message: "is 0 mg" })).toBe(
    "Dose 1 is 0 mg.",
  );
});
