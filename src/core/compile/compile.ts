/** From a declared model to a program: the whole path in one call. */
import { compose, type FlatModel } from "../model/compose";
import type { Model, Outcome } from "../model/model";
import { lower, type LoweredSystem } from "./lower";
import { buildProgram, type Program } from "./program";

export interface CompiledModel {
  readonly flat: FlatModel;
  readonly system: LoweredSystem;
  readonly program: Program;
}

export function compileModel(model: Model): Outcome<CompiledModel> {
  const flat = compose(model);
  if (!flat.ok) return flat;
  const system = lower(flat.value);
  return { ok: true, value: { flat: flat.value, system, program: buildProgram(system) } };
}
