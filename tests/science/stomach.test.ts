/** How the stomach empties with a drug in it, where that can be written down. */
import { expect, test } from "vitest";
import { assumed } from "../../src/core/model/model";
import type { Drug } from "../../src/pharmacology/drug";
import { definitionOf, drug, outputOf, planOf, solve } from "./harness";

/** Share of a swallowed solution that is still in the stomach after half an hour. */
function left(emptyingFactor?: number) {
  const caffeine = drug("caffeine");
  const { absorption } = caffeine;
  if (!absorption) throw new Error("caffeine is swallowed");
  const provenance = assumed("a test");
  const factor = emptyingFactor && {
    emptyingFactor: { value: emptyingFactor, unit: "ratio", provenance },
  };
  const one: Drug = { ...caffeine, absorption: { ...absorption, ...factor } };
  const study = {
    perfuse: 1 as const,
    drugs: [one],
    people: { one: {} },
    doses: [
      {
        drug: one.id,
        route: "oral" as const,
        amountMg: 100,
        atHours: 0,
        formulation: "solution" as const,
      },
    ],
    untilHours: 0.5,
    record: { outputs: ["caffeine/stomach-lumen", "caffeine/venous-plasma"] },
  };
  const result = solve(study);
  expect(result.massError).toBeLessThan(1e-10);
  const k_ge = definitionOf(planOf(study).model, "gastricLumen", "emptying");
  return { share: outputOf(result, "caffeine/stomach-lumen").last / 100, k_ge };
}

test("a solution leaves the stomach by the person's rate, times what the drug makes of it", () => {
  for (const factor of [undefined, 0.25, 1, 3]) {
    const { share, k_ge } = left(factor);
    expect(share).toBeCloseTo(Math.exp(-(factor ?? 1) * k_ge * 0.5), 7);
  }
});
