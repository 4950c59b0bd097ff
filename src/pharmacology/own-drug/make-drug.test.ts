/** What becomes of what was typed, and of what was not. */
import { describe, expect, test } from "vitest";
import type { ChemistNumbers } from "./chemist";
import { drawDrugs, isAsTyped, oneAtATime } from "./draws";
import { drugAt, drugFrom, type MadeDrug } from "./make-drug";
import { numberAt } from "./numbers";
import { arterialShare, hepaticClearance, reference } from "./scaling";
import { inTheMiddle } from "./unknowns";

const nothing: ChemistNumbers = {
  name: "Mine",
  id: "mine",
  acidPKa: [],
  basePKa: [],
  partition: "rodgers-rowland",
  enzyme: "unspecific",
};

const everything: ChemistNumbers = {
  ...nothing,
  molarMassGPerMol: 300,
  logP: 2,
  fup: 0.2,
  bloodPlasmaRatio: 0.9,
  clearance: { from: "microsomes", CLint: 10, fuMic: 0.8 },
  renal: { from: "filtration", share: 1 },
  permeability: { from: "jejunum", Peff: 2 },
  dissolvedInMin: 30,
};

function made(typed: ChemistNumbers): MadeDrug {
  const outcome = drugFrom(typed);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

describe("what was typed", () => {
  test("is given, and nothing is missing", () => {
    const { drug, unknowns } = made(everything);
    expect(unknowns).toEqual([]);
    expect(drug.fup).toMatchObject({ value: 0.2, provenance: { kind: "given" } });
    // 10 · 40 · 1800 µL/min = 43.2 L/h, over 0.8
    expect(numberAt(drug, "metabolism.0.kinetics.clearance")?.value).toBeCloseTo(54, 9);
    expect(drug.own).toEqual({ typed: everything });
    expect(drawDrugs(drug, 8).drugs).toEqual([]);
  });

  test("logD makes logP by the charge: an acid of pKa 4.4 at pH 7.4 is a thousandfold charged", () => {
    const { drug } = made({ ...everything, logP: undefined, logD: 0, acidPKa: [4.4] });
    expect(drug.lipophilicity.value).toBeCloseTo(Math.log10(1001), 9);
  });

  test("a renal clearance is taken off the total one, and both are per reference adult", () => {
    const { drug } = made({
      ...everything,
      clearance: { from: "intravenous", CLLPerH: 20 },
      renal: { from: "clearance", CLLPerH: 5 },
    });
    const CLint = numberAt(drug, "metabolism.0.kinetics.clearance")?.value ?? 0;
    const renal = ((drug.excretion.renalClearance?.value ?? 0) * reference.weightKg * 60) / 1000;
    // of 351 L/h of plasma that pass, the kidneys take 5, so arteries carry 1.4 % less than veins
    expect(renal).toBeCloseTo(5 / (1 - 5 / (0.9 * 390)), 9);
    const hepatic = hepaticClearance(CLint, { fup: 0.2, bloodPlasmaRatio: 0.9 });
    expect(hepatic).toBeCloseTo(15 * (1 + renal / (0.9 * 390)), 9);
  });

  test("an enzyme that the gut's wall has too acts there", () => {
    const { drug } = made({ ...everything, enzyme: "CYP3A4" });
    expect(drug.metabolism[0]).toMatchObject({
      enzyme: "CYP3A4",
      organs: ["liver", "gut"],
      kinetics: { kind: "specific" },
    });
  });

  test("a clearance beyond the liver's blood flow is refused", () => {
    const typed = { ...everything, clearance: { from: "intravenous", CLLPerH: 120 } } as const;
    expect(drugFrom(typed)).toMatchObject({ ok: false, problems: [{ code: "above-liver-flow" }] });
  });

  test("what is not metabolised has no pathway, and what is not swallowed is not absorbed", () => {
    const { drug } = made({
      ...everything,
      clearance: { from: "none" },
      permeability: { from: "none" },
    });
    expect(drug.metabolism).toEqual([]);
    expect(drug.absorption).toBeUndefined();
  });
});

describe("what was not typed", () => {
  test("is assumed or derived from the middle of a range that is kept and said", () => {
    const { drug, unknowns } = made({ ...everything, fup: undefined });
    expect(unknowns.map(({ id }) => id)).toEqual(["fup"]);
    // bound over unbound: 10^(0.733 · 2 − 0.78) = 4.853
    expect(drug.fup.value).toBeCloseTo(1 / 5.853, 4);
    const [low, high] = drug.own?.ranges?.fup ?? [];
    expect(low).toBeCloseTo(1 / (1 + 4.853 * 5), 4);
    expect(high).toBeCloseTo(1 / (1 + 4.853 / 5), 4);
    expect(drug.fup.provenance).toMatchObject({
      how: expect.stringMatching(/^not known, so from/),
    });
  });

  test.each([
    ["an acid", { acidPKa: [4] }, 1],
    ["a neutral", {}, 1.2],
    ["a strong base", { basePKa: [9] }, 2],
  ])("blood:plasma of %s is from plasma alone to %s", (_, groups, most) => {
    const { drug } = made({ ...everything, ...groups, bloodPlasmaRatio: undefined });
    expect(drug.own?.ranges?.bloodPlasmaRatio).toEqual([1 - reference.haematocrit, most]);
  });

  test("of everything makes a drug all the same, with a range for each number", () => {
    const { drug, unknowns } = made(nothing);
    expect(unknowns.map(({ id }) => id)).toEqual([
      "molarMass",
      "logP",
      "fup",
      "bloodPlasmaRatio",
      "renalShare",
      "extraction",
      "permeability",
      "dissolvedIn",
    ]);
    for (const [path, [low, high]] of Object.entries(drug.own?.ranges ?? {})) {
      const value = numberAt(drug, path)?.value ?? Number.NaN;
      expect(low, path).toBeLessThan(value);
      expect(high, path).toBeGreaterThan(value);
    }
  });

  test("in microsomes widens the clearance, and a known protein less", () => {
    const width = (proteinMgPerML?: number) => {
      const clearance = { from: "microsomes", CLint: 10, proteinMgPerML } as const;
      const { drug } = made({ ...everything, logP: 3, clearance });
      const [low, high] = drug.own?.ranges?.["metabolism.0.kinetics.clearance"] ?? [1, 1];
      return high / low;
    };
    expect(width()).toBeGreaterThan(width(0.5));
    expect(width(0.5)).toBeGreaterThan(1.5);
  });
});

describe("draws", () => {
  test("are the same every time, and the first of few are the first of many", () => {
    const { drug } = made(nothing);
    const few = drawDrugs(drug, 4).drugs;
    expect(few).toEqual(drawDrugs(drug, 4).drugs);
    expect(drawDrugs(drug, 16).drugs.slice(0, 4)).toEqual(few);
    expect(drawDrugs(drug, 4, 2).drugs).not.toEqual(few);
  });

  test("leave a clearance that was measured in people what it was", () => {
    const typed = {
      ...everything,
      fup: undefined,
      clearance: { from: "intravenous", CLLPerH: 20 },
    } as const;
    for (const drug of drawDrugs(made(typed).drug, 16).drugs) {
      const blood = { fup: drug.fup.value, bloodPlasmaRatio: drug.bloodPlasmaRatio.value };
      const CLint = numberAt(drug, "metabolism.0.kinetics.clearance")?.value ?? 0;
      const renal = drug.fup.value * reference.gfrLPerH;
      const arterial = hepaticClearance(CLint, blood) + renal;
      expect(arterial * arterialShare(renal, 0.9)).toBeCloseTo(20, 9);
    }
  });

  test("that cannot be are left out and counted", () => {
    const typed = {
      ...everything,
      bloodPlasmaRatio: undefined,
      clearance: { from: "intravenous", CLLPerH: 70 },
    } as const;
    const { drugs, refused } = drawDrugs(made(typed).drug, 32);
    expect(drugs).toHaveLength(32);
    expect(refused).toBeGreaterThan(0);
  });

  test("one at a time go to both ends of one number and leave the others", () => {
    const { drug } = made({ ...everything, fup: undefined, permeability: undefined });
    const [fup, permeability] = oneAtATime(drug);
    expect(fup?.name).toBe("Fraction unbound in plasma");
    expect(fup?.ends.map((end) => end.fup.value)).toEqual(drug.own?.ranges?.fup);
    expect(permeability?.ends.map((end) => end.fup.value)).toEqual([
      drug.fup.value,
      drug.fup.value,
    ]);
  });

  test("of a drug that was changed since go by the ranges of its numbers", () => {
    const { drug } = made({ ...everything, fup: undefined });
    const changed = { ...drug, fup: { ...drug.fup, value: 0.11 } };
    expect(isAsTyped(drug)).toBe(true);
    expect(isAsTyped(changed)).toBe(false);
    const [low = 0, high = 0] = drug.own?.ranges?.fup ?? [];
    for (const drawn of drawDrugs(changed, 16).drugs) {
      expect(drawn.fup.value).toBeGreaterThanOrEqual(low);
      expect(drawn.fup.value).toBeLessThanOrEqual(high);
    }
  });
});

test("a position in the middle is what the drug takes by itself", () => {
  const at = drugAt(nothing, inTheMiddle);
  const { own: _own, ...drug } = made(nothing).drug;
  expect(at).toMatchObject({ ok: true, value: { drug } });
});
