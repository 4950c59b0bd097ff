/** The buffers of a tile on the GPU, and which kernel sees which. */
import { emptyBuffer, filledBuffer, readBuffer } from "../gpu/buffers";
import { bindingKinds } from "../gpu/kernel";
import { eventTable, stepTable } from "../gpu/tables";
import { binCount } from "./bins";
import type { CrowdPlan } from "./crowd-plan";
import { mostNodes, peakWindow } from "./measures";
import { measuredSize, mostError, type Tile } from "./tile";

export interface Pipelines {
  readonly simulate: GPUComputePipeline;
  readonly measure: GPUComputePipeline;
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
    const { measure, ...simulate } = this.#buffers;
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
        measure.rows,
        measure.plan,
        measure.measured,
        simulate.coefficients,
        measure.counts,
      ]),
    };
  }

  /** Brings the people of a tile to their first moment. */
  load({ people, coefficients }: Tile): void {
    const { queue } = this.#device;
    const { initial, study, outputs, schedule, substances } = this.#crowd;
    const { state, reports, measure } = this.#buffers;
    const { sizes } = study.compiled.program;
    const encoder = this.#device.createCommandEncoder();
    for (const buffer of [state, reports, measure.counts]) encoder.clearBuffer(buffer);
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
      binCount,
      sizes.c,
      bitsOf(mostError),
    ]);
    queue.writeBuffer(measure.run, 0, run);
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
    const { measure } = this.#buffers;
    const size = measuredSize(this.#crowd.outputs.length, people);
    const [measured, counted] = await Promise.all([
      readBuffer(this.#device, measure.measured, size + people),
      readBuffer(this.#device, measure.counts),
    ]);
    return {
      measured: new Float32Array(measured, 0, size),
      flaws: Uint8Array.from(new Float32Array(measured, 4 * size)),
      counted: new Uint32Array(counted),
    };
  }

  destroy(): void {
    const { measure, ...simulate } = this.#buffers;
    for (const part of [measure, simulate]) {
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
      rows: filled(rowTable(crowd)),
      plan: filled(measurePlan(crowd)),
      measured: empty(measuredSize(outputs.length, people) + people, STORAGE | COPY_SRC),
      counts: empty(countedRows.length * outputs.length * binCount, STORAGE | COPY_SRC),
    },
  };
}

/** `rows` as shaders/measure.wgsl reads them. */
function rowTable({ schedule, outputs, countedRows }: CrowdPlan): Uint32Array<ArrayBuffer> {
  const { recordHours } = schedule;
  const gaps = outputs[0]?.shape.gaps ?? new Float64Array(recordHours.length);
  const places = new Map(Array.from(countedRows, (row, place) => [row, place]));
  const end = recordHours.at(-1) ?? 0;
  const nodes = new Float64Array(mostNodes);
  return Uint32Array.from(
    Array.from(recordHours, (hours, row) => {
      const { first, count } = peakWindow(gaps, row, nodes);
      for (let i = count; i < mostNodes; i++) nodes[i] = (nodes[i - 1] ?? 0) + 1;
      const numbers = [gaps[row] ?? 0, end - hours].map(bitsOf);
      return [...numbers, places.get(row) ?? none, first, count, ...Array.from(nodes, bitsOf)];
    }).flat(),
  );
}

/** `plan` as shaders/measure.wgsl reads it. */
function measurePlan({ outputs, substances }: CrowdPlan): Uint32Array<ArrayBuffer> {
  return Uint32Array.from([
    ...outputs.flatMap(({ shape, areaState, lowest }) => [
      bitsOf(shape.threshold),
      areaState,
      lowest,
    ]),
    ...substances.flatMap(({ states, fixedMg, perKgMg }) => {
      const spans = spansOf(states);
      return [bitsOf(fixedMg), bitsOf(perKgMg), spans.length, ...spans.flat()];
    }),
  ]);
}

/** Ascending numbers as spans: the first, and the one after the last. */
function spansOf(ascending: readonly number[]): (readonly [number, number])[] {
  const breaks = ascending.flatMap((n, i) => (n === (ascending[i - 1] ?? NaN) + 1 ? [] : [i]));
  return breaks.map((from, i) => {
    const to = breaks[i + 1] ?? ascending.length;
    return [ascending[from] ?? 0, (ascending[to - 1] ?? -1) + 1];
  });
}

/** Of the number in 32 bit; Infinity as the largest, which a kernel may compare with. */
function bitsOf(value: number): number {
  const number = new Float32Array([Math.min(value, 3e38)]);
  return new Uint32Array(number.buffer)[0] ?? 0;
}
