import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartCsv, tableTimes } from "./chart-table";

describe("the rows of a table", () => {
  test("fall on round times and hold both ends", () => {
    const times = tableTimes(0, 24);
    expect(times.slice(0, 3)).toEqual([0, 0.5, 1]);
    expect(times).toHaveLength(49);
    expect(times.at(-1)).toBe(24);
  });

  test("are never more than asked for, and rise", () => {
    const span = fc.double({ min: 0.01, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(span, fc.double({ min: -50, max: 50, noNaN: true }), (length, from) => {
        const times = tableTimes(from, from + length);
        expect(times.length).toBeLessThanOrEqual(60);
        expect(times[0]).toBe(from);
        expect(times.at(-1)).toBe(from + length);
        for (const [index, time] of times.entries()) {
          expect(time).toBeGreaterThan(times[index - 1] ?? Number.NEGATIVE_INFINITY);
        }
      }),
    );
  });

  test("of a single moment are one", () => expect(tableTimes(3, 3)).toEqual([3]));
});

describe("the file of a chart", () => {
  const data = {
    times: Float64Array.of(0, 0.5),
    unit: "mg/L",
    series: [
      { id: "p", name: "Plasma", colour: "red", values: Float64Array.of(0.1, Number.NaN) },
      { id: "x", name: '=cmd|"x"', colour: "red", values: Float64Array.of(-2e-9, 3) },
    ],
    observed: [
      {
        id: "o",
        name: "Lee, 2001",
        marker: "circle" as const,
        points: [[1, 0.25, 0.1] as const, [2, 0.125] as const],
      },
    ],
  };

  test("has a row for every number, none for gaps, and no text that a spreadsheet would run", () => {
    expect(chartCsv(data).split("\n")).toEqual([
      "kind,series,time_h,value,sd,unit",
      "simulated,Plasma,0,0.1,,mg/L",
      `simulated,"'=cmd|""x""",0,-2e-9,,mg/L`,
      `simulated,"'=cmd|""x""",0.5,3,,mg/L`,
      'observed,"Lee, 2001",1,0.25,0.1,mg/L',
      'observed,"Lee, 2001",2,0.125,,mg/L',
      "",
    ]);
  });
});
