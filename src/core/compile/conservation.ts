/**
 * What a model conserves: for each substance the states that hold it, what flows in from outside,
 * and one state that only receives.
 *
 * In 32 bit every flow that is solved for is rounded, and of a drug that passes an organ hundreds
 * of times the roundings add up. So the WGSL printer weighs each substance after each step and puts
 * the difference into the state that only receives (what was excreted, what was metabolised), where
 * it changes no concentration.
 */
import type { FlatModel } from "../model/compose";

export interface ConservedSubstance {
  readonly states: readonly number[];
  /** Flows from outside, by index of their forcing, mg/h each. */
  readonly inflows: readonly number[];
  readonly sink: number;
}

export function conservedSubstances(flat: FlatModel): ConservedSubstance[] {
  const substances = new Set(flat.states.flatMap(({ substance }) => substance ?? []));
  return [...substances].flatMap((substance) => conserved(flat, substance) ?? []);
}

/** Undefined where the model leaves it open: no sink, or an inflow that is not a forcing alone. */
function conserved(flat: FlatModel, substance: string): ConservedSubstance | undefined {
  const states = [...flat.states.keys()].filter((i) => flat.states[i]?.substance === substance);
  const own = new Set(states);
  const leaving = new Set(flat.transfers.map(({ from }) => from));
  const entered = new Set(flat.transfers.map(({ to }) => to));
  const sink = states.find((i) => !leaving.has(i) && entered.has(i));
  const inflows = flat.transfers
    .filter(({ from, to }) => from < 0 && own.has(to))
    .map(({ rate }) =>
      flat.forcings.findIndex(({ name }) => rate.op === "symbol" && rate.name === name),
    );
  const isLost = flat.transfers.some(({ from, to }) => own.has(from) && !own.has(to));
  if (sink === undefined || isLost || inflows.includes(-1)) return undefined;
  return { states, inflows, sink };
}
