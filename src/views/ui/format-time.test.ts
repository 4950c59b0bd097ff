import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTime } from "./format-time";

const plain = (text: string) => text.replaceAll("\u202f", " ");
const minutes = (count: number) => count / 60;
const seconds = (count: number) => count / 3600;

describe("a span of time in at most two units", () => {
  test.each([
    [0, "0 h"],
    [seconds(0.2), "0 h"],
    [seconds(45), "45 s"],
    [seconds(59.7), "1 min"],
    [minutes(2.5), "2 min 30 s"],
    [seconds(599.8), "10 min"],
    [minutes(12.4), "12 min"],
    [minutes(59.8), "1 h"],
    [2.25, "2 h 15 min"],
    [24, "24 h"],
    [36.5, "36 h 30 min"],
    [47.999, "2 d"],
    [76, "3 d 4 h"],
    [76.25, "3 d 4 h"],
    [72.25, "3 d"],
    [-1.5, "−1 h 30 min"],
    [Number.NaN, "–"],
  ])("%s h → %s", (hours, text) => expect(plain(formatTime(hours))).toBe(text));
});

test("the number of units is the caller's", () => {
  expect(plain(formatTime(76.25, 3))).toBe("3 d 4 h 15 min");
  expect(plain(formatTime(72.25, 3))).toBe("3 d 15 min");
  expect(plain(formatTime(2.75, 1))).toBe("3 h");
});

/** The hours that a text says. */
function read(text: string): number {
  const hoursIn: Record<string, number> = { d: 24, h: 1, min: 1 / 60, s: 1 / 3600 };
  return [...plain(text).matchAll(/(\d+) (\w+)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (hoursIn[unit ?? ""] ?? Number.NaN),
    0,
  );
}

const hours = fc.double({ min: 0, max: 20_000, noNaN: true });

test("what is read back is right to half the last unit told", () => {
  fc.assert(
    fc.property(hours, (t) => {
      const last = t >= 47.9 ? 1 : t >= 1 / 6 - 0.001 ? 1 / 60 : 1 / 3600;
      expect(Math.abs(read(formatTime(t)) - t)).toBeLessThanOrEqual(last / 2 + 1e-9);
    }),
  );
});

test("a later time never reads as an earlier one", () => {
  fc.assert(
    fc.property(hours, hours, (a, b) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(read(formatTime(early))).toBeLessThanOrEqual(read(formatTime(late)) + 1e-9);
    }),
  );
});
