/** A model as a compute pipeline: the hand-written kernel with the printed parts in its slots. */
import kernelText from "../../../shaders/simulate.wgsl?raw";
import { conservedSubstances } from "../../core/compile/conservation";
import { emitWgsl, type WgslParts } from "../../core/compile/emit-wgsl";
import type { CompiledModel } from "../../core/compile/compile";
import type { StepPlan } from "../../core/compile/stages";
import type { Schedule } from "../schedule";

/** The text of the kernel for a model, a method and the sites that events add to. */
export function kernelSource(
  compiled: CompiledModel,
  plan: StepPlan,
  { sites }: Pick<Schedule, "sites">,
): string {
  const judged = compiled.flat.states.map(({ scale }) => scale !== Number.POSITIVE_INFINITY);
  const conserved = conservedSubstances(compiled.flat);
  return fill(kernelText, emitWgsl(compiled.program, plan, { sites, judged, conserved }));
}

export async function createPipeline(device: GPUDevice, code: string): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code });
  return device.createComputePipelineAsync({
    layout: device.createPipelineLayout({ bindGroupLayouts: [bindingLayout(device)] }),
    compute: { module, entryPoint: "simulate" },
  });
}

/** A kernel that is the same for every model. */
export async function utilityPipeline(
  device: GPUDevice,
  code: string,
  entryPoint: string,
): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code });
  return device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint } });
}

/** Bindings in the order of the kernel; spelled out, so that a model may leave one unused. */
export const bindingKinds = [
  ["run", "uniform"],
  ["coefficients", "read-only-storage"],
  ["state", "storage"],
  ["steps", "read-only-storage"],
  ["events", "read-only-storage"],
  ["curves", "storage"],
  ["reports", "storage"],
  ["tolerances", "read-only-storage"],
] as const satisfies readonly (readonly [string, GPUBufferBindingType])[];

export type BindingName = (typeof bindingKinds)[number][0];

function bindingLayout(device: GPUDevice): GPUBindGroupLayout {
  return device.createBindGroupLayout({
    entries: bindingKinds.map(([, type], binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
}

function fill(text: string, parts: WgslParts): string {
  return text.replaceAll(/^( *)\/\/! (\w+)$/gm, (slot, indent: string, name: string) => {
    if (!isPart(name, parts)) throw new RangeError(`the kernel has an unknown slot: ${slot}`);
    return parts[name].replaceAll(/^/gm, indent);
  });
}

function isPart(name: string, parts: WgslParts): name is keyof WgslParts {
  return Object.hasOwn(parts, name);
}
