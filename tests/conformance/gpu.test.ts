/** The GPU, in software here, against the CPU: a thousand people who differ in everything. */
import { describe, expect, test } from "vitest";
import { rodas, rodas3 } from "../../src/core/numerics/tableaus";
import { CompiledStudies } from "../../src/engine/compiled-study";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { planStudy } from "../../src/engine/plan";
import { proveGpu, type Proof, type ProofRequest } from "../../src/engine/prove";
import { organs } from "../../src/pharmacology/body/organs";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import type { DoseRequest } from "../../src/pharmacology/study";
import { testGpu } from "./gpu";

const hooks = {
  onProgress: () => {},
  signal: new AbortController().signal,
  breathe: () => Promise.resolve(),
};

async function prove(
  drug: string,
  doses: readonly DoseRequest[],
  outputs: readonly string[],
  request: ProofRequest,
  untilHours = 24,
): Promise<Proof> {
  const gpu = await testGpu();
  const plan = planStudy(
    { perfuse: 1, drugs: [drug], people: { one: {} }, doses, untilHours, record: { outputs } },
    shippedDrug,
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  const proof = await proveGpu(gpu.device, plan.value, studies, request, hooks);
  if (!proof.ok || !proof.value) throw new Error("no proof");
  return proof.value;
}

const dose = (drug: string, more: Partial<DoseRequest> = {}): DoseRequest => ({
  drug,
  route: "oral",
  amountMg: 7.5,
  atHours: 0,
  ...more,
});

/** The figures: what is shown within 1e-4, the median area within 1e-6, matter within 5e-6. */
function expectAgreement(proof: Proof, medianArea = 1e-6): void {
  expect(proof.curveError).toBeLessThan(1e-4);
  expect(proof.peakError).toBeLessThan(1e-4);
  expect(proof.areaErrorWorst).toBeLessThan(1e-4);
  expect(proof.areaErrorMedian).toBeLessThan(medianArea);
  expect(proof.massError).toBeLessThan(5e-6);
  // a body far from the pilot's may be handed to the CPU; its values above are good all the same.
  // Of 1000 such bodies 25 are with digoxin, so that of 128 up to 6 are to be expected.
  expect(proof.flagged).toBeLessThanOrEqual(proof.people / 20);
}

describe("GPU in 32 bit against CPU in 64 bit", () => {
  test("every organ and plasma of 1000 people after a tablet", async () => {
    const outputs = [
      "midazolam/venous-plasma",
      "midazolam/arterial-blood",
      ...organs.map(({ path }) => `midazolam/${path}`),
    ];
    const request = { people: 1000, seed: 11, cv: 0.25 };
    expectAgreement(await prove("midazolam", [dose("midazolam")], outputs, request));
  }, 120_000);

  test("an infusion under repeated, overlapping tablets", async () => {
    const doses = [
      dose("caffeine", { amountMg: 100, everyHours: 6, count: 3 }),
      dose("caffeine", { route: "iv", amountMg: 50, atHours: 5, overHours: 4 }),
      dose("caffeine", { route: "iv", amountMg: 20, atHours: 7, overHours: 1 }),
    ];
    const request = { people: 256, seed: 3, cv: 0.3 };
    expectAgreement(
      await prove("caffeine", doses, ["caffeine/venous-plasma", "caffeine/brain"], request),
    );
  }, 120_000);

  test("tablets that release by Weibull's function, one while another still does", async () => {
    const doses = [
      dose("metformin", { amountMg: 390, formulation: "weibull", everyHours: 12, count: 2 }),
      dose("metformin", { amountMg: 390, formulation: "weibull", atHours: 0.25 }),
    ];
    // every number of a body is drawn here, the shape of the release among them, which is the
    // tablet's: by a quarter it would fall below 1, for which the steps of 1.36 are far too long
    const request = { people: 128, seed: 7, cv: 0.05 };
    const proof = await prove("metformin", doses, ["metformin/venous-plasma"], request);
    // the shared steps through three steep beginnings leave 3e-6 of the area
    expectAgreement(proof, 1e-5);
  }, 120_000);

  test("saturable binding behind membranes, over three days", async () => {
    const doses = [dose("digoxin", { amountMg: 0.25, everyHours: 24, count: 3 })];
    const request = { people: 128, seed: 5, cv: 0.25 };
    expectAgreement(
      await prove("digoxin", doses, ["digoxin/venous-plasma", "digoxin/muscle"], request, 72),
    );
  }, 120_000);

  test("the lean method agrees too, with the steps that it needs", async () => {
    const request = { people: 128, seed: 11, cv: 0.25, method: rodas3, share: 1e-4 };
    const proof = await prove(
      "midazolam",
      [dose("midazolam")],
      ["midazolam/venous-plasma"],
      request,
    );
    expect(proof.curveError).toBeLessThan(1e-4);
    expect(proof.massError).toBeLessThan(5e-6);
  }, 120_000);

  test("a coarse schedule is visibly wrong, so agreement above is no accident", async () => {
    const coarse = { people: 64, seed: 11, cv: 0.25, method: rodas, share: 30 };
    const proof = await prove(
      "midazolam",
      [dose("midazolam")],
      ["midazolam/venous-plasma"],
      coarse,
    );
    expect(proof.curveError).toBeGreaterThan(1e-3);
  }, 120_000);
});
