/** Twins of every kind that the schema allows, for properties that hold for all of them. */
import fc from "fast-check";
import { measurements, type Twin, type TwinEvent } from "../../src/pharmacology/twin/twin";

const moment = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
const aText = (most: number) => fc.string({ minLength: 1, maxLength: most, unit: "grapheme" });
const positive = fc.double({ min: 1e-9, max: 1e3, noNaN: true });

const happened = { id: aText(10), at: moment };
const more = { minutesOff: fc.integer({ min: 0, max: 1440 }), source: aText(20) };

const dose = fc.record(
  {
    kind: fc.constant("dose" as const),
    ...happened,
    drug: fc.constant("digoxin"),
    route: fc.constant("oral" as const),
    amountMg: positive,
    ...more,
    everyHours: fc.double({ min: 0.1, max: 100, noNaN: true }),
    count: fc.integer({ min: 1, max: 10_000 }),
    fed: fc.boolean(),
    taken: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: ["kind", "id", "at", "drug", "route", "amountMg", "everyHours"] },
);

const level = fc.record(
  {
    kind: fc.constant("level" as const),
    ...happened,
    drug: fc.constant("digoxin"),
    mgPerL: positive,
    ...more,
    isBelow: fc.boolean(),
  },
  { requiredKeys: ["kind", "id", "at", "drug", "mgPerL"] },
);

const measured = fc.record({
  kind: fc.constant("measured" as const),
  ...happened,
  what: fc.constant("weight" as const),
  value: fc.double({ min: measurements.weight.least, max: measurements.weight.most, noNaN: true }),
});

const illness = fc.record(
  {
    kind: fc.constant("illness" as const),
    ...happened,
    what: fc.constantFrom("liver" as const, "other" as const),
    note: aText(80),
  },
  { requiredKeys: ["kind", "id", "at", "what"] },
);

export const anyTwin: fc.Arbitrary<Twin> = fc
  .record({
    perfuseTwin: fc.constant(1 as const),
    name: aText(50),
    facts: fc.record(
      {
        sex: fc.constantFrom("male" as const, "female" as const),
        heightCm: fc.double({ min: 30, max: 250, noNaN: true }),
        age: fc.record({
          years: fc.double({ min: 0, max: 110, noNaN: true }),
          on: fc.constantFrom("2026-11-20", "1999-01-31"),
        }),
      },
      { requiredKeys: [] },
    ),
    drugs: fc.constant(["digoxin"]),
    events: fc.uniqueArray(fc.oneof(dose, level, measured, illness), {
      selector: ({ id }) => id,
      maxLength: 8,
    }),
  })
  .map((twin): Twin => ({ ...twin, events: twin.events as TwinEvent[] }));
