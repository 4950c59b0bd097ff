import { expect, test } from "vitest";
import { addedTo, breakpoints, totalGiven, type Given } from "./timeline";

const clock = (atHours: number, untilHours: number) => ({
  atHours,
  untilHours,
  state: 3,
  forcing: 1,
});

/** What a clock's state shows at a moment, walked from breakpoint to breakpoint. */
function shownAt(given: Given, hours: number): number {
  let [shown, running, at] = [0, 0, 0];
  for (const stop of breakpoints(given).filter(({ atHours }) => atHours <= hours)) {
    shown += running * (stop.atHours - at);
    at = stop.atHours;
    for (const { state, amount } of stop.additions) if (state === 3) shown += amount;
    for (const { forcing, value } of stop.forcings) if (forcing === 1) running = value;
  }
  return shown + running * (hours - at);
}

test("a clock counts the hours since it was set, and stands where it was stopped", () => {
  const given = { additions: [], rates: [], clocks: [clock(2, 5)] };
  expect([1, 2, 3.5, 5, 9].map((hours) => shownAt(given, hours))).toEqual([0, 0, 1.5, 3, 3]);
});

test("a clock that is set again begins anew, whether it still ran or not", () => {
  const given = { additions: [], rates: [], clocks: [clock(1, 4), clock(3, 6), clock(10, 13)] };
  const expected = [1.5, 0, 2, 3, 3, 0, 2];
  expect([2.5, 3, 5, 6, 9, 10, 12].map((hours) => shownAt(given, hours))).toEqual(expected);
});

test("what a clock counts is nothing that is given", () => {
  const given = {
    additions: [{ atHours: 0, state: 0, amount: 5 }],
    rates: [{ atHours: 1, untilHours: 3, forcing: 0, rate: 2 }],
    clocks: [clock(0, 4), clock(6, 10)],
  };
  expect(totalGiven(given, 24)).toBe(9);
});

test("setting a clock back is an addition to its state", () => {
  const once = {
    additions: [{ atHours: 0, state: 7, amount: 5 }],
    rates: [],
    clocks: [clock(0, 4)],
  };
  expect(addedTo(once)).toEqual([7]);
  expect(addedTo({ ...once, clocks: [clock(0, 4), clock(6, 10)] })).toEqual([3, 7]);
});
