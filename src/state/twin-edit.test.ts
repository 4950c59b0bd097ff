import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTwin } from "../interop/twin-file";
import { millisecondsOf, type Twin } from "../pharmacology/twin/twin";
import {
  emptyTwin,
  singleDoses,
  withCondition,
  withDrug,
  withEvents,
  withFacts,
  withGene,
  withMeasurement,
  withoutDrug,
  withoutOne,
} from "./twin-edit";

const at = "2026-11-19T08:00:00+01:00";
const nowMs = Date.parse("2026-11-21T08:00:00+01:00");
const infusions: Twin = withEvents(emptyTwin("Somebody"), [
  { kind: "dose", at, drug: "vancomycin", route: "iv", amountMg: 1000, everyHours: 12, count: 4 },
  { kind: "level", at: "2026-11-20T07:30:00+01:00", drug: "vancomycin", mgPerL: 12 },
]);

test("events come in with ids of their own, in order of time, and bring their drug", () => {
  const twin = withEvents(infusions, [
    { kind: "level", at: "2026-11-18T07:30:00+01:00", drug: "digoxin", mgPerL: 0.001 },
  ]);
  expect(twin.events.map(({ id }) => id)).toEqual(["e3", "e1", "e2"]);
  expect(twin.drugs).toEqual(["vancomycin", "digoxin"]);
  expect(checkTwin(twin).ok).toBe(true);
});

test("what is said to be nothing is open again, and leaves no key", () => {
  const twin = withFacts(withGene(withFacts(infusions, { sex: "male" }), "CYP2D6", "PM"), {
    sex: undefined,
  });
  expect(withGene(twin, "CYP2D6", "").facts).toEqual({});
});

test("a measurement is changed in place, and taken back", () => {
  const one = withMeasurement(infusions, "weight", 70, at);
  const two = withMeasurement(one, "weight", 72, "2026-11-20T08:00:00+01:00");
  const weights = two.events.filter(({ kind }) => kind === "measured");
  expect(weights).toEqual([expect.objectContaining({ value: 72, at })]);
  expect(withMeasurement(two, "weight", undefined, at).events).toHaveLength(2);
});

test("a condition takes the place of the one before, and goes", () => {
  const ill = withCondition(infusions, { kind: "liver", hepatic: "B" }, nowMs);
  const worse = withCondition(ill, { kind: "liver", hepatic: "C" }, nowMs);
  expect(worse.events.filter(({ kind }) => kind === "illness")).toHaveLength(1);
  expect(withCondition(worse, { kind: "liver", hepatic: "normal" }, nowMs).events).toHaveLength(2);
});

test("a drug that comes first stays with its events, one that leaves takes them along", () => {
  const twin = withDrug(infusions, "digoxin");
  expect(twin.drugs).toEqual(["digoxin", "vancomycin"]);
  expect(withoutDrug(twin, "vancomycin")).toMatchObject({ drugs: ["digoxin"], events: [] });
});

describe("one of several doses", () => {
  const times = (twin: Twin) => singleDoses(twin, "vancomycin").map(({ atMs }) => atMs);

  test("is left out, and the others stay where they were", () => {
    const before = times(infusions);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), (index) => {
        const [dose] = singleDoses(infusions, "vancomycin").slice(index);
        if (!dose) throw new Error("no such dose");
        const changed = withoutOne(infusions, dose);
        expect(times(changed)).toEqual(before.filter((_, i) => i !== index));
        expect(checkTwin(changed).ok).toBe(true);
      }),
    );
  });

  test("is moved, and nothing else is", () => {
    const [, second] = singleDoses(infusions, "vancomycin");
    if (!second) throw new Error("no second dose");
    const moved = times(withoutOne(infusions, second, -1));
    const hour = 3_600_000;
    expect(moved).toEqual(times(infusions).map((ms, i) => (i === 1 ? ms - hour : ms)));
  });

  test("keeps its clock's offset", () => {
    const [, second] = singleDoses(infusions, "vancomycin");
    if (!second) throw new Error("no second dose");
    const ats = withoutOne(infusions, second, 1).events.map((event) => event.at.slice(19));
    expect(new Set(ats)).toEqual(new Set(["+01:00"]));
    expect(millisecondsOf(at)).toBe(Date.parse(at));
  });
});
