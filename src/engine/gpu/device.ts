/**
 * Getting a GPU, and knowing when it is gone.
 *
 * A loss is silent only if we announced it before destroying the device; every other loss,
 * whatever reason word comes with it, is told to whoever asked. A refused GPU is an answer with a
 * reason that a person can read.
 */
import type { Outcome } from "../../core/model/model";

export interface Gpu {
  readonly device: GPUDevice;
  /** For people: vendor, architecture or description. */
  readonly name: string;
  readonly software: boolean;
  /** Whether the device is gone; set before anybody is told. */
  readonly lost: () => boolean;
  /** Announces the end and destroys the device. */
  readonly release: () => void;
}

export interface GpuRequest {
  /** `navigator.gpu`, or what Node was given; undefined where there is none. */
  readonly gpu: GPU | undefined;
  /** Take an adapter that computes in software: for tests and for whoever asks for it. */
  readonly allowSoftware: boolean;
  readonly onLost: (message: string) => void;
}

export async function acquireGpu(request: GpuRequest): Promise<Outcome<Gpu>> {
  const { gpu } = request;
  if (!gpu) return refuse("no-webgpu", "this browser has no WebGPU");
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
    if (!adapter) return refuse("no-adapter", "no graphics processor is offered to WebGPU here");
    const software = isSoftware(adapter);
    if (software && !request.allowSoftware) {
      return refuse(
        "software-adapter",
        "only a software imitation of a graphics processor is there, slower than the CPU path",
      );
    }
    const device = await adapter.requestDevice();
    return { ok: true, value: watch(device, nameOf(adapter), software, request.onLost) };
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    return refuse("no-device", `the graphics processor refused (${message.slice(0, 160)})`);
  }
}

// ——— the parts ———

function watch(
  device: GPUDevice,
  name: string,
  software: boolean,
  onLost: GpuRequest["onLost"],
): Gpu {
  let announced = false;
  let lost = false;
  void device.lost.then((info) => {
    lost = true;
    if (!announced) onLost(info.message || info.reason || "the graphics processor is gone");
  });
  return {
    device,
    name,
    software,
    lost: () => lost,
    release() {
      announced = true;
      device.destroy();
    },
  };
}

function isSoftware(adapter: GPUAdapter): boolean {
  const { info } = adapter;
  const imitation = /swiftshader|llvmpipe|lavapipe|basic render|warp/i;
  return (
    info.isFallbackAdapter ||
    imitation.test(`${info.architecture} ${info.device} ${info.description}`)
  );
}

function nameOf({ info }: GPUAdapter): string {
  const words = [info.vendor, info.description || info.device || info.architecture];
  return words.filter(Boolean).join(" ") || "unnamed adapter";
}

function refuse(code: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject: "GPU", message }] };
}
