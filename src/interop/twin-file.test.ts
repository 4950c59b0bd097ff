/** The twin file: what is read is what was written, and what is wrong is refused by name. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { measurements, type Measurable, type Twin } from "../pharmacology/twin/twin";
import { checkTwin, looksLikeTwin, parseTwin, writeTwin } from "./twin-file";

const twin: Twin = {
  perfuseTwin: 1,
  name: "A person",
  facts: { sex: "female", age: { years: 61, on: "2026-11-20" }, heightCm: 164 },
  drugs: ["vancomycin"],
  events: [
    {
      kind: "dose",
      id: "1",
      at: "2026-11-19T08:00:00+01:00",
      drug: "vancomycin",
      route: "iv",
      amountMg: 1000,
      overHours: 1,
      everyHours: 12,
      count: 3,
    },
    { kind: "level", id: "2", at: "2026-11-20T07:30:00+01:00", drug: "vancomycin", mgPerL: 14.2 },
    {
      kind: "measured",
      id: "3",
      at: "2026-11-19T07:00:00+01:00",
      what: "creatinine",
      value: 1.1,
    },
  ],
};

function refusal(
  change: unknown,
): readonly [code: string | undefined, subject: string | undefined] {
  const checked = checkTwin(change);
  if (checked.ok) throw new Error("was accepted");
  return [checked.problems[0]?.code, checked.problems[0]?.subject];
}

test("what was written is read back", () => {
  expect(parseTwin(writeTwin(twin))).toEqual({ ok: true, value: twin });
  expect(looksLikeTwin(writeTwin(twin))).toBe(true);
  expect(looksLikeTwin('{ "perfuse": 1 }')).toBe(false);
});

const millisecondsOfYears = fc.integer({ min: 0, max: 4e12 });
const anyTwin = fc.record({
  perfuseTwin: fc.constant(1 as const),
  name: fc.string({ minLength: 1, maxLength: 60 }),
  facts: fc.record(
    {
      sex: fc.constantFrom("male" as const, "female" as const),
      heightCm: fc.double({ min: 30, max: 250, noNaN: true }),
    },
    { requiredKeys: [] },
  ),
  drugs: fc.constant(["digoxin"]),
  events: fc.uniqueArray(
    fc.record({
      kind: fc.constant("level" as const),
      id: fc.string({ minLength: 1, maxLength: 20 }),
      at: millisecondsOfYears.map((ms) => new Date(ms).toISOString()),
      drug: fc.constant("digoxin"),
      mgPerL: fc.double({ min: 1e-9, max: 1e3, noNaN: true }),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  ),
});

test("any twin survives being written and read", () => {
  fc.assert(
    fc.property(anyTwin, (any) => {
      expect(parseTwin(writeTwin(any))).toEqual({ ok: true, value: any });
    }),
  );
});

test("what is wrong is refused by name", () => {
  const [dose, level, measured] = twin.events;
  expect(refusal({ ...twin, perfuseTwin: 2 })).toEqual(["newer-version", "the twin file"]);
  expect(refusal({ perfuse: 1 })).toEqual(["not-a-twin", "the twin file"]);
  expect(refusal({ ...twin, mood: 1 })).toEqual(["unknown-key", "mood"]);
  expect(refusal({ ...twin, drugs: [] })).toEqual(["bad-value", "events[0].drug"]);
  expect(refusal({ ...twin, events: [level, level] })).toEqual(["bad-value", "events[1].id"]);
  expect(refusal({ ...twin, events: [{ ...dose, everyHours: undefined }] })).toEqual([
    "bad-value",
    "events[0].everyHours",
  ]);
  expect(refusal({ ...twin, events: [{ ...level, at: "2026-02-30T07:30:00Z" }] })).toEqual([
    "bad-value",
    "events[0].at",
  ]);
  expect(refusal({ ...twin, events: [{ ...level, at: "2026-02-20T07:30:00" }] })).toEqual([
    "bad-value",
    "events[0].at",
  ]);
  expect(refusal({ ...twin, events: [{ ...level, mgPerL: 0 }] })).toEqual([
    "bad-value",
    "events[0].mgPerL",
  ]);
  expect(refusal({ ...twin, events: [{ ...measured, value: 400 }] })).toEqual([
    "bad-value",
    "events[0].value",
  ]);
  expect(refusal({ ...twin, facts: { genes: { CYP2D6: "*1/*9999" } } })[0]).toBe("unknown-allele");
});

test("every measurement has limits that hold something", () => {
  for (const what of Object.keys(measurements) as Measurable[]) {
    expect(measurements[what].least).toBeLessThan(measurements[what].most);
  }
});
