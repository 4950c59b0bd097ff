/**
 * Drugs that act on each other: midazolam after four days of itraconazole, with its three
 * metabolites. How soon such a model runs, what one person costs, and how a crowd is solved.
 */
import { planStep } from "../../src/core/compile/stages";
import type { Outcome } from "../../src/core/model/model";
import { rodas } from "../../src/core/numerics/tableaus";
import { CompiledStudies } from "../../src/engine/compiled-study";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { planCrowd } from "../../src/engine/people/crowd-plan";
import { laneTiles } from "../../src/engine/people/lane-tiles";
import { planPeople } from "../../src/engine/people/people-plan";
import { solveRange } from "../../src/engine/people/range";
import { simulatePerson } from "../../src/engine/simulate";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import type { StudyOfMany } from "../../src/pharmacology/study";
import { median, timesMs, type Report } from "./report";

const people = 128;

const study: StudyOfMany = {
  perfuse: 1,
  drugs: ["midazolam", "itraconazole"],
  people: { many: { count: people, seed: 1 } },
  doses: [
    {
      drug: "itraconazole",
      route: "oral",
      formulation: "solution",
      amountMg: 200,
      atHours: 0,
      everyHours: 24,
      count: 4,
    },
    { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 73 },
  ],
  untilHours: 97,
  record: { outputs: ["midazolam/venous-plasma"] },
};

export async function run(report: Report): Promise<void> {
  await onePerson(report);
  await aCrowd(report);
}

async function onePerson(report: Report): Promise<void> {
  const { plan } = valueOf(planPeople(study, shippedDrug));
  const compiled = await timesMs(5, () => valueOf(freshStudies().prepare(plan.model)));
  const studies = freshStudies();
  const prepared = valueOf(studies.prepare(plan.model));
  const solved = await timesMs(15, () =>
    simulatePerson(plan, valueOf(studies.prepare(plan.model))),
  );
  const states = prepared.compiled.flat.states.length;
  report({
    name: "midazolam with itraconazole: model to runnable",
    value: median(compiled),
    unit: "ms",
    note: `${states} states; median of ${compiled.length}`,
  });
  report({
    name: "midazolam with itraconazole: one person, 97 h, as the page solves it",
    value: median(solved),
    unit: "ms",
    note: `${states} states; median of ${solved.length}`,
  });
}

async function aCrowd(report: Report): Promise<void> {
  const { plan, source } = valueOf(planPeople(study, shippedDrug));
  const crowd = valueOf(planCrowd(plan, freshStudies(), source));
  const { program } = crowd.study.compiled;
  const solver = laneTiles(crowd, createWasmMachine(program, planStep(rodas), 2));
  const began = performance.now();
  const range = await solveRange(
    crowd,
    solver,
    { first: 0, end: people },
    new AbortController().signal,
  );
  const ms = performance.now() - began;
  report({
    name: "midazolam with itraconazole: one person of a crowd, one core",
    value: ms / people,
    unit: "ms",
    note: `${people} people, ${range?.flagged ?? Number.NaN} of them solved alone: shared steps do not suit them`,
  });
}

function freshStudies(): CompiledStudies {
  return new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join());
}
