/**
 * Runs one tile of people on the GPU: buffers in, dispatches of at most about 50 ms, results out.
 *
 * The steps of a schedule are cut into dispatches by the time the last one took; between two the
 * state stays on the device and the caller may stop. Buffers live as long as the tile.
 */
import type { Schedule } from "../schedule";
import { emptyBuffer, filledBuffer, readBuffer } from "./buffers";
import { Dispatches } from "./dispatches";
import { bindingKinds, type BindingName } from "./kernel";
import { eventTable, stepTable } from "./tables";

export interface TileInput {
  readonly people: number;
  /** Element i of person p at [i * people + p]. */
  readonly coefficients: Float32Array<ArrayBuffer>;
  /** States, then forcings, laid out alike. */
  readonly start: Float32Array<ArrayBuffer>;
  readonly schedule: Schedule;
  readonly outputs: number;
  /** Absolute tolerance of each state. */
  readonly tolerances: Float32Array<ArrayBuffer>;
}

export interface TileResult {
  /** [(record * outputs + output) * people + person] */
  readonly curves: Float32Array;
  /** States, then forcings, at the end. */
  readonly end: Float32Array;
  /** Per person: largest error over tolerance, and 1 if a number was not finite. */
  readonly reports: Float32Array;
  readonly dispatches: number;
  /** From the first dispatch to the end of the last: transfers and set-up left out. */
  readonly integrationMs: number;
}

/**
 * @param signal heeded between dispatches; aborted, it ends the tile without a result
 * @throws Error if the device is lost or refuses; the caller decides what to do next
 */
export async function runTile(
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  input: TileInput,
  onDispatch: (stepsDone: number, stepsInAll: number) => void,
  signal: AbortSignal,
): Promise<TileResult | undefined> {
  device.pushErrorScope("out-of-memory");
  device.pushErrorScope("validation");
  const tile = new Tile(device, pipeline, input);
  const result = await attempt(tile, onDispatch, signal);
  const faults = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  tile.destroy();
  const fault = faults.find((found) => found !== null);
  if (fault) throw new Error(fault.message);
  if (result instanceof Error) throw result;
  return result;
}

/** The result, undefined if it was stopped, or what went wrong: error scopes are read first. */
async function attempt(
  tile: Tile,
  onDispatch: (stepsDone: number, stepsInAll: number) => void,
  signal: AbortSignal,
): Promise<TileResult | undefined | Error> {
  try {
    const took = await tile.run(onDispatch, signal);
    return took && { ...(await tile.read()), ...took };
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

// ——— the parts ———

class Tile {
  readonly #device: GPUDevice;
  readonly #pipeline: GPUComputePipeline;
  readonly #input: TileInput;
  readonly #buffers: Record<BindingName, GPUBuffer>;
  readonly #bindings: GPUBindGroup;

  constructor(device: GPUDevice, pipeline: GPUComputePipeline, input: TileInput) {
    this.#device = device;
    this.#pipeline = pipeline;
    this.#input = input;
    const { schedule, people, outputs } = input;
    const { STORAGE, COPY_SRC, UNIFORM } = GPUBufferUsage;
    const records = schedule.recordHours.length;
    this.#buffers = {
      run: emptyBuffer(device, 4, UNIFORM),
      coefficients: filledBuffer(device, input.coefficients, STORAGE),
      state: filledBuffer(device, input.start, STORAGE | COPY_SRC),
      steps: filledBuffer(device, stepTable(schedule), STORAGE),
      events: filledBuffer(device, eventTable(schedule), STORAGE),
      curves: emptyBuffer(device, records * outputs * people, STORAGE | COPY_SRC),
      reports: emptyBuffer(device, 2 * people, STORAGE | COPY_SRC),
      tolerances: filledBuffer(device, input.tolerances, STORAGE),
    };
    this.#bindings = device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: bindingKinds.map(([name], binding) => ({
        binding,
        resource: { buffer: this.#buffers[name] },
      })),
    });
  }

  /** @returns what it took, or undefined if it was stopped */
  async run(
    onDispatch: (stepsDone: number, stepsInAll: number) => void,
    signal: AbortSignal,
  ): Promise<Pick<TileResult, "dispatches" | "integrationMs"> | undefined> {
    const total = this.#input.schedule.lengths.length;
    const { queue } = this.#device;
    await queue.onSubmittedWorkDone(); // uploads are not integration
    const start = performance.now();
    const dispatches = await new Dispatches(queue).run(
      total,
      (first, steps) => this.#dispatch(first, steps),
      signal,
      (done) => onDispatch(done, total),
    );
    if (dispatches === undefined) return undefined;
    return { dispatches, integrationMs: performance.now() - start };
  }

  async read(): Promise<Pick<TileResult, "curves" | "end" | "reports">> {
    const { curves, state, reports } = this.#buffers;
    return {
      curves: new Float32Array(await readBuffer(this.#device, curves)),
      end: new Float32Array(await readBuffer(this.#device, state)),
      reports: new Float32Array(await readBuffer(this.#device, reports)),
    };
  }

  destroy(): void {
    for (const [name] of bindingKinds) this.#buffers[name].destroy();
  }

  #dispatch(first: number, count: number): void {
    const { people } = this.#input;
    const run = new ArrayBuffer(16);
    new Uint32Array(run).set([people, first, count]);
    this.#device.queue.writeBuffer(this.#buffers.run, 0, run);
    const encoder = this.#device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, this.#bindings);
    pass.dispatchWorkgroups(Math.ceil(people / 64));
    pass.end();
    this.#device.queue.submit([encoder.finish()]);
  }
}
