/** One person of the real model, solved, with every number at hand. */
import { evaluate } from "../../src/core/expression/evaluate";
import { compose } from "../../src/core/model/compose";
import type { Model } from "../../src/core/model/model";
import { CompiledStudies } from "../../src/engine/compiled-study";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { planStudy, type StudyPlan } from "../../src/engine/plan";
import { simulatePerson, type PersonResult } from "../../src/engine/simulate";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import type { Drug } from "../../src/pharmacology/drug";
import type { Study } from "../../src/pharmacology/study";

export const studies = new CompiledStudies((program, plan) => createWasmMachine(program, plan, 1));

const exact = { relative: 1e-9, absoluteShare: 1e-12 };

export function planOf(study: Study): StudyPlan {
  const plan = planStudy(study, shippedDrug);
  if (!plan.ok) throw new Error(plan.problems.map((p) => `${p.subject}: ${p.message}`).join("\n"));
  return plan.value;
}

export function solve(study: Study, model = (plan: StudyPlan): Model => plan.model): PersonResult {
  const plan = planOf(study);
  const prepared = studies.prepare(model(plan));
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const result = simulatePerson(plan, prepared.value, exact);
  if (result.status !== "ok") throw new Error(result.status);
  return result;
}

export function outputOf(result: PersonResult, name: string) {
  const index = result.curves.findIndex((curve) => curve.name === name);
  const curve = result.curves[index];
  const summary = result.summaries[index];
  if (!curve || !summary) throw new Error(`no output ${name}`);
  return { ...summary, values: curve.values, last: curve.values.at(-1) ?? Number.NaN };
}

/** The value of a definition of the model that depends on parameters alone, internal units. */
export function definitionOf(model: Model, block: string, name: string): number {
  const probe = {
    name: "probe",
    inputs: { x: { is: `${block}.${name}`, unit: unitOf(model, block, name) } },
    outputs: { probe: { text: "x", unit: unitOf(model, block, name), label: "" } },
  };
  const flat = compose({ ...model, record: ["probe"], blocks: [...model.blocks, probe] });
  if (!flat.ok) throw new Error(JSON.stringify(flat.problems));
  const values = new Map(flat.value.parameters.map((p) => [p.name, p.internal]));
  const output = flat.value.outputs[0];
  if (!output) throw new Error("no probe");
  return evaluate(output.value, (symbol) => values.get(symbol));
}

/** A parameter's value in its own unit. */
export function parameterOf(model: Model, block: string, name: string): number {
  const value = model.blocks.find((b) => b.name === block)?.parameters?.[name]?.value;
  if (value === undefined) throw new Error(`no parameter ${block}.${name}`);
  return value;
}

export function drug(id: string): Drug {
  const found = shippedDrug(id);
  if (!found) throw new Error(`no drug ${id}`);
  return found;
}

function unitOf(model: Model, block: string, name: string): string {
  const found = model.blocks.find((b) => b.name === block);
  return found?.define?.[name]?.unit ?? found?.parameters?.[name]?.unit ?? "1";
}
