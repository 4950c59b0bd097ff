/** Integrates one person adaptively and notes the steps: what a shared schedule is made from. */
import { integrate } from "../core/numerics/integrate";
import type { Given } from "../core/numerics/timeline";
import type { Machine } from "../core/compile/machine";
import type { PilotSteps } from "./schedule";

export interface PilotRequest {
  readonly given: Given;
  readonly fromHours: number;
  readonly untilHours: number;
  readonly relative: number;
}

/** The machine must hold the person's coefficients, tolerances and first state. */
export function flyPilot(machine: Machine, request: PilotRequest): PilotSteps {
  const steps: { atHours: number; h: number }[] = [];
  integrate(machine, {
    ...request,
    times: [],
    onStep: (endHours, h) => {
      steps.push({ atHours: endHours - h, h });
    },
  });
  return steps;
}
