/** What is on the bench, what would be lost with it, and that late answers are thrown away. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Engine } from "../engine/service";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import { OwnDrugBench, type Shelf } from "./own-drug-bench.svelte";
import { withField } from "./own-drug-form";

const engine = new Engine({ gpu: undefined, allowSoftwareGpu: false, forceTape: false });

function shelf(): Shelf & { kept: Drug[] } {
  const kept: Drug[] = [];
  return {
    kept,
    find: (id) => kept.find((drug) => drug.id === id),
    idFor: (name) => name.toLowerCase().replaceAll(" ", "-"),
    save: (drug) => {
      kept.unshift(drug);
      return Promise.resolve(drug);
    },
  };
}

function midazolam(): Drug {
  const drug = shippedDrug("midazolam");
  if (!drug) throw new Error("no midazolam");
  return drug;
}

/** The form of what is on the bench, with a number typed. */
function typeLogP(bench: OwnDrugBench, logP: number): void {
  if (bench.work.kind !== "form") throw new Error("no form");
  bench.changeForm(withField(bench.work.form, "logP", logP));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settle(bench: OwnDrugBench): Promise<void> {
  await vi.advanceTimersByTimeAsync(300);
  vi.useRealTimers();
  await vi.waitFor(() => expect(bench.isComputing).toBe(false), 20_000);
  vi.useFakeTimers();
}

test("something new is a form, and its drug is predicted with a band", async () => {
  const bench = new OwnDrugBench(engine, shelf());
  expect(bench.hasBegun).toBe(false);
  bench.startNew();
  await settle(bench);
  expect(bench.work).toMatchObject({ kind: "form", form: { id: "my-drug" } });
  expect(bench.prediction?.values.CLLPerH).toBeGreaterThan(0);
  expect(bench.band?.widest.length).toBeGreaterThan(3);
});

test("only the last of what was asked for is answered", async () => {
  const bench = new OwnDrugBench(engine, shelf());
  bench.startNew();
  typeLogP(bench, 1);
  await vi.advanceTimersByTimeAsync(300);
  typeLogP(bench, 4);
  await settle(bench);
  const last = bench.prediction?.values.VssL;
  const alone = new OwnDrugBench(engine, shelf());
  alone.startNew();
  typeLogP(alone, 4);
  await settle(alone);
  expect(last).toBe(alone.prediction?.values.VssL);
});

test("a copy says what it is a copy of, and what was changed", async () => {
  const bench = new OwnDrugBench(engine, shelf());
  bench.copy(midazolam());
  expect(bench.changes).toEqual([]);
  bench.changeNumber("fup", 0.0155);
  await settle(bench);
  expect(bench.base).toBe(midazolam());
  expect(bench.changes.map(({ path }) => path)).toEqual(["fup"]);
  const ratio = (bench.prediction?.values.AUC ?? 0) / (bench.original?.values.AUC ?? 1);
  // swallowed, and cleared by metabolism, the area goes with 1 / fu
  expect(ratio).toBeCloseTo(2, 1);
});

test("what was saved is not lost, what was changed since would be", async () => {
  const own = shelf();
  const bench = new OwnDrugBench(engine, own);
  bench.startNew();
  expect([bench.isKept, bench.isUnsaved]).toEqual([false, false]);
  typeLogP(bench, 3);
  expect(bench.isUnsaved).toBe(true);
  await bench.save();
  expect([bench.isKept, bench.isUnsaved]).toEqual([true, false]);
  typeLogP(bench, 3.5);
  expect([bench.isKept, bench.isUnsaved]).toEqual([false, true]);
});

test("a drug that was made of few numbers comes back as them, one that was changed as its own", () => {
  const own = shelf();
  const bench = new OwnDrugBench(engine, own);
  bench.startNew();
  typeLogP(bench, 3);
  const { drug } = bench;
  if (!drug) throw new Error("no drug");
  bench.open(drug);
  expect(bench.work.kind).toBe("form");
  bench.open({ ...drug, fup: { ...drug.fup, value: 0.5 } });
  expect(bench.work.kind).toBe("numbers");
  bench.changeNumber("bloodPlasmaRatio", 0.8);
  expect(bench.drug?.own?.typed).toBeUndefined();
  expect(Object.keys(bench.drug?.own?.ranges ?? {})).toContain("fup");
  expect(Object.keys(bench.drug?.own?.ranges ?? {})).not.toContain("bloodPlasmaRatio");
});

test("a clearance that cannot be is a problem, and the last result stays", async () => {
  const bench = new OwnDrugBench(engine, shelf());
  bench.startNew();
  await settle(bench);
  if (bench.work.kind !== "form") throw new Error("no form");
  const before = bench.prediction;
  if (!before) throw new Error("nothing was predicted");
  const form = withField(bench.work.form, "CLLPerH", 500);
  bench.changeForm({ ...form, clearanceFrom: "intravenous" });
  expect(bench.problems[0]).toMatchObject({ code: "above-liver-flow" });
  expect(bench.drug).toBeUndefined();
  expect(bench.prediction).toBe(before);
});

test("an id comes from the name that a drug has when it is first used, and then stays", async () => {
  const bench = new OwnDrugBench(engine, shelf());
  bench.startNew();
  bench.rename("New thing");
  expect((await bench.save())?.id).toBe("new-thing");
  bench.rename("Another thing");
  expect((await bench.save())?.id).toBe("new-thing");
  bench.copy(midazolam());
  bench.rename("Slow one");
  expect(bench.settled()).toMatchObject({ id: "slow-one", own: { copyOf: "midazolam" } });
});
