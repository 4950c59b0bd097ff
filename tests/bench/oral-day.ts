/** The case that the figures are stated for: one oral dose, a day, the whole body. */
import {
  CompiledStudies,
  type CompiledStudy,
  type CreateMachine,
} from "../../src/engine/compiled-study";
import { givenFor, planStudy, type StudyPlan } from "../../src/engine/plan";
import type { Accuracy } from "../../src/engine/simulate";
import { integrate } from "../../src/core/numerics/integrate";
import type { Machine } from "../../src/core/compile/machine";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import type { Study } from "../../src/pharmacology/study";

const doses = { midazolam: 7.5, caffeine: 200, digoxin: 0.5 } as const;
export type BenchDrug = keyof typeof doses;

export function oralDay(drug: BenchDrug): Study {
  return {
    perfuse: 1,
    drugs: [drug],
    people: { one: { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73 } },
    doses: [{ drug, route: "oral", amountMg: doses[drug], atHours: 0, formulation: "tablet" }],
    untilHours: 24,
    record: { outputs: [`${drug}/venous-plasma`] },
  };
}

export function planOf(study: Study): StudyPlan {
  const plan = planStudy(study, shippedDrug);
  if (!plan.ok) throw new Error(plan.problems.map(({ message }) => message).join());
  return plan.value;
}

export function compile(plan: StudyPlan, create: CreateMachine): CompiledStudy {
  const prepared = new CompiledStudies(create).prepare(plan.model);
  if (!prepared.ok) throw new Error(prepared.problems.map(({ message }) => message).join());
  return prepared.value;
}

/** Every 6 minutes. */
export const dayTimes = Float64Array.from({ length: 241 }, (_, i) => i / 10);

/**
 * One person from parameters to a sampled curve: coefficients, a day of steps, samples.
 */
export function simulateDay(
  plan: StudyPlan,
  { machine, compiled, stateIndex, forcingIndex }: CompiledStudy,
  { accuracy, parameters, times = dayTimes }: DayOptions,
): Float64Array {
  const given = givenFor(plan.administrations, { stateIndex, forcingIndex });
  const dose = plan.administrations[0]?.amountMg ?? 1;
  compiled.flat.states.forEach(({ scale }, i) => {
    machine.absolute[i] = accuracy.absoluteShare * (scale ?? dose);
  });
  rest(machine, parameters);
  const curve = new Float64Array(times.length);
  integrate(machine, {
    given,
    fromHours: 0,
    untilHours: 24,
    times,
    relative: accuracy.relative,
    onSample: (sample) => {
      curve[sample] = machine.outputsOf("between")[0] ?? Number.NaN;
    },
  });
  return curve;
}

interface DayOptions {
  readonly accuracy: Accuracy;
  readonly parameters: Float64Array;
  readonly times?: Float64Array;
}

/** Brings a machine to its first state with these parameters, those of all lanes. */
export function rest(machine: Machine, parameters: Float64Array): void {
  machine.parameters.set(parameters);
  machine.state.fill(0);
  machine.forcings.fill(0);
  machine.computeCoefficients();
}

/** Largest difference of two curves, relative to the peak of the second. */
export function curveError(curve: ArrayLike<number>, reference: ArrayLike<number>): number {
  let [worst, peak] = [0, 0];
  for (let i = 0; i < reference.length; i++) {
    worst = Math.max(worst, Math.abs((curve[i] ?? Number.NaN) - (reference[i] ?? Number.NaN)));
    peak = Math.max(peak, reference[i] ?? 0);
  }
  return worst / peak;
}
