/** Runs a plan on the back end asked for, or on the best one that works. */
import type { Machine } from "../core/compile/machine";
import { createTape } from "../core/compile/tape";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import type { StudyPlan } from "../engine/plan";
import { failureOf, simulatePerson, type PersonResult } from "../engine/simulate";
import { Refusal, refuse, valueOf } from "./refusal";

export type BackendName = "wasm" | "webgpu" | "tape";

export interface Simulated {
  readonly result: PersonResult;
  /** For people: what computed it and in which precision. */
  readonly backend: string;
}

export async function simulateOn(
  name: BackendName | undefined,
  plan: StudyPlan,
): Promise<Simulated> {
  // one person is always the CPU's record; the GPU is for crowds, and for whoever names it
  if (name === "webgpu") return refuse("no-webgpu", "--backend webgpu", "is not there yet");
  const kind = name ?? (hasWasm() ? "wasm" : "tape");
  const create: Record<"wasm" | "tape", (...args: Parameters<typeof createTape>) => Machine> = {
    wasm: (program, steps) => createWasmMachine(program, steps, 1),
    tape: createTape,
  };
  const studies = new CompiledStudies(create[kind]);
  const result = simulatePerson(plan, valueOf(studies.prepare(plan.model)));
  const failure = failureOf(result);
  if (failure) throw new Refusal([failure]);
  return { result, backend: kind === "wasm" ? "WebAssembly, f64" : "tape interpreter, f64" };
}

function hasWasm(): boolean {
  return typeof WebAssembly === "object";
}
