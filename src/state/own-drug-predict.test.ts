/** What is predicted of a person's own drug, in the very engine of the page. */
import { describe, expect, test } from "vitest";
import { Engine } from "../engine/service";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { ChemistNumbers } from "../pharmacology/own-drug/chemist";
import { drugFrom } from "../pharmacology/own-drug/make-drug";
import { extraction, fromMicrosomes } from "../pharmacology/own-drug/scaling";
import { drawCount, predict, predictBand, quantile, type Prediction } from "./own-drug-predict";

const engine = new Engine({ gpu: undefined, allowSoftwareGpu: false, forceTape: false });
const trial = { amountMg: 73, untilHours: 24 };

const known: ChemistNumbers = {
  name: "Mine",
  id: "mine",
  molarMassGPerMol: 300,
  logP: 2,
  acidPKa: [],
  basePKa: [8],
  fup: 0.2,
  bloodPlasmaRatio: 0.9,
  partition: "rodgers-rowland",
  clearance: { from: "microsomes", CLint: 30, fuMic: 0.8 },
  enzyme: "unspecific",
  renal: { from: "filtration", share: 1 },
  permeability: { from: "jejunum", Peff: 2 },
  dissolvedInMin: 30,
};

function drugOf(typed: Partial<ChemistNumbers>) {
  const made = drugFrom({ ...known, ...typed });
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.value.drug;
}

async function predicted(typed: Partial<ChemistNumbers>): Promise<Prediction> {
  const outcome = await predict(engine, drugOf(typed), trial);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

describe("a clearance that was measured comes out of the simulation", () => {
  // within 1 %: the curve's end is extrapolated along its last slope
  test.each([
    ["2 L/h, by filtration too", 2, {}],
    ["20 L/h", 20, {}],
    ["45 L/h of an acid in plasma alone", 45, { acidPKa: [4], basePKa: [], bloodPlasmaRatio: 0.6 }],
    [
      "20 L/h with nothing known of its binding",
      20,
      { fup: undefined, bloodPlasmaRatio: undefined },
    ],
    ["20 L/h by an enzyme of the gut's wall too", 20, { enzyme: "CYP3A4" }],
    ["20 L/h, of which 8 renal", 20, { renal: { from: "clearance", CLLPerH: 8 } }],
  ] as const)("%s", async (_, CLLPerH, typed) => {
    const { values } = await predicted({ ...typed, clearance: { from: "intravenous", CLLPerH } });
    expect((values.CLLPerH ?? 0) / CLLPerH).toBeCloseTo(1, 2);
  });
});

describe("bioavailability", () => {
  test("is what gut and liver leave: the well-stirred liver, and a wall that takes nothing", async () => {
    const { values, parts } = await predicted({});
    const blood = { fup: 0.2, bloodPlasmaRatio: 0.9 };
    const E = extraction(fromMicrosomes(30, 0.8), blood);
    expect(parts?.Fh).toBeCloseTo(1 - E, 2);
    expect(parts?.Fg).toBeCloseTo(1, 2);
    expect(parts?.Fa).toBeGreaterThan(0.9);
    expect(values.F).toBeCloseTo((parts?.Fa ?? 0) * (1 - E), 2);
  });

  test("is less where the gut's wall has the enzyme, by what the wall takes", async () => {
    const { parts } = await predicted({ enzyme: "CYP3A4" });
    expect(parts?.Fg).toBeLessThan(0.97);
    expect(parts?.Fh).toBeCloseTo((await predicted({})).parts?.Fh ?? 0, 2);
  });

  test("is not told of what is not swallowed", async () => {
    const { values, parts, route } = await predicted({ permeability: { from: "none" } });
    expect([values.F, parts, route]).toEqual([undefined, undefined, "iv"]);
  });
});

test("a long half-life is followed to its end", async () => {
  const { values } = await predicted({
    clearance: { from: "intravenous", CLLPerH: 0.4 },
    renal: { from: "filtration", share: 0 },
  });
  expect(values.tHalfH).toBeGreaterThan(100);
  expect((values.CLLPerH ?? 0) / 0.4).toBeCloseTo(1, 2);
});

test("all methods of distribution give a volume, for a shipped drug too", async () => {
  const drug = shippedDrug("midazolam");
  const outcome = drug && (await predict(engine, drug, trial));
  const volumes = outcome?.ok ? outcome.value.table.methods.map(({ vssL }) => vssL) : [];
  expect(volumes).toHaveLength(5);
  expect(Math.min(...volumes)).toBeGreaterThan(3);
});

describe("the band", () => {
  const unsure = drugOf({ fup: undefined, bloodPlasmaRatio: undefined, permeability: undefined });
  const never = () => false;

  test("is the same every time, and holds the curve of the middle", async () => {
    const band = await predictBand(engine, unsure, trial, never);
    expect(band).toEqual(await predictBand(engine, unsure, trial, never));
    const middle = await predict(engine, unsure, trial);
    if (!band || !middle.ok) throw new Error("nothing was predicted");
    const { values, times } = middle.value.curve;
    expect(band.times).toEqual(times);
    const outside = values.filter((value, i) => {
      return value < (band.low[i] ?? 0) * 0.999 || value > (band.high[i] ?? 0) * 1.001;
    });
    expect(outside).toHaveLength(0);
    expect(band.draws).toBe(drawCount);
  });

  test("is wide by what matters, and says which", async () => {
    const band = await predictBand(engine, unsure, trial, never);
    const names = band?.widest.map(({ name }) => name);
    expect(names).toHaveLength(3);
    const folds = band?.widest.map(({ fold }) => fold) ?? [];
    expect(folds).toEqual(folds.toSorted((a, b) => b - a));
    // red cells hold what they hold: of a drug that is cleared slowly they change no area in plasma
    expect(names?.at(-1)).toBe("Blood:plasma ratio");
    const { low = 0, high = 0 } = band?.ranges.AUC ?? {};
    expect(high / low).toBeGreaterThan(2);
  });

  test("is none where everything is known, or when something newer is asked for", async () => {
    expect(await predictBand(engine, drugOf({}), trial, never)).toBeUndefined();
    expect(await predictBand(engine, unsure, trial, () => true)).toBeUndefined();
  });
});

test("quantiles lie on straight lines between what was drawn", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.05)).toBeCloseTo(1.2, 12);
});
