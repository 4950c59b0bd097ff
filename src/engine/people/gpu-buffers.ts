/** The buffers of a tile on the GPU, and which kernel sees which. */
import { emptyBuffer, filledBuffer, readBuffer } from "../gpu/buffers";
import { bindingKinds } from "../gpu/kernel";
import { eventTable, stepTable } from "../gpu/tables";
import { binCount } from "./bins";
import type { CrowdPlan } from "./crowd-plan";
import { measuredSize, mostError, type Tile } from "./tile";

export interface Pipelines {
  readonly simulate: GPUComputePipeline;
  readonly measure: GPUComputePipeline;
  readonly count: GPUComputePipeline;
}

const none = 0xffffffff;

export class TileBuffers {
  readonly #crowd: CrowdPlan;
  readonly #device: GPUDevice;
  readonly #buffers: ReturnType<typeof makeBuffers>;
  readonly groups: Record<keyof Pipelines, GPUBindGroup>;
  /** How many people fit. */
  readonly room: number;

  constructor(crowd: CrowdPlan, device: GPUDevice, pipelines: Pipelines, room: number) {
    this.#crowd = crowd;
    this.#device = device;
    this.room = room;
    this.#buffers = makeBuffers(crowd, device, room);
    const { measure, count, ...simulate } = this.#buffers;
    const group = (pipeline: GPUComputePipeline, buffers: readonly GPUBuffer[]) =>
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
      });
    this.groups = {
      simulate: group(
        pipelines.simulate,
        bindingKinds.map(([name]) => simulate[name]),
      ),
      measure: group(pipelines.measure, [
        measure.run,
        simulate.curves,
        simulate.state,
        simulate.reports,
        measure.gaps,
        measure.plan,
        measure.measured,
        measure.status,
        simulate.coefficients,
      ]),
      count: group(pipelines.count, [
        count.run,
        simulate.curves,
        measure.status,
        count.plan,
        count.counts,
      ]),
    };
  }

  /** Brings the people of a tile to their first moment. */
  load({ people, coefficients }: Tile): void {
    const { queue } = this.#device;
    const { initial, study, outputs, schedule, countedRows, substances } = this.#crowd;
    const { state, reports, measure, count } = this.#buffers;
    const { sizes } = study.compiled.program;
    const encoder = this.#device.createCommandEncoder();
    for (const buffer of [state, reports, count.counts]) encoder.clearBuffer(buffer);
    queue.submit([encoder.finish()]);
    queue.writeBuffer(this.#buffers.coefficients, 0, coefficients);
    initial.forEach((value, i) => {
      if (value === 0) return;
      const row = new Float32Array(people.length).fill(value);
      queue.writeBuffer(state, 4 * i * people.length, row);
    });
    const shape = outputs[0]?.shape;
    const orNone = (row: number | undefined) => (row === undefined || row < 0 ? none : row);
    const run = new Uint32Array([
      people.length,
      outputs.length,
      schedule.recordHours.length,
      orNone(shape?.troughRow),
      orNone(shape?.lowestFromRow),
      shape?.lastEventRow ?? 0,
      substances.length,
      0,
      sizes.c,
    ]);
    new Float32Array(run.buffer)[7] = mostError;
    queue.writeBuffer(measure.run, 0, run);
    queue.writeBuffer(
      count.run,
      0,
      new Uint32Array([people.length, outputs.length, countedRows.length, binCount]),
    );
  }

  /** Which steps the next dispatch takes. */
  aim(people: number, first: number, steps: number): void {
    this.#device.queue.writeBuffer(
      this.#buffers.run,
      0,
      new Uint32Array([people, first, steps, 0]),
    );
  }

  async read(people: number) {
    const { measure, count } = this.#buffers;
    const outputs = this.#crowd.outputs.length;
    const [measured, status, counted] = await Promise.all([
      readBuffer(this.#device, measure.measured, measuredSize(outputs, people)),
      readBuffer(this.#device, measure.status, outputs * people),
      readBuffer(this.#device, count.counts),
    ]);
    return {
      measured: new Float32Array(measured),
      status: new Uint32Array(status),
      counted: new Uint32Array(counted),
    };
  }

  destroy(): void {
    const { measure, count, ...simulate } = this.#buffers;
    for (const part of [measure, count, simulate]) {
      for (const buffer of Object.values(part)) buffer.destroy();
    }
  }
}

// ——— the parts ———

function makeBuffers(crowd: CrowdPlan, device: GPUDevice, people: number) {
  const { STORAGE, COPY_SRC, UNIFORM } = GPUBufferUsage;
  const { schedule, outputs, countedRows, absolute } = crowd;
  const { c, y, f } = crowd.study.compiled.program.sizes;
  const empty = (words: number, usage: GPUBufferUsageFlags) => emptyBuffer(device, words, usage);
  const filled = (data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) =>
    filledBuffer(device, data, STORAGE);
  return {
    run: empty(4, UNIFORM),
    coefficients: empty((c + 1) * people, STORAGE),
    state: empty((y + f) * people, STORAGE),
    steps: filled(stepTable(schedule)),
    events: filled(eventTable(schedule)),
    curves: empty(schedule.recordHours.length * outputs.length * people, STORAGE),
    reports: empty(2 * people, STORAGE),
    tolerances: filled(Float32Array.from(absolute)),
    measure: {
      run: empty(12, UNIFORM),
      gaps: filled(Float32Array.from(outputs[0]?.shape.gaps ?? [])),
      plan: filled(measurePlan(crowd)),
      measured: empty(measuredSize(outputs.length, people), STORAGE | COPY_SRC),
      status: empty(outputs.length * people, STORAGE | COPY_SRC),
    },
    count: {
      run: empty(4, UNIFORM),
      plan: filled(Uint32Array.from([...countedRows, ...outputs.map(({ lowest }) => lowest)])),
      counts: empty(countedRows.length * outputs.length * binCount, STORAGE | COPY_SRC),
    },
  };
}

/** As shaders/measure.wgsl reads it. */
function measurePlan({ outputs, substances }: CrowdPlan): Uint32Array<ArrayBuffer> {
  return Uint32Array.from([
    ...outputs.flatMap(({ shape, areaState }) => [bitsOf(shape.threshold), areaState]),
    ...substances.flatMap(({ states, fixedMg, perKgMg }) => [
      bitsOf(fixedMg),
      bitsOf(perKgMg),
      states.length,
      ...states,
    ]),
  ]);
}

/** Of the number in 32 bit; Infinity as the largest, which a kernel may compare with. */
function bitsOf(value: number): number {
  const number = new Float32Array([Math.min(value, 3e38)]);
  return new Uint32Array(number.buffer)[0] ?? 0;
}
