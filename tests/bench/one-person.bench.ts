/** One person, one core: WebAssembly in 64 bit, with step control or on a shared schedule. */
import { createTape } from "../../src/core/compile/tape";
import type { CompiledStudy, CreateMachine } from "../../src/engine/compiled-study";
import { runSchedule } from "../../src/engine/cpu/lanes";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { flyPilot } from "../../src/engine/pilot";
import { givenFor, type StudyPlan } from "../../src/engine/plan";
import { makeSchedule } from "../../src/engine/schedule";
import { quickAccuracy, usualAccuracy, type Accuracy } from "../../src/engine/simulate";
import {
  compile,
  curveError,
  oralDay,
  planOf,
  rest,
  simulateDay,
  type BenchDrug,
} from "./oral-day";
import { median, timesMs, type Report } from "./report";

const oneLane: CreateMachine = (program, steps) => createWasmMachine(program, steps, 1);
const twoLanes: CreateMachine = (program, steps) => createWasmMachine(program, steps, 2);
const reference: Accuracy = { relative: 1e-10, absoluteShare: 1e-13 };
const repeats = 41;
const daysPerRepeat = 200;

export async function run(report: Report): Promise<void> {
  firstCompile(report);
  for (const drug of ["midazolam", "caffeine"] as const) {
    integration(drug, report);
    await compileTime(drug, report);
    againstTape(drug, report);
  }
}

function integration(drug: BenchDrug, report: Report): void {
  const plan = planOf(oralDay(drug));
  const study = compile(plan, oneLane);
  const parameters = study.machine.parameters.slice();
  const shared = onSchedule(plan, study, parameters);
  const day = (accuracy: Accuracy) => simulateDay(plan, study, { accuracy, parameters });

  // side by side, so that a busy machine slows both alike
  const single: number[] = [];
  const lanes: number[] = [];
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const times = [usPerPerson(() => day(quickAccuracy), 1), usPerPerson(shared.day, 2)];
    if (repeat > 0) [single, lanes].forEach((list, i) => list.push(times[i] ?? Number.NaN));
  }
  const truth = day(reference);
  const states = study.compiled.flat.states.length;
  const what = `${states} states, 24 h; median of ${repeats} × ${daysPerRepeat} days`;
  report({
    name: `${drug}: one person, step control, 241 samples`,
    value: median(single),
    unit: "µs",
    atMost: 60,
    note: `${what}, middle half ${spread(single)}`,
  });
  report({
    name: `${drug}: curve error of that`,
    value: curveError(day(quickAccuracy), truth),
    unit: "of Cmax",
    atMost: 1e-4,
    note: "against tolerances of 1e-10",
  });
  report({
    name: `${drug}: curve error of what the page shows`,
    value: curveError(day(usualAccuracy), truth),
    unit: "of Cmax",
    note: "tighter tolerances: one person has time",
  });
  report({
    name: `${drug}: one of two lanes, shared schedule`,
    value: median(lanes),
    unit: "µs",
    atMost: 35,
    note: `${shared.steps} steps; ${what}, middle half ${spread(lanes)}`,
  });
  report({
    name: `${drug}: curve error of that`,
    value: shared.error,
    unit: "of Cmax",
    atMost: 1e-4,
    note: "the worse of two people, all of whose numbers differ by 20 %",
  });
}

/** Two people side by side, on a schedule that one of them was the pilot of. */
function onSchedule(plan: StudyPlan, study: CompiledStudy, parameters: Float64Array) {
  const { machine, compiled } = study;
  const isFraction = compiled.flat.parameters.map(({ unit }) => unit === "fraction");
  const other = parameters.map((value, i) => (isFraction[i] ? value : value * (i % 2 ? 1.2 : 0.8)));
  const span = { fromHours: 0, untilHours: 24, given: givenFor(plan.administrations, study) };
  compiled.flat.states.forEach(({ scale }, i) => (machine.absolute[i] = scale ?? 1));
  const pilot = flyPilot(machine, {
    ...span,
    share: 0.01,
    reset: (rested) => rest(rested, parameters),
  });
  const schedule = makeSchedule({
    ...span,
    forcingCount: compiled.flat.forcings.length,
    pilots: [pilot.steps],
    times: [],
    everyStep: true,
  });
  const pair = compile(plan, twoLanes).machine;
  pair.absolute.set(interleave(pilot.absolute, pilot.absolute));
  const both = interleave(parameters, other);
  const day = () => {
    rest(pair, both);
    return runSchedule(pair, schedule).records;
  };
  const records = day().map((record) => record.slice());
  const times = schedule.recordHours;
  const errors = [parameters, other].map((own, lane) =>
    curveError(
      records.map((record) => record[lane] ?? Number.NaN),
      simulateDay(plan, study, { accuracy: reference, parameters: own, times }),
    ),
  );
  return { day, steps: times.length - 1, error: Math.max(...errors) };
}

/** From the blocks as text to a machine that can take a step, in a process that has done it before. */
async function compileTime(drug: BenchDrug, report: Report): Promise<void> {
  const times = await timesMs(15, () => compile(planOf(oralDay(drug)), oneLane));
  report({
    name: `${drug}: model text to runnable`,
    value: median(times),
    unit: "ms",
    atMost: 100,
    note: `checked, derived, ordered, printed, WebAssembly compiled; median of 15, middle half ${spread(times)}`,
  });
}

/** The same as the first thing that a process does, before anything was warmed up. */
function firstCompile(report: Report): void {
  const start = performance.now();
  compile(planOf(oralDay("midazolam")), oneLane);
  report({
    name: "midazolam: model text to runnable, in a fresh process",
    value: performance.now() - start,
    unit: "ms",
    atMost: 100,
    note: "once",
  });
}

/** The referee and WebAssembly take the same steps and give the same numbers. */
function againstTape(drug: BenchDrug, report: Report): void {
  const plan = planOf(oralDay(drug));
  const curves = [oneLane, createTape].map((create) => {
    const study = compile(plan, create);
    const parameters = study.machine.parameters.slice();
    return simulateDay(plan, study, { accuracy: usualAccuracy, parameters });
  });
  const [wasm = new Float64Array(), tape = new Float64Array()] = curves;
  report({
    name: `${drug}: WebAssembly against the interpreter`,
    value: curveError(wasm, tape),
    unit: "of Cmax",
    atMost: 1e-12,
    note: wasm.every((value, i) => Object.is(value, tape[i])) ? "bit for bit" : "not bit for bit",
  });
}

// ——— the parts ———

function usPerPerson(work: () => unknown, people: number): number {
  const start = performance.now();
  for (let day = 0; day < daysPerRepeat / people; day++) work();
  return ((performance.now() - start) * 1000) / daysPerRepeat;
}

function interleave(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 * a.length }, (_, i) => (i % 2 ? b : a)[i >> 1] ?? 0);
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return `${at(0.25).toPrecision(3)}–${at(0.75).toPrecision(3)}`;
}
