/**
 * The whole body on every back end of the CPU: matter at each step, and two people side by side on
 * a shared schedule against each of them alone with step control. (`gpu.test.ts` does it in WGSL.)
 */
import { describe, expect, test } from "vitest";
import type { Machine } from "../../src/core/compile/machine";
import { createTape } from "../../src/core/compile/tape";
import { integrate } from "../../src/core/numerics/integrate";
import { normal } from "../../src/core/numerics/random";
import { totalGiven } from "../../src/core/numerics/timeline";
import { CompiledStudies, type CompiledStudy } from "../../src/engine/compiled-study";
import { runSchedule } from "../../src/engine/cpu/lanes";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { flyPilot } from "../../src/engine/pilot";
import { givenFor, planStudy, type StudyPlan } from "../../src/engine/plan";
import { makeSchedule } from "../../src/engine/schedule";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import type { DoseRequest, Study } from "../../src/pharmacology/study";

const doses: readonly DoseRequest[] = [
  { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 0, everyHours: 6, count: 3 },
  { drug: "midazolam", route: "iv", amountMg: 2, atHours: 3, overHours: 5 },
  { drug: "digoxin", route: "oral", amountMg: 0.5, atHours: 1 },
  { drug: "caffeine", route: "iv", amountMg: 100, atHours: 4, overHours: 0.5 },
];
const drugs = ["midazolam", "digoxin", "caffeine"];

function planOf(study: Partial<Study>): StudyPlan {
  const whole: Study = { perfuse: 1, drugs, people: { one: {} }, doses, untilHours: 24, ...study };
  const plan = planStudy(whole, shippedDrug);
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  return plan.value;
}

function compile(plan: StudyPlan, lanes?: 1 | 2): CompiledStudy {
  const studies = new CompiledStudies((program, steps) =>
    lanes ? createWasmMachine(program, steps, lanes) : createTape(program, steps),
  );
  const prepared = studies.prepare(plan.model);
  if (!prepared.ok) throw new Error(prepared.problems[0]?.message);
  return prepared.value;
}

function rest(machine: Machine, parameters: Float64Array): void {
  machine.parameters.set(parameters);
  machine.state.fill(0);
  machine.forcings.fill(0);
  machine.computeCoefficients();
}

describe.each([
  ["WebAssembly", 1],
  ["the interpreter", undefined],
] as const)("matter on %s", (_name, lanes) => {
  test("of each of three drugs is where it was put, at every single step", () => {
    const plan = planOf({});
    const study = compile(plan, lanes);
    const { machine, compiled } = study;
    machine.absolute.fill(1e-6);
    const given = givenFor(plan.administrations, study);
    const own = drugs.map((drug) => ({
      drug,
      given: givenFor(
        plan.administrations.filter((each) => each.drug === drug),
        study,
      ),
      states: compiled.flat.states.flatMap(({ substance }, i) => (substance === drug ? [i] : [])),
    }));
    let worst = 0;
    let steps = 0;
    integrate(machine, {
      given,
      fromHours: 0,
      untilHours: 24,
      times: [],
      relative: 1e-4,
      onStep: (endHours) => {
        steps++;
        machine.interpolate(1);
        for (const { given: ownGiven, states } of own) {
          // a dose at the very end of a step belongs to the next one
          const additions = ownGiven.additions.filter(({ atHours }) => atHours < endHours - 1e-9);
          const there = states.reduce((sum, i) => sum + (machine.between[i] ?? Number.NaN), 0);
          const inAll = totalGiven(ownGiven, 24);
          worst = Math.max(
            worst,
            Math.abs(there - totalGiven({ ...ownGiven, additions }, endHours)) / inAll,
          );
        }
      },
    });
    expect(steps).toBeGreaterThan(100);
    // flows leave one state and enter another as one number; what is left is rounding of sums
    expect(worst).toBeLessThan(1e-12);
  });
});

test("two people side by side on a shared schedule equal each alone with step control", () => {
  const plan = planOf({ drugs: ["midazolam"], doses: doses.slice(0, 2) });
  const alone = compile(plan, 1);
  const pair = compile(plan, 2);
  const { machine, compiled } = alone;
  const typical = machine.parameters.slice();
  const isFraction = compiled.flat.parameters.map(({ unit }) => unit === "fraction");
  const person = (k: number) =>
    typical.map((value, i) => {
      const varied = k === 0 ? value : value * Math.exp(0.25 * normal(7, k, i));
      return isFraction[i] ? Math.min(varied, 1) : varied;
    });
  const span = {
    given: givenFor(plan.administrations, alone),
    fromHours: 0,
    untilHours: 24,
  };
  compiled.flat.states.forEach(({ scale }, i) => (machine.absolute[i] = scale ?? 1));
  const pilot = flyPilot(machine, { ...span, share: 1e-3, reset: (m) => rest(m, typical) });
  const schedule = makeSchedule({
    ...span,
    forcingCount: compiled.flat.forcings.length,
    pilots: [pilot.steps],
    times: [],
    everyStep: true,
  });
  for (let k = 0; k < 16; k += 2) {
    const two = [person(k), person(k + 1)];
    pilot.absolute.forEach((value, i) => pair.machine.absolute.fill(value, 2 * i, 2 * i + 2));
    const interleaved = new Float64Array(2 * typical.length);
    two.forEach((own, lane) => own.forEach((value, i) => (interleaved[2 * i + lane] = value)));
    rest(pair.machine, interleaved);
    const { records, worst } = runSchedule(pair.machine, schedule);
    two.forEach((own, lane) => {
      expect(worst[lane]).toBeLessThan(3);
      machine.absolute.fill(1e-11);
      rest(machine, own);
      let [error, peak] = [0, 0];
      integrate(machine, {
        ...span,
        times: schedule.recordHours,
        relative: 1e-9,
        onSample: (sample) => {
          const exact = machine.outputsOf("between")[0] ?? Number.NaN;
          peak = Math.max(peak, exact);
          error = Math.max(error, Math.abs((records[sample]?.[lane] ?? Number.NaN) - exact));
        },
      });
      // the schedule is made for a curve error of about 1e-5 in the pilot
      expect(error / peak).toBeLessThan(1e-4);
    });
  }
});
