/**
 * Integrates one person adaptively and notes the steps: what a shared schedule is made from.
 *
 * Two passes. The first finds how large each state becomes; the second chooses steps so that the
 * error of each stays below one share of that size, which is the measure by which curves are
 * compared. It needs a third fewer steps than a tolerance relative to the present value, which
 * spends them on amounts that are still next to nothing.
 */
import type { Machine } from "../core/compile/machine";
import { integrate } from "../core/numerics/integrate";
import type { Given } from "../core/numerics/timeline";
import type { PilotSteps } from "./schedule";

export interface PilotRequest {
  readonly given: Given;
  readonly fromHours: number;
  readonly untilHours: number;
  /** Acceptable error of a step as a share of the largest value of each state. */
  readonly share: number;
  /** Brings a machine to its first state, with the person's coefficients. */
  readonly reset: (machine: Machine) => void;
  /** Takes the steps, where they are for another method than the machine's own. */
  readonly stepper?: Machine | undefined;
}

export interface Pilot {
  readonly steps: PilotSteps;
  /** Absolute tolerance of each state that goes with the steps. */
  readonly absolute: Float64Array;
}

/** Error per step of the usual schedule: whole curves within about 1e-5 of their peak. */
export const usualShare = 1e-3;

export function flyPilot(machine: Machine, request: PilotRequest): Pilot {
  const absolute = tolerances(machine, request);
  const stepper = request.stepper ?? machine;
  stepper.absolute.set(absolute);
  request.reset(stepper);
  const steps: { atHours: number; h: number }[] = [];
  integrate(stepper, {
    ...request,
    times: [],
    relative: 0,
    onStep: (endHours, h) => {
      steps.push({ atHours: endHours - h, h });
    },
  });
  return { steps, absolute };
}

function tolerances(machine: Machine, request: PilotRequest): Float64Array {
  const { given, share } = request;
  const most = new Float64Array(machine.state.length);
  const look = (values: Float64Array) => {
    values.forEach((value, i) => (most[i] = Math.max(most[i] ?? 0, Math.abs(value))));
  };
  const largest = given.additions.reduce((max, { amount }) => Math.max(max, amount), 0);
  const poured = given.rates.reduce(
    (max, { rate, atHours, untilHours }) => Math.max(max, rate * (untilHours - atHours)),
    largest,
  );
  const judged = Array.from(machine.absolute, (value) => value !== Infinity);
  judged.forEach((is, i) => {
    if (is) machine.absolute[i] = 1e-6 * (poured || 1);
  });
  request.reset(machine);
  integrate(machine, {
    ...request,
    times: [],
    relative: 1e-3,
    onStep: () => {
      for (const theta of [0, 0.5, 1]) {
        machine.interpolate(theta);
        look(machine.between);
      }
    },
  });
  // what stays empty all the time is judged by the dose
  return most.map((value, i) => (judged[i] ? share * (value || poured || 1) : Infinity));
}
