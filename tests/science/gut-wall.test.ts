/** What the wall of the gut takes of a drug on its way in, where it can be written down. */
import { expect, test } from "vitest";
import { assumed } from "../../src/core/model/model";
import type { Drug } from "../../src/pharmacology/drug";
import type { Study } from "../../src/pharmacology/study";
import { definitionOf, drug, outputOf, parameterOf, planOf, solve } from "./harness";

const number = (value: number, unit: string) => ({ value, unit, provenance: assumed("a test") });

/** Dissolves over days, and only enzymes of the gut take it: about 20 L/h in the small intestine. */
const slow: Drug = {
  ...drug("caffeine"),
  id: "slow",
  name: "Slow",
  absorption: { permeability: number(0.01, "cm/min"), dissolution: number(0.01, "1/h") },
  metabolism: [
    {
      enzyme: "CYP3A4",
      organs: ["gut"],
      kinetics: { kind: "specific", clearance: number(5, "1/min") },
    },
  ],
  excretion: { filtration: number(1, "fraction") },
};

const study: Study = {
  perfuse: 1,
  drugs: [slow],
  people: { one: {} },
  doses: [{ drug: "slow", route: "oral", amountMg: 10, atHours: 0, formulation: "tablet" }],
  untilHours: 400,
  record: { outputs: ["slow/metabolised", "slow/lumen", "slow/faeces"] },
};

test("of what dissolves in the colon, its wall takes what its enzymes and its blood decide", () => {
  const { model } = planOf(study);
  const result = solve(study);
  const [metabolised, left, gone] = ["metabolised", "lumen", "faeces"].map(
    (path) => outputOf(result, `slow/${path}`).last,
  ) as [number, number, number];
  const extraction = (segment: string) => {
    const clearance = definitionOf(model, `slow.${segment}.CYP3A4`, "CLint");
    return clearance / (clearance + parameterOf(model, segment, "mucosalFlow"));
  };
  const inColon = ["proximalColon", "distalColon"].map(extraction);
  const inIleum = extraction("lowerIleum");
  const taken = metabolised / (10 - left - gone);
  expect(Math.min(...inColon)).toBeGreaterThan(0.05);
  expect(inIleum).toBeGreaterThan(3 * Math.max(...inColon));
  expect(taken).toBeGreaterThan(Math.min(...inColon));
  // a twentieth of what dissolves at all does so before the colon, where half of it is taken
  expect(taken).toBeLessThan(Math.max(...inColon) + 0.05);
});
