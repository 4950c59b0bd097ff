import { expect, test } from "vitest";
import { formatCount, formatShare, personName, progressNote } from "./people-words";

const plain = (text: string) => text.replaceAll("\u202f", " ");

test("a count keeps all its figures", () => {
  expect([0, 7, 1280, 12_345, 999_999].map((n) => plain(formatCount(n)))).toEqual([
    "0",
    "7",
    "1280",
    "12 345",
    "999 999",
  ]);
});

test("a run that is not finished says how far it is", () => {
  expect(plain(progressNote({ done: 1280, of: 10_000 }))).toBe("1280 of 10 000 people");
  expect(plain(progressNote({ done: 10_000, of: 10_000 }))).toBe("10 000 people");
  expect(progressNote({ done: 1, of: 1 })).toBe("1 person");
});

test("a share is exact at nothing and at all, and only there", () => {
  expect([0, 1e-5, 0.095, 0.5, 0.99999, 1].map(formatShare)).toEqual([
    "0 %",
    "< 0.1 %",
    "9.5 %",
    "50.0 %",
    "> 99.9 %",
    "100 %",
  ]);
});

test("people are counted from one", () => {
  expect(personName(0)).toBe("Person 1");
});
