/**
 * Compiled models, kept by their structure.
 *
 * Dragging a dose or a weight changes numbers, never formulas: the same program serves, and only
 * the parameters are written anew.
 */
import { compileModel, type CompiledModel } from "../core/compile/compile";
import type { Machine } from "../core/compile/machine";
import type { Program } from "../core/compile/program";
import { planStep, type StepPlan } from "../core/compile/stages";
import type { Model, Outcome } from "../core/model/model";
import { rodas, type RosenbrockMethod } from "../core/numerics/tableaus";
import { unitOf } from "../core/units/parse";

export type CreateMachine = (program: Program, plan: StepPlan) => Machine;

/** A machine and the model it was made from. */
export interface CompiledStudy {
  readonly compiled: CompiledModel;
  readonly machine: Machine;
  readonly stateIndex: (name: string) => number;
  readonly forcingIndex: (name: string) => number;
}

export class CompiledStudies {
  readonly #create: CreateMachine;
  readonly #kept = new Map<string, CompiledStudy>();

  constructor(create: CreateMachine) {
    this.#create = create;
  }

  /** The machine for a model, with the model's parameters in it and everything else at rest. */
  prepare(model: Model): Outcome<CompiledStudy> {
    const key = structureKey(model);
    const known = this.#kept.get(key) ?? this.#compile(model, key);
    if ("ok" in known) return known;
    writeParameters(known.machine, model);
    known.machine.state.fill(0);
    known.machine.forcings.fill(0);
    known.compiled.flat.states.forEach((state, i) => {
      if (state.initial) known.machine.state[i] = state.initial * unitOf(state.unit).factor;
    });
    known.machine.computeCoefficients();
    return { ok: true, value: known };
  }

  /** A machine of the same program that steps by another method. */
  machineFor({ compiled, machine }: CompiledStudy, method: RosenbrockMethod): Machine {
    return machine.plan.method === method
      ? machine
      : this.#create(compiled.program, planStep(method));
  }

  #compile(model: Model, key: string): CompiledStudy | Extract<Outcome<never>, { ok: false }> {
    const compiled = compileModel(model);
    if (!compiled.ok) return compiled;
    const { flat, program } = compiled.value;
    const machine = this.#create(program, planStep(rodas));
    const states = new Map(flat.states.map(({ name }, i) => [name, i]));
    const forcings = new Map(flat.forcings.map(({ name }, i) => [name, i]));
    const study: CompiledStudy = {
      compiled: compiled.value,
      machine,
      stateIndex: (name) => indexOf(states, name),
      forcingIndex: (name) => indexOf(forcings, name),
    };
    if (this.#kept.size >= mostKept) this.#kept.delete([...this.#kept.keys()][0] ?? "");
    this.#kept.set(key, study);
    return study;
  }
}

const mostKept = 12;

/**
 * The same for models that differ in the values of parameters alone. Not sorted and not hashed:
 * the same assembly writes its keys in the same order, and this runs with every move of a slider.
 */
export function structureKey(model: Model): string {
  return JSON.stringify({
    ...model,
    blocks: model.blocks.map((block) => ({
      ...block,
      parameters: Object.entries(block.parameters ?? {}).map(([name, { unit }]) => [name, unit]),
    })),
  });
}

/** Parameters in the order in which composing a model lists them. */
export function parameterValues(model: Model): number[] {
  return model.blocks.flatMap((block) =>
    Object.values(block.parameters ?? {}).map(({ value, unit }) => value * unitOf(unit).factor),
  );
}

function writeParameters(machine: Machine, model: Model): void {
  machine.parameters.set(parameterValues(model));
}

function indexOf(names: ReadonlyMap<string, number>, name: string): number {
  const index = names.get(name);
  if (index === undefined) throw new RangeError(`the model has no ${name}`);
  return index;
}
