/** Pasted tables of levels: read in any order of columns, asked where a cell is open. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLevelsTable } from "./levels-csv";
import { answered, codeOf, onlyQuestion, reading, understood } from "./reading-for-tests";

const read = (text: string) => readLevelsTable(text, reading);
const one = { kind: "level", drug: "vancomycin", mgPerL: 14.2, at: "2026-11-02T08:00:00+01:00" };

describe("tables", () => {
  test.each([
    ["time,drug,value,unit\n2026-11-02T08:00:00+01:00,Vancomycin,14.2,mg/L"],
    ["Unit\tValue\tDrug\tTime\nµg/mL\t14.2\tvancomycin\t2026-11-02 08:00 +01:00\n"],
    ["Date/time;Substance;Concentration [mg/L]\r\n2026-11-02T08:00:00+01:00;Vancomycin;14,2\r\n"],
    ['time,drug,value,unit\n"2026-11-02T08:00:00+01:00","Vancomycin","14.2","mg/L"'],
    ["2026-11-02T08:00:00+01:00,vancomycin,14200,ng/mL"],
    ["\uFEFF# my levels\nvancomycin;2026-11-02T08:00:00+01:00;14,2;mg/L"],
  ])("%j", (text) => {
    const { events, drugs, questions } = understood(read(text));
    expect(questions).toEqual([]);
    expect(events).toMatchObject([one]);
    expect(drugs).toEqual(["vancomycin"]);
  });

  test("below a limit is kept as below", () => {
    const { events } = understood(
      read("time,drug,value,unit\n2026-11-02T08:00:00Z,digoxin,<0.3,µg/L"),
    );
    expect(events).toMatchObject([{ mgPerL: 0.0003, isBelow: true }]);
  });

  test.each([
    [
      "an unknown drug",
      "2026-11-02T08:00:00+01:00,Vancocin,14.2,mg/L",
      { kind: "drug", value: "vancomycin" },
    ],
    ["no unit", "2026-11-02T08:00:00+01:00,vancomycin,14.2,", { kind: "unit", value: "mg/L" }],
    [
      "a strange unit",
      "2026-11-02T08:00:00+01:00,vancomycin,14.2,U",
      { kind: "unit", value: "µg/mL" },
    ],
    ["no offset", "2026-11-02 08:00,vancomycin,14.2,mg/L", { kind: "zone", zone: "Europe/Berlin" }],
    [
      "a day only",
      "2026-11-02,vancomycin,14.2,mg/L",
      { kind: "time", time: "08:00", zone: "+01:00" },
    ],
    [
      "no time",
      ",vancomycin,14.2,mg/L",
      { kind: "moment", day: "2026-11-02", time: "08:00", zone: "+01:00" },
    ],
    [
      "a value that cannot be",
      "2026-11-02T08:00:00+01:00,vancomycin,14200000,mg/L",
      { kind: "amount", value: 14.2 },
    ],
  ] as const)("%s is asked", (_name, row, answer) => {
    const first = understood(read(`time,drug,value,unit\n${row}`));
    expect(first.events).toEqual([]);
    expect(onlyQuestion(first).kind).toBe(answer.kind);
    expect(answered(first, answer).events).toMatchObject([one]);
  });

  test("0 is below something, and below what is asked", () => {
    const first = understood(read("time,drug,value,unit\n2026-11-02T08:00:00Z,digoxin,0,µg/L"));
    expect(onlyQuestion(first).text).toContain("Below which concentration");
    expect(answered(first, { kind: "amount", value: 0.0003 }).events).toMatchObject([
      { mgPerL: 0.0003, isBelow: true },
    ]);
  });

  test("rows that say nothing are said, and equal rows are one", () => {
    const row = "2026-11-02T08:00:00+01:00,vancomycin,14.2,mg/L";
    const { events, ignored } = understood(
      read(
        `time,drug,value,unit\n${row}\n${row}\n,,5,\n2026-11-02,digoxin,n/a,\n11/02/26,digoxin,1,mg/L`,
      ),
    );
    expect(events).toHaveLength(1);
    expect(ignored.map(({ why }) => why).toSorted()).toEqual([
      "has a time that is not written as 2026-11-20 07:30",
      "has no number",
      "names no drug",
      "the same is in the file twice",
    ]);
  });
});

describe("what is refused", () => {
  test.each([
    ["empty-file", ""],
    ["empty-file", "\n\n# nothing\n"],
    ["no-columns", "hello world"],
    ["no-columns", "a,b,c\n1,2,3"],
    ["not-text", "time,drug\0,value"],
    ["too-many-columns", `time,drug,value${",x".repeat(2000)}\n`],
    ["too-many-rows", `time,drug,value\n${"a,b,1\n".repeat(1_000_001)}`],
    ["long-text", `time,drug,value\n${"x".repeat(1_100_000)}`],
  ])("%s", (code, text) => expect(codeOf(read(text))).toBe(code));
});

test("what is written as a table is read back, whatever the numbers", () => {
  const row = fc.record({
    minutes: fc.integer({ min: 0, max: 1e6 }),
    mgPerL: fc.double({ min: 0.001, max: 9999, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ({ minutes }) => minutes, minLength: 1, maxLength: 20 }),
      (rows) => {
        const lines = rows.map(({ minutes, mgPerL }) => {
          const at = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000).toISOString();
          return `${at},caffeine,${mgPerL},mg/L`;
        });
        const { events } = understood(read(`time,drug,value,unit\n${lines.join("\n")}`));
        const found = events.map((event) => (event.kind === "level" ? event.mgPerL : Number.NaN));
        const sorted = rows.toSorted((a, b) => a.minutes - b.minutes);
        // six digits are kept
        expect(found).toEqual(sorted.map(({ mgPerL }) => Number(mgPerL.toPrecision(6))));
      },
    ),
    { seed: 1 },
  );
});
