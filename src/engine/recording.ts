/** One simulation of a plan that records whatever of the model one asks for, at the times one asks. */
import { fluxName } from "../core/model/compose";
import type { Block, Model, Outcome } from "../core/model/model";
import type { RecordedFlux } from "./cleared";
import type { CompiledStudies } from "./compiled-study";
import type { StudyPlan } from "./plan";
import { failureOf, simulatePerson, type OutputSummary } from "./simulate";

/** A formula over names of the model. */
export interface Probe {
  readonly inputs: NonNullable<Block["inputs"]>;
  readonly text: string;
  readonly unit: string;
}

export interface RecordingRequest {
  readonly times: Float64Array;
  readonly outputs: readonly string[];
  /** By what they are called. */
  readonly probes: Readonly<Record<string, Probe>>;
  /** Names of transfers. */
  readonly fluxes?: readonly string[];
}

export interface Recording {
  readonly times: Float64Array;
  /** Of an output, or of a probe by its name. */
  readonly of: (name: string) => Float64Array;
  readonly fluxes: readonly RecordedFlux[];
  /** Of the first output. */
  readonly summary: OutputSummary;
}

export function record(
  plan: StudyPlan,
  { times, outputs, probes, fluxes = [] }: RecordingRequest,
  studies: CompiledStudies,
): Outcome<Recording> {
  const names = [...outputs, ...Object.keys(probes), ...fluxes.map(fluxName)];
  const blocks = [...plan.model.blocks, ...Object.entries(probes).map(probeBlock)];
  const model = { ...plan.model, blocks, record: names };
  const prepared = studies.prepare(model);
  if (!prepared.ok) return prepared;
  const result = simulatePerson({ ...plan, model, outputs: names, times }, prepared.value);
  const failure = failureOf(result);
  if (failure) return { ok: false, problems: [failure] };
  const [summary] = result.summaries;
  if (!summary) throw new RangeError("nothing is recorded");
  const values = new Map(result.curves.map((curve) => [curve.name, curve.values]));
  const of = (name: string) => {
    const found = values.get(name);
    if (!found) throw new RangeError(`${name} was not recorded`);
    return found;
  };
  const recorded = fluxes.map((name) => ({
    name,
    from: sourceOf(plan.model, name),
    values: of(fluxName(name)),
  }));
  return { ok: true, value: { times, of, fluxes: recorded, summary } };
}

/** Names of transfers that run between some states and others, the states by how they begin. */
export function transfersAcross({ blocks }: Model, states: readonly string[]): string[] {
  const touches = (end: string | null) => states.some((state) => end?.startsWith(state));
  return blocks.flatMap((block) =>
    Object.entries(block.transfers ?? {}).flatMap(([local, { from, to }]) =>
      touches(globalName(block, from)) === touches(globalName(block, to))
        ? []
        : [`${block.name}.${local}`],
    ),
  );
}

// ——— the parts ———

function probeBlock([name, { inputs, text, unit }]: [string, Probe]): Block {
  return { name, inputs, outputs: { [name]: { text, unit, label: name } } };
}

function sourceOf({ blocks }: Model, transfer: string): string | null {
  for (const block of blocks) {
    const local = transfer.slice(block.name.length + 1);
    const found = transfer.startsWith(`${block.name}.`) ? block.transfers?.[local] : undefined;
    if (found) return globalName(block, found.from);
  }
  return null;
}

function globalName({ name }: Block, end: string | null): string | null {
  return end === null || end.includes(".") ? end : `${name}.${end}`;
}
