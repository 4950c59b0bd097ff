/** Times of health files: read as they stand, and never completed by a guess. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { millisecondsOf } from "../../pharmacology/twin/twin";
import { later, momentIn, readBetween, readWhen, yearsBetween } from "./when";

test.each([
  ["2026-11-20T07:30:00+01:00", { known: "moment", at: "2026-11-20T07:30:00+01:00" }],
  ["2026-11-20T07:30:00.123456Z", { known: "moment", at: "2026-11-20T07:30:00Z" }],
  ["2026-11-20 07:30:00 +0100", { known: "moment", at: "2026-11-20T07:30:00+01:00" }],
  ["2026-11-20 07:30", { known: "local", local: "2026-11-20T07:30:00" }],
  ["2026-11-20", { known: "day", day: "2026-11-20" }],
  ["2026-02-30", undefined],
  ["2026-11-20T25:00:00Z", undefined],
  ["2026-11-20T25:00:00", undefined],
  ["2026-11-20T07:30:00+99:00", undefined],
  ["20.11.2026", undefined],
  ["2026-11", undefined],
  ["", undefined],
])("%s is read as it stands", (text, expected) => {
  expect(readWhen(text)).toEqual(expected);
});

test("a time between two moments is the middle, as far off as a uniform spread is", () => {
  expect(readBetween("2026-11-20T07:00:00+01:00", "2026-11-20T08:00:00+01:00")).toEqual({
    known: "moment",
    at: "2026-11-20T07:30:00+01:00",
    minutesOff: 17, // 60 / √12
  });
  expect(readBetween("2026-11-20T08:00:00Z", "2026-11-20T07:00:00Z")).toBeUndefined();
  expect(readBetween("2026-11-01T08:00:00Z", "2026-11-20T07:00:00Z")).toBeUndefined();
});

test.each([
  ["2026-07-01T12:00:00", "Europe/Berlin", "2026-07-01T12:00:00+02:00"],
  ["2026-12-01T12:00:00", "Europe/Berlin", "2026-12-01T12:00:00+01:00"],
  ["2026-12-01T12:00:00", "Asia/Kathmandu", "2026-12-01T12:00:00+05:45"],
  ["2026-12-01T12:00:00", "Pacific/Kiritimati", "2026-12-01T12:00:00+14:00"],
  ["2026-12-01T12:00:00", "UTC", "2026-12-01T12:00:00+00:00"],
  ["2026-12-01T12:00:00", "-03:30", "2026-12-01T12:00:00-03:30"],
  ["2026-12-01T12:00:00", "Mars/Olympus", undefined],
  // clocks went from 02:00 to 03:00
  ["2026-03-29T02:30:00", "Europe/Berlin", undefined],
])("%s in %s is %s", (local, zone, expected) => {
  expect(momentIn(local, zone)).toBe(expected);
});

test("later moments keep their offset", () => {
  const minutes = fc.integer({ min: 0, max: 1e6 });
  const offset = fc.constantFrom("Z", "+01:00", "-09:30", "+14:00");
  fc.assert(
    fc.property(minutes, offset, (span, zone) => {
      const at = `2026-11-20T07:30:00${zone}`;
      const then = later(at, span);
      expect(millisecondsOf(then) - millisecondsOf(at)).toBe(span * 60_000);
      expect(then.endsWith(zone)).toBe(true);
    }),
    { seed: 1 },
  );
});

test("an age counts birthdays", () => {
  expect(yearsBetween("1981-02-14", "2026-02-13")).toBe(44);
  expect(yearsBetween("1981-02-14", "2026-02-14")).toBe(45);
  expect(yearsBetween("2027-01-01", "2026-11-20")).toBeUndefined();
});
