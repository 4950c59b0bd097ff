/** What people type of a molecule, read or refused with a sentence. */
import { describe, expect, test } from "vitest";
import { readChemistNumber, readPKas, type NumberKey } from "./chemist-text";

test.each<[NumberKey, string, number]>([
  ["molarMassGPerMol", "325.8", 325.8],
  ["molarMassGPerMol", "0.3258 kg/mol", 325.8],
  ["fup", "3 %", 0.03],
  ["fup", "0,03", 0.03],
  ["logP", "−0.5", -0.5],
  // 3 mL/min/kg is 0.18 L/h/kg, in 73 kg
  ["CLLPerH", "3 mL/min/kg", 13.14],
  ["CLLPerH", "200 mL/min", 12],
  ["Peff", "2", 2],
  ["Peff", "2e-4 cm/s", 2],
  ["Peff", "2 x 10^-4 cm/s", 2],
  ["Papp", "12", 12],
  ["dissolvedInMin", "0.5 h", 30],
  ["solubilityMgPerML", "40 µg/mL", 0.04],
])("%s as “%s” is %s", (key, text, value) => {
  const read = readChemistNumber(text, key);
  expect(read.ok && read.value).toBeCloseTo(value, 9);
});

test("a clearance of hepatocytes may name its cells, one of microsomes its protein", () => {
  for (const text of [
    "5",
    "5 µL/min/10^6 cells",
    "5 µL/min/million cells",
    "0.005 mL/min/10⁶ cells",
  ]) {
    expect(readChemistNumber(text, "CLint", "hepatocytes")).toEqual({ ok: true, value: 5 });
  }
  expect(readChemistNumber("0.012 mL/min/mg", "CLint", "microsomes")).toEqual({
    ok: true,
    value: 12,
  });
});

test("what is empty is not known", () => {
  expect(readChemistNumber("  ", "fup")).toEqual({ ok: true, value: undefined });
  expect(readPKas("")).toEqual({ ok: true, value: [] });
});

describe("is refused", () => {
  test.each<[NumberKey, string, RegExp]>([
    [
      "fup",
      "0",
      /^Nothing unbound would mean that nothing leaves the plasma.*above 0 and at most 1/,
    ],
    ["fup", "1.2", /^It must be above 0 and at most 1\.$/],
    ["fup", "-0.1", /^It must be above 0/],
    ["fup", "much", /^Type a number, or leave it empty/],
    ["molarMassGPerMol", "0", /^A molecule has a mass\. It must be from 1 to/],
    ["molarMassGPerMol", "300 mg/L", /^“mg\/L” cannot be converted to g\/mol\.$/],
    ["logP", "2 L", /^It has no unit/],
    ["CLLPerH", "5 mg", /^“mg” cannot be converted to L\/h\.$/],
    ["CLLPerH", "0", /choose “not metabolised”/],
    ["Peff", "0", /choose “not swallowed”/],
    ["bloodPlasmaRatio", "0.1", /^It must be from 0\.3 to 100\.$/],
    ["CLLPerH", "12 furlongs", /^“furlongs” cannot be converted/],
  ])("%s as “%s”", (key, text, message) => {
    expect(readChemistNumber(text, key)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });
});

describe("pKa values", () => {
  test.each([
    ["4.5", [4.5]],
    ["4.5, 9.1", [4.5, 9.1]],
    ["4.5; 9.1", [4.5, 9.1]],
    ["4,5; 9,1", [4.5, 9.1]],
    ["2 4 9", [2, 4, 9]],
  ])("“%s” are read", (text, value) => {
    expect(readPKas(text)).toEqual({ ok: true, value });
  });

  test.each([
    ["9.1; 4.5", /^Write the smaller pKa first: 4\.5 comes before 9\.1\.$/],
    ["25", /^A pKa of 25 cannot be/],
    ["acid", /^Type pKa values such as/],
    ["1 2 3 4 5", /^At most 4/],
  ])("“%s” are refused", (text, message) => {
    expect(readPKas(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
