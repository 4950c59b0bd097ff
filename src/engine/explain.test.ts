import { expect, test } from "vitest";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { Study } from "../pharmacology/study";
import { explainBlock } from "./explain";
import { planStudy } from "./plan";

const study: Study = {
  perfuse: 1,
  drugs: ["midazolam"],
  people: { one: {} },
  doses: [{ drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 0 }],
  untilHours: 24,
};

function modelOf() {
  const plan = planStudy(study, shippedDrug);
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  return plan.value.model;
}

test("a balance holds all that comes and goes, wherever it is declared", () => {
  const formula = explainBlock(modelOf(), "midazolam.liver")?.equations[0]?.formula ?? "";
  expect(formula).toMatch(/^Q_ha · C_in − Q · C_out/);
  expect(formula).toMatch(/\+ Σ Q · C_out \[stomach, .*spleen\]/);
  expect(formula).toMatch(/\+ Σ Q_ent · C_ent \[duodenum, /);
  expect(formula).toMatch(/− .*\[liver\.CYP3A4, /);
});

test("every number of an explanation has a source", () => {
  const numbers = explainBlock(modelOf(), "midazolam.liver")?.numbers ?? [];
  expect(numbers.length).toBeGreaterThan(3);
  for (const { symbol, source } of numbers) expect(source, symbol).not.toBe("");
});
