/**
 * Tiles on the GPU, in 32 bit: one kernel integrates, one measures and counts; only measures and
 * counts come back.
 *
 * Tiles are sized by what the last one took, and their steps are cut into dispatches. A tile that
 * fails leaves nothing behind.
 */
import measureText from "../../../shaders/measure.wgsl?raw";
import { createPipeline, kernelSource, utilityPipeline } from "../gpu/kernel";
import type { Gpu } from "../gpu/device";
import { Dispatches } from "../gpu/dispatches";
import { unlessAborted } from "../unless-aborted";
import type { CrowdPlan } from "./crowd-plan";
import { TileBuffers, type Pipelines } from "./gpu-buffers";
import { measuredSize, type Tile, type TileOutcome, type TileSolver } from "./tile";

/** @returns undefined if it was aborted while the kernels were compiled */
export async function gpuTiles(
  crowd: CrowdPlan,
  gpu: Gpu,
  signal: AbortSignal,
): Promise<TileSolver | undefined> {
  const { device } = gpu;
  const { compiled } = crowd.study;
  const pipelines = await unlessAborted(
    Promise.all([
      createPipeline(device, kernelSource(compiled, crowd.stepPlan, crowd.schedule)),
      utilityPipeline(device, measureText, "measure"),
    ]),
    signal,
  );
  if (!pipelines) return undefined;
  const [simulate, measure] = pipelines;
  const tiles = new GpuTiles(crowd, device, { simulate, measure });
  return {
    name: `GPU · ${gpu.name} · f32`,
    size: () => tiles.size,
    solve: (tile, counts, stop) => tiles.solve(tile, counts, stop),
    close: () => tiles.close(),
  };
}

// ——— the parts ———

/** Aim of a tile. */
const tileMs = 50;
const firstSize = 1024;
const mostSize = 2 ** 17;
const workgroup = 64;

class GpuTiles {
  readonly #crowd: CrowdPlan;
  readonly #device: GPUDevice;
  readonly #pipelines: Pipelines;
  readonly #dispatches: Dispatches;
  #buffers: TileBuffers | undefined;
  size: number;

  constructor(crowd: CrowdPlan, device: GPUDevice, pipelines: Pipelines) {
    this.#crowd = crowd;
    this.#device = device;
    this.#pipelines = pipelines;
    this.#dispatches = new Dispatches(device.queue);
    this.size = Math.min(firstSize, this.#mostPeople());
  }

  close(): void {
    this.#buffers?.destroy();
  }

  async solve(
    tile: Tile,
    counts: Uint32Array,
    signal: AbortSignal,
  ): Promise<TileOutcome | undefined> {
    const people = tile.people.length;
    const device = this.#device;
    const began = performance.now();
    device.pushErrorScope("out-of-memory");
    device.pushErrorScope("validation");
    const outcome = await this.#attempt(tile, counts, signal);
    const faults = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
    const fault = faults.find((found) => found !== null);
    if (fault) throw new Error(fault.message);
    if (outcome instanceof Error) throw outcome;
    this.#resize(people, performance.now() - began);
    return outcome;
  }

  // ——— below: in the order in which they are called ———

  /** Errors are values here: error scopes are read first. */
  async #attempt(
    tile: Tile,
    counts: Uint32Array,
    signal: AbortSignal,
  ): Promise<TileOutcome | undefined | Error> {
    const people = tile.people.length;
    try {
      const buffers = this.#buffersFor(people);
      buffers.load(tile);
      const integrationMs = await this.#integrate(buffers, people, signal);
      if (integrationMs === undefined) return undefined;
      return { ...(await this.#finish(buffers, people, counts)), integrationMs };
    } catch (fault) {
      return fault instanceof Error ? fault : new Error(String(fault));
    }
  }

  #buffersFor(people: number): TileBuffers {
    if (this.#buffers && this.#buffers.room >= people) return this.#buffers;
    this.#buffers?.destroy();
    this.#buffers = new TileBuffers(this.#crowd, this.#device, this.#pipelines, people);
    return this.#buffers;
  }

  /** @returns how long it took; undefined if it was stopped */
  async #integrate(
    buffers: TileBuffers,
    people: number,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const began = performance.now();
    const submit = (first: number, steps: number) => {
      buffers.aim(people, first, steps);
      this.#submit("simulate", buffers, people);
    };
    const total = this.#crowd.schedule.lengths.length;
    const dispatches = await this.#dispatches.run(total, submit, signal);
    return dispatches === undefined ? undefined : performance.now() - began;
  }

  async #finish(buffers: TileBuffers, people: number, counts: Uint32Array): Promise<TileOutcome> {
    this.#submit("measure", buffers, people);
    const { counted, ...outcome } = await buffers.read(people);
    for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] ?? 0) + (counted[i] ?? 0);
    return outcome;
  }

  /** Twice as many where a tile was quick, half where it was slow. */
  #resize(people: number, tookMs: number): void {
    if (people < this.size) return; // the last of a crowd says little
    if (tookMs < tileMs) this.size = Math.min(2 * this.size, this.#mostPeople());
    else if (tookMs > 4 * tileMs && this.size > workgroup) this.size /= 2;
  }

  #submit(kernel: keyof Pipelines, { groups }: TileBuffers, people: number): void {
    const encoder = this.#device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.#pipelines[kernel]);
    pass.setBindGroup(0, groups[kernel]);
    pass.dispatchWorkgroups(Math.ceil(people / workgroup));
    pass.end();
    this.#device.queue.submit([encoder.finish()]);
  }

  /** What the largest buffer of a tile has room for. */
  #mostPeople(): number {
    const { limits } = this.#device;
    const { outputs, schedule, study } = this.#crowd;
    const { c, y, f } = study.compiled.program.sizes;
    const curves = schedule.recordHours.length * study.compiled.flat.outputs.length;
    const perPerson = 4 * Math.max(curves, c + 1, y + f, measuredSize(outputs.length, 1) + 1);
    const room = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
    const people = Math.min(
      mostSize,
      Math.floor(room / perPerson),
      limits.maxComputeWorkgroupsPerDimension * workgroup,
    );
    return Math.max(workgroup, 2 ** Math.floor(Math.log2(people)));
  }
}
