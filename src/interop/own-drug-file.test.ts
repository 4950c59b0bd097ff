/** Drugs in files: what is written is read back, and what is none is refused by name. */
import { describe, expect, test } from "vitest";
import { shippedDrugs } from "../pharmacology/drugs/library";
import type { ChemistNumbers } from "../pharmacology/own-drug/chemist";
import { isAsTyped } from "../pharmacology/own-drug/draws";
import { drugFrom } from "../pharmacology/own-drug/make-drug";
import { looksLikeDrug, parseDrug, writeDrug } from "./own-drug-file";

const typed: ChemistNumbers = {
  name: "Mine",
  id: "mine",
  molarMassGPerMol: 312.4,
  logP: 2.71828,
  acidPKa: [4.4],
  basePKa: [],
  partition: "schmitt",
  clearance: { from: "microsomes", CLint: 12.3 },
  enzyme: "CYP2C9",
};

function mine() {
  const made = drugFrom(typed);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.value.drug;
}

test("a drug that was made here comes back the same, and is still as it was typed", () => {
  const read = parseDrug(writeDrug(mine()));
  expect(read).toEqual({ ok: true, value: JSON.parse(JSON.stringify(mine())) });
  expect(read.ok && writeDrug(read.value)).toBe(writeDrug(mine()));
  expect(read.ok && isAsTyped(read.value)).toBe(true);
});

test.each(shippedDrugs)("$id comes back the same", (drug) => {
  expect(parseDrug(writeDrug(drug))).toEqual({ ok: true, value: drug });
});

describe("is refused", () => {
  const changed = (part: object) => JSON.stringify({ ...mine(), ...part });
  test.each<[string, string, string, RegExp]>([
    ["nothing", "", "empty-file", /is empty/],
    ["a study", '{"perfuse": 1}', "not-a-drug", /"perfuseDrug": 1 is missing/],
    [
      "a newer format",
      changed({ perfuseDrug: 2 }),
      "newer-version",
      /format 2; this Perfuse reads/,
    ],
    ["an unknown key", changed({ colour: "blue" }), "unknown-key", /not a key/],
    ["an unknown key of what was typed", changed({ own: { seen: 1 } }), "unknown-key", /not a key/],
    [
      "a clearance from nowhere",
      changed({ own: { typed: { ...typed, clearance: { from: "tea leaves" } } } }),
      "bad-value",
      /must be from microsomes/,
    ],
    [
      "nothing unbound in what was typed",
      changed({ own: { typed: { ...typed, fup: 0 } } }),
      "bad-value",
      /must be above 0/,
    ],
    [
      "a range that ends below its begin",
      changed({ own: { ranges: { fup: [0.5, 0.1] } } }),
      "bad-value",
      /must not end below/,
    ],
  ])("%s", (_, text, code, message) => {
    expect(parseDrug(text)).toMatchObject({
      ok: false,
      problems: [{ code, message: expect.stringMatching(message) }],
    });
  });
});

test("a file is looked at as a drug by its key, not by its name", () => {
  expect(looksLikeDrug(writeDrug(mine()))).toBe(true);
  expect(looksLikeDrug('{"perfuse": 1, "drugs": []}')).toBe(false);
  expect(looksLikeDrug("[]")).toBe(false);
  expect(looksLikeDrug("{")).toBe(false);
});
