/** Odd numbers are named, each with its reason; a sound drug has none but notes. */
import { describe, expect, test } from "vitest";
import { shippedDrugs } from "../drugs/library";
import type { ChemistNumbers } from "./chemist";
import { flagsOf, type Found } from "./flags";
import { drugFrom } from "./make-drug";

const sound: ChemistNumbers = {
  name: "Mine",
  id: "mine",
  molarMassGPerMol: 300,
  logP: 2,
  acidPKa: [],
  basePKa: [8],
  fup: 0.2,
  bloodPlasmaRatio: 0.9,
  partition: "rodgers-rowland",
  clearance: { from: "microsomes", CLint: 10, fuMic: 0.8 },
  enzyme: "unspecific",
  renal: { from: "filtration", share: 1 },
  permeability: { from: "jejunum", Peff: 2 },
  dissolvedInMin: 30,
  solubilityMgPerML: 1,
};
const found: Found = { vssL: 100, F: 0.5, tHalfH: 6, untilHours: 24 };

function codes(typed: Partial<ChemistNumbers>, also: Partial<Found> = {}): string[] {
  const made = drugFrom({ ...sound, ...typed });
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return flagsOf(made.value.drug, { ...found, ...also }).map(({ code }) => code);
}

test("a sound drug has no flag", () => {
  expect(codes({})).toEqual([]);
});

describe("a number that looks odd", () => {
  test.each<[string, Partial<ChemistNumbers>, Partial<Found>]>([
    ["large-molecule", { molarMassGPerMol: 1400 }, {}],
    ["lipophilicity-out-of-range", { logP: 8 }, {}],
    ["pKa-outside", { acidPKa: [12] }, {}],
    ["pKa-outside", { basePKa: [1.5, 8] }, {}],
    ["uncharged", { basePKa: [] }, {}],
    ["unlimited-solubility", { solubilityMgPerML: undefined }, {}],
    ["logP-against-logD", { logD: 3.5 }, {}],
    ["permeability-out-of-range", { permeability: { from: "jejunum", Peff: 40 } }, {}],
    ["permeability-out-of-range", { permeability: { from: "Caco-2", Papp: 1e-5 } }, {}],
    ["bound-in-microsomes", { clearance: { from: "microsomes", CLint: 10, fuMic: 0.004 } }, {}],
    ["below-plasma-alone", { bloodPlasmaRatio: 0.45 }, {}],
    ["hardly-unbound", { fup: 0.0004 }, {}],
    ["limited-by-flow", { clearance: { from: "microsomes", CLint: 4000, fuMic: 1 } }, {}],
    ["more-than-filtered", { renal: { from: "filtration", share: 3 } }, {}],
    ["above-kidney-flow", { renal: { from: "clearance", CLLPerH: 60 } }, {}],
    ["volume-below-plasma", {}, { vssL: 1.5 }],
    ["volume-beyond-belief", {}, { vssL: 9000 }],
    ["more-than-given", {}, { F: 1.3 }],
    ["hardly-arrives", {}, { F: 0.004 }],
    ["longer-than-seen", {}, { tHalfH: 20 }],
  ])("is flagged as %s", (code, typed, also) => {
    expect(codes(typed, also)).toContain(code);
  });

  test("is flagged where nothing at all clears a drug", () => {
    const made = drugFrom({ ...sound, clearance: { from: "none" } });
    if (!made.ok) throw new Error("refused");
    const drug = { ...made.value.drug, excretion: {} };
    expect(flagsOf(drug, found)[0]).toMatchObject({ code: "no-way-out", weight: "wrong" });
  });

  test("names the number and says it", () => {
    const made = drugFrom({ ...sound, bloodPlasmaRatio: 0.45 });
    expect(made.ok && flagsOf(made.value.drug, found)[0]).toMatchObject({
      weight: "wrong",
      subject: "Blood:plasma ratio",
      message: expect.stringMatching(/^0\.45 is less than plasma alone would make \(0\.545,/),
    });
  });
});

test("no shipped drug has a number that cannot be", () => {
  const wrong = shippedDrugs.flatMap((drug) =>
    flagsOf(drug, { untilHours: 24 })
      .filter(({ weight }) => weight === "wrong")
      .map(({ code }) => `${drug.id}: ${code}`),
  );
  expect(wrong).toEqual([]);
});
