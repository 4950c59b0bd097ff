import { describe, expect, test } from "vitest";
import { convert, toInternal } from "./convert";
import { printDimension } from "./dimension";
import { parseUnit, unitOf } from "./parse";

describe("units", () => {
  test.each([
    ["mg/L", "ng/mL", 1000],
    ["L/min", "L/h", 60],
    ["mL/min/kg", "L/h/kg", 0.06],
    ["cm/min", "dm/h", 6],
    ["cm^2", "dm^2", 0.01],
    ["µM", "nmol/L", 1000],
    ["1/min", "1/h", 60],
    ["%", "fraction", 0.01],
    ["m*m", "cm^2", 1e4],
  ])("1 %s in %s is a known number", (from, to, expected) => {
    expect(convert(1, from, to) / expected).toBeCloseTo(1, 14);
  });

  test("u stands for µ, in both of its code points", () => {
    expect(unitOf("ug/mL")).toEqual(unitOf("µg/mL"));
    expect(unitOf("\u03bcg")).toEqual(unitOf("µg"));
    expect(toInternal(2, "ug/mL")).toBeCloseTo(2, 12);
  });

  test("an unknown unit is named in the answer", () => {
    expect(parseUnit("mg/furlong")).toEqual({
      ok: false,
      message: '"furlong" is not a known unit',
    });
    expect(parseUnit("constructor")).toMatchObject({ ok: false });
    expect(parseUnit("")).toMatchObject({ ok: false });
  });

  test("units of different things are not converted", () => {
    expect(() => convert(1, "mg", "L")).toThrow('"mg" (mg) cannot be written in "L" (L)');
  });

  test("dimensions are printed in internal units", () => {
    expect(printDimension(unitOf("g/dL/s").dimension)).toBe("mg/L/h");
    expect(printDimension(unitOf("1/h").dimension)).toBe("1/h");
    expect(printDimension(unitOf("fraction").dimension)).toBe("1");
  });
});
