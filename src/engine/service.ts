/**
 * The engine as a service: one person's record on the CPU, a GPU that is proven before it is
 * used, explanations and evidence from the same models.
 *
 * Holds the compiled models and the GPU. Runs in a worker; where there is none, on the page.
 */
import { createTape } from "../core/compile/tape";
import type { Machine } from "../core/compile/machine";
import { fluxName } from "../core/model/compose";
import type { Outcome, Problem } from "../core/model/model";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import type { Study } from "../pharmacology/study";
import type {
  EngineInfo,
  EngineService,
  EvidenceScore,
  Explanation,
  Flux,
  GpuStatus,
  InteractionScore,
  PartitionTable,
  ProveRequest,
  ProveResult,
  SimulateRequest,
  SimulationResult,
} from "./api";
import { CompiledStudies } from "./compiled-study";
import { createWasmMachine } from "./cpu/wasm-machine";
import { explainBlock, formatFormula } from "./explain";
import type { ExplainedInteraction } from "./explain-interaction";
import { acquireGpu, type Gpu } from "./gpu/device";
import { metricsOf } from "./metrics";
import { partitionTable } from "./partition-table";
import {
  alsoRecord,
  dosesBehind,
  modelHashOf,
  planStudy,
  type DrugLookup,
  type StudyPlan,
} from "./plan";
import { proveGpu, type ProofProgress } from "./prove";
import { reportTimes } from "./report-times";
import { scoreSet, studyOf } from "./score";
import { scoreInteraction, studiesOf } from "./score-interactions";
import { failureOf, simulatePerson } from "./simulate";
import { version } from "./version";

export interface ServiceOptions {
  readonly gpu: GPU | undefined;
  /** The switch in the address that lets software adapters pass, for tests. */
  readonly allowSoftwareGpu: boolean;
  /** The switch that forbids WebAssembly, for tests and for the curious. */
  readonly forceTape: boolean;
}

export class Engine implements EngineService {
  readonly #options: ServiceOptions;
  readonly #studies: CompiledStudies;
  readonly #cpu: EngineInfo["cpu"];
  readonly #losses: number[] = [];
  #gpu: Gpu | undefined;
  #gpuProblem: Problem | undefined;
  /** Aborted and replaced whenever somebody asks to stop. */
  #work = new AbortController();

  constructor(options: ServiceOptions) {
    this.#options = options;
    const reason = options.forceTape ? "the address asks for it" : wasmProblem();
    this.#cpu = reason === undefined ? { kind: "wasm" } : { kind: "tape", reason };
    this.#studies = new CompiledStudies((program, plan): Machine =>
      reason === undefined ? createWasmMachine(program, plan, 1) : createTape(program, plan),
    );
  }

  async info(): Promise<EngineInfo> {
    return { version, cpu: this.#cpu, gpu: await this.#gpuStatus() };
  }

  async simulate(request: SimulateRequest): Promise<Outcome<SimulationResult>> {
    const began = performance.now();
    const planned = planFor(request, await lookupFor(request.study));
    if (!planned.ok) return planned;
    const { plan, fluxes } = planned.value;
    const prepared = this.#studies.prepare(plan.model);
    if (!prepared.ok) return prepared;
    const result = simulatePerson(plan, prepared.value);
    const failure = failureOf(result);
    if (failure) return { ok: false, problems: [failure] };
    const places = result.curves.length - fluxes.length;
    const curves = result.curves.slice(0, places);
    return {
      ok: true,
      value: {
        ...result,
        curves,
        summaries: result.summaries.slice(0, places),
        fluxes: fluxes.map((flux, i) => ({
          ...flux,
          values: result.curves[places + i]?.values ?? new Float64Array(),
        })),
        metrics: curves.map((curve, i) => this.#metrics(plan, result, curve.name, i)),
        person: plan.person,
        filled: plan.filled,
        doseTimes: plan.administrations.map(({ drug, atHours, overHours, amountMg }) => ({
          drug,
          atHours,
          overHours,
          amountMg,
        })),
        backend: this.#cpu.kind === "wasm" ? "CPU · WebAssembly · f64" : "CPU · interpreter · f64",
        tookMs: performance.now() - began,
      },
    };
  }

  async identify(study: Study): Promise<Outcome<string>> {
    const plan = planStudy(study, await lookupFor(study));
    return plan.ok ? { ok: true, value: modelHashOf(plan.value) } : plan;
  }

  async explain(study: Study, blocks: readonly string[]): Promise<Outcome<readonly Explanation[]>> {
    const plan = planStudy(study, await lookupFor(study));
    if (!plan.ok) return plan;
    const { model } = plan.value;
    const names = model.blocks.map(({ name }) => name);
    const wanted = names.filter((name) =>
      blocks.some((block) => name === block || name.startsWith(`${block}.`)),
    );
    return { ok: true, value: wanted.flatMap((name) => explainBlock(model, name) ?? []) };
  }

  async partition(study: Study, drugId: string): Promise<Outcome<PartitionTable>> {
    const plan = planStudy(study, await lookupFor(study));
    if (!plan.ok) return plan;
    const drug = plan.value.drugs.find(({ id }) => id === drugId);
    if (!drug) return refuse("unknown-drug", drugId, "is not in this study");
    return { ok: true, value: partitionTable(drug, plan.value.person) };
  }

  async scoreSet(set: EvidenceSet): Promise<Outcome<EvidenceScore>> {
    const scored = scoreSet(set, this.#studies, await shipped());
    if (!scored.ok) return scored;
    const { curve, ...scores } = scored.value;
    const predicted = curve.curves[0]?.values ?? new Float64Array();
    return { ok: true, value: { ...scores, study: studyOf(set), times: curve.times, predicted } };
  }

  async scoreInteraction(row: InteractionRow): Promise<Outcome<InteractionScore>> {
    const scored = scoreInteraction(row, this.#studies, await shipped());
    return scored.ok ? { ok: true, value: { ...scored.value, studies: studiesOf(row) } } : scored;
  }

  async explainInteraction(
    pair: InteractionScore["studies"],
    victim: string,
  ): Promise<Outcome<ExplainedInteraction>> {
    const { explainInteraction } = await import("./explain-interaction");
    return explainInteraction(pair, victim, this.#studies, await lookupFor(pair.with));
  }

  async proveGpu(
    request: ProveRequest,
    onProgress: (progress: ProofProgress) => void,
  ): Promise<Outcome<ProveResult>> {
    const { signal } = this.#work;
    const plan = planStudy(request.study, await lookupFor(request.study));
    if (!plan.ok) return plan;
    for (;;) {
      const gpu = await this.#acquire();
      if (!gpu.ok) return gpu;
      try {
        return await this.#proveOn(gpu.value, plan.value, request, onProgress, signal);
      } catch (fault) {
        if (!gpu.value.lost()) throw fault;
        // the loss was noted by `#onLost`; the next round takes a new device, or gives the reason
      }
    }
  }

  cancel(): Promise<void> {
    this.#work.abort();
    this.#work = new AbortController();
    return Promise.resolve();
  }

  /** For tests: destroys the device without a word, as a driver would. */
  breakGpu(): void {
    this.#gpu?.device.destroy();
  }

  // ——— the parts ———

  #metrics(
    plan: StudyPlan,
    result: ReturnType<typeof simulatePerson>,
    name: string,
    index: number,
  ) {
    const curve = result.curves[index];
    const summary = result.summaries[index];
    if (!curve || !summary) return [];
    const administrations = dosesBehind(plan, name);
    return metricsOf({ curve, summary, times: result.times, administrations });
  }

  async #proveOn(
    gpu: Gpu,
    plan: StudyPlan,
    request: ProveRequest,
    onProgress: (progress: ProofProgress) => void,
    signal: AbortSignal,
  ): Promise<Outcome<ProveResult>> {
    const began = performance.now();
    const proof = await proveGpu(
      gpu.device,
      plan,
      this.#studies,
      { people: request.people, seed: 1, cv: 0.25 },
      {
        onProgress,
        signal,
        breathe: () => new Promise((resolve) => setTimeout(resolve)),
      },
    );
    if (!proof.ok) return proof;
    if (!proof.value) return refuse("cancelled", "GPU proof", "was stopped");
    const cpuMs = performance.now() - began - proof.value.integrationMs;
    return { ok: true, value: { proof: proof.value, gpu: gpu.name, cpuMs } };
  }

  async #gpuStatus(): Promise<GpuStatus> {
    const gpu = await this.#acquire();
    if (!gpu.ok) return { kind: "unused", problem: firstOf(gpu.problems) };
    return { kind: "ready", name: gpu.value.name, software: gpu.value.software };
  }

  async #acquire(): Promise<Outcome<Gpu>> {
    if (this.#gpu && !this.#gpu.lost()) return { ok: true, value: this.#gpu };
    if (this.#gpuProblem) return { ok: false, problems: [this.#gpuProblem] };
    const acquired = await acquireGpu({
      gpu: this.#options.gpu,
      allowSoftware: this.#options.allowSoftwareGpu,
      onLost: (message) => this.#onLost(message),
    });
    if (acquired.ok) this.#gpu = acquired.value;
    else this.#gpuProblem = firstOf(acquired.problems);
    return acquired;
  }

  /** A lost device is replaced; the third loss within a minute ends the use of the GPU. */
  #onLost(message: string): void {
    const now = performance.now();
    this.#losses.push(now);
    const recent = this.#losses.filter((at) => now - at < 60_000);
    if (recent.length >= 3) {
      this.#gpuProblem = {
        code: "gpu-lost",
        subject: "GPU",
        message: `was lost three times within a minute (${message}), so the CPU computes from here on`,
      };
    }
  }
}

/** Why WebAssembly cannot be used; undefined where it can. */
function wasmProblem(): string | undefined {
  if (typeof WebAssembly !== "object") return "this browser has no WebAssembly";
  // (module (func (result v128) (v128.const …))): 128-bit SIMD, which the printed code needs
  const simd = [
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0, 10, 22, 1, 20, 0, 0xfd,
    12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0b,
  ];
  return WebAssembly.validate(new Uint8Array(simd))
    ? undefined
    : "WebAssembly here lacks 128-bit arithmetic";
}

/** The page's own study brings its drugs along; the library is loaded for one that names them. */
async function lookupFor({ drugs }: Study): Promise<DrugLookup> {
  return drugs.some((entry) => typeof entry === "string") ? shipped() : () => undefined;
}

async function shipped(): Promise<DrugLookup> {
  const { shippedDrug } = await import("../pharmacology/drugs/library");
  return shippedDrug;
}

/** The study with what the page needs besides: more outputs, fluxes, and close times. */
function planFor(request: SimulateRequest, lookup: DrugLookup) {
  const { study } = request;
  const first = planStudy(study, lookup);
  if (!first.ok) return first;
  const fluxes = fluxesIn(first.value, request.fluxesOf);
  const names = fluxes.map(({ name }) => fluxName(name));
  const planned = alsoRecord(first.value, [...request.outputs, ...names]);
  if (!planned.ok) return planned;
  const plan = { ...planned.value, times: reportTimes(planned.value) };
  return { ok: true as const, value: { plan, fluxes } };
}

/** The transfers that cross the border of a set of states, given by the beginnings of their names. */
function fluxesIn({ model }: StudyPlan, states: readonly string[]): Omit<Flux, "values">[] {
  const touches = (end: string | null) => states.some((state) => end?.startsWith(state));
  return model.blocks.flatMap((block) =>
    Object.entries(block.transfers ?? {}).flatMap(([local, { from, to, label, rate }]) => {
      const global = (end: string | null) =>
        end === null ? null : end.includes(".") ? end : `${block.name}.${end}`;
      const ends = { from: global(from), to: global(to) };
      if (touches(ends.from) === touches(ends.to)) return [];
      return [{ name: `${block.name}.${local}`, label, formula: formatFormula(rate), ...ends }];
    }),
  );
}

function firstOf(problems: readonly Problem[]): Problem {
  return problems[0] ?? { code: "unknown", subject: "GPU", message: "cannot be used" };
}

function refuse(code: string, subject: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject, message }] };
}
