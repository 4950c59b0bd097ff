/** Runs a plan on the back end asked for, or on the best one that works. */
import type { Machine } from "../core/compile/machine";
import { createTape } from "../core/compile/tape";
import { CompiledStudies } from "../engine/compiled-study";
import { acquireGpu } from "../engine/gpu/device";
import { nodeGpu } from "../engine/gpu/node";
import { simulatePersonOnGpu } from "../engine/gpu/one-person";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import type { StudyPlan } from "../engine/plan";
import { failureOf, simulatePerson, type PersonResult } from "../engine/simulate";
import { Refusal, refuse, valueOf } from "./refusal";

export type BackendName = "wasm" | "webgpu" | "tape";

export interface Simulated {
  readonly result: PersonResult;
  /** For people: what computed it and in which precision. */
  readonly backend: string;
  /** Name of the GPU's adapter. */
  readonly adapter?: string;
}

export async function simulateOn(
  name: BackendName | undefined,
  plan: StudyPlan,
): Promise<Simulated> {
  // one person is always the CPU's record; the GPU is for crowds, and for whoever names it
  if (name === "webgpu") return simulateOnGpu(plan);
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

/** Any adapter will do, software included: naming the back end is the permission. */
async function simulateOnGpu(plan: StudyPlan): Promise<Simulated> {
  let loss: string | undefined;
  const gpu = valueOf(
    await acquireGpu({
      gpu: await nodeGpu(),
      allowSoftware: true,
      onLost: (message) => {
        loss = message;
      },
    }),
  );
  keptForDawn.push(gpu);
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  try {
    const result = valueOf(await simulatePersonOnGpu(gpu.device, plan, studies));
    const failure = failureOf(result);
    if (failure) throw new Refusal([failure]);
    const kind = gpu.software ? "WebGPU in software" : "WebGPU";
    return { result, backend: `${kind}, f32, ${gpu.name}`, adapter: gpu.name };
  } catch (fault) {
    if (loss !== undefined)
      return refuse("gpu-lost", "GPU", `was lost (${loss}); use --backend wasm`);
    throw fault;
  }
}

/** Dawn aborts the process when its objects are collected. */
const keptForDawn: unknown[] = [];

function hasWasm(): boolean {
  return typeof WebAssembly === "object";
}
