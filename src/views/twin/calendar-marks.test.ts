import { expect, test } from "vitest";
import { calendarMarks } from "./calendar-marks";

const marks = (hours: number, most: number, offsetMinutes = 60) =>
  calendarMarks({
    originMs: Date.parse("2026-11-19T08:00:00+01:00"),
    offsetMinutes,
    fromHours: 0,
    untilHours: hours,
    title: "Local time",
  })(most);

test("days begin at the midnights of the clock, not of UTC", () => {
  const { major } = marks(72, 5);
  expect(major).toEqual([
    { at: 16, label: "20 Nov" },
    { at: 40, label: "21 Nov" },
    { at: 64, label: "22 Nov" },
  ]);
});

test("hours of one day are told by the clock", () => {
  expect(marks(12, 5).major.map(({ label }) => label)).toEqual([
    "09:00",
    "12:00",
    "15:00",
    "18:00",
  ]);
});

test("there are never more than have room", () => {
  for (const hours of [1, 7, 30, 100, 500, 1440]) {
    for (const most of [3, 6, 15]) {
      expect(marks(hours, most).major.length).toBeLessThanOrEqual(most + 1);
    }
  }
});
