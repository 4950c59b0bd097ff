/**
 * The page's side of runs over many people: opens workers, hands ranges to them, closes them.
 *
 * Workers hold the study; the page adds up what they give. A worker that dies is a lost device: its
 * range is solved by others. Nothing of a run outlives it.
 */
import { transfer } from "comlink";
import type { Outcome, Problem } from "../../core/model/model";
import type { Study } from "../../pharmacology/study";
import { LivingWorker } from "../living-worker";
import { unlessAborted } from "../unless-aborted";
import type {
  OpenedPeople,
  PeoplePlace,
  PeopleRange,
  PeopleRequest,
  PeopleService,
} from "./people-api";
import type { PeopleOptions } from "./people-service";
import type { PeopleWorker } from "./people.worker";
import type { Ribbon } from "./ribbons";
import type { RangeSolver, RunState } from "./run";
import { simulatePeople, type PeopleEnd } from "./simulate-people";

export interface PeopleClientOptions extends Omit<PeopleOptions, "gpu"> {
  readonly createWorker: () => Worker;
  /** How many workers the CPU path may use. */
  readonly workers: number;
  /** How long a GPU may be prepared before the CPU begins, ms. */
  readonly patienceMs?: number;
}

export interface PeopleRunHooks {
  readonly signal: AbortSignal;
  readonly onOpen: (opened: OpenedPeople, whyNoGpu: Problem | undefined) => void;
  readonly onRange: (range: PeopleRange, state: RunState, backend: string) => void;
  /** All that was told so far is void. */
  readonly onRestart: (why: string) => void;
}

export class PeopleClient {
  readonly #options: PeopleClientOptions;
  /** Answers questions about people of one request; kept until another request is asked about. */
  #guide:
    | {
        readonly request: PeopleRequest;
        readonly worker: OneWorker;
        readonly opened: Promise<Outcome<OpenedPeople>>;
      }
    | undefined;

  constructor(options: PeopleClientOptions) {
    this.#options = options;
  }

  async run(request: PeopleRequest, hooks: PeopleRunHooks): Promise<Outcome<PeopleEnd>> {
    const desk = new Desk(this.#options, request);
    try {
      // a driver that compiles is not waited for by somebody who has stopped
      const best = desk.openBest();
      const { patienceMs, allowSoftwareGpu } = this.#options;
      // whoever asks for an imitation of a GPU wants to see that, not what is sooner
      const patience = patienceMs ?? (allowSoftwareGpu ? Infinity : usualPatienceMs);
      const first = await unlessAborted(Promise.race([best, after(patience)]), hooks.signal);
      const ready = first ?? (hooks.signal.aborted ? undefined : await desk.openMeanwhile(best));
      if (!ready) return { ok: false, problems: [stoppedBefore] };
      if (!ready.ok) return ready;
      const { opened, whyNoGpu } = ready.value;
      hooks.onOpen(opened, whyNoGpu);
      const end = await simulatePeople(opened, desk.places(ready.value), hooks);
      return { ok: true, value: end };
    } finally {
      desk.close();
    }
  }

  /** Percentiles over time of some of the people, by their numbers. */
  ribbonsOf(request: PeopleRequest, people: readonly number[]): Promise<readonly Ribbon[]> {
    return this.#ask(request, async (service) => (await service.ribbonsOf(people)) ?? []);
  }

  /** One person's curves at the times of the ribbons. */
  curvesOf(request: PeopleRequest, person: number): Promise<Outcome<readonly Float64Array[]>> {
    return this.#ask(request, (service) => service.curvesOf(person));
  }

  /** The study of one person with all of that person's own numbers. */
  studyOf(request: PeopleRequest, person: number): Promise<Outcome<Study>> {
    return this.#ask(request, (service) => service.studyOf(person));
  }

  close(): void {
    this.#guide?.worker.close();
    this.#guide = undefined;
  }

  // ——— the parts ———

  async #ask<T>(request: PeopleRequest, ask: (service: PeopleService) => Promise<T>): Promise<T> {
    if (this.#guide?.request !== request || this.#guide.worker.isGone) {
      this.close();
      const worker = new OneWorker(this.#options);
      this.#guide = { request, worker, opened: worker.open(request, "cpu") };
    }
    const { opened, worker } = this.#guide;
    const outcome = await opened;
    if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(" "));
    return worker.ask(ask);
  }
}

// ——— the parts ———

interface Place {
  readonly opened: OpenedPeople;
  readonly solver: RangeSolver<PeopleRange>;
}

interface BestPlace extends Place {
  readonly place: PeoplePlace;
  readonly whyNoGpu: Problem | undefined;
  /** A GPU that comes later. */
  readonly later?: Promise<RangeSolver<PeopleRange> | undefined>;
}

/** A kernel of one drug is compiled sooner; those of several drugs may take a minute. */
const usualPatienceMs = 700;

function after(ms: number): Promise<undefined> {
  // a promise that never comes is no timer of 25 days
  return new Promise((resolve) => {
    if (Number.isFinite(ms)) setTimeout(() => resolve(undefined), ms);
  });
}

const stoppedBefore: Problem = {
  code: "cancelled",
  subject: "people",
  message: "were stopped before anybody was solved",
};

/** The workers of one run. */
class Desk {
  readonly #options: PeopleClientOptions;
  readonly #request: PeopleRequest;
  readonly #workers: OneWorker[] = [];

  constructor(options: PeopleClientOptions, request: PeopleRequest) {
    this.#options = options;
    this.#request = request;
  }

  /** On the GPU, or in the same worker on the processor, with the reason. */
  async openBest(): Promise<Outcome<BestPlace>> {
    const worker = this.#hire();
    const gpu = await worker.open(this.#request, "gpu");
    const opened = gpu.ok ? gpu : await worker.open(this.#request, "cpu");
    if (!opened.ok) return opened;
    const { value } = opened;
    const solver = worker.solver(value.name);
    return gpu.ok
      ? { ok: true, value: { opened: value, solver, place: "gpu", whyNoGpu: undefined } }
      : { ok: true, value: { opened: value, solver, place: "cpu", whyNoGpu: gpu.problems[0] } };
  }

  /** On the CPU, while the GPU is still being prepared. */
  async openMeanwhile(best: Promise<Outcome<BestPlace>>): Promise<Outcome<BestPlace>> {
    const opened = await this.open("cpu");
    if (!opened.ok) return opened;
    const later = best.then(
      (outcome) => (outcome.ok && outcome.value.place === "gpu" ? outcome.value.solver : undefined),
      () => undefined,
    );
    return { ok: true, value: { ...opened.value, place: "cpu", whyNoGpu: undefined, later } };
  }

  async open(place: PeoplePlace): Promise<Outcome<Place>> {
    const worker = this.#hire();
    const opened = await worker.open(this.#request, place);
    if (!opened.ok) {
      worker.close();
      return opened;
    }
    return { ok: true, value: { opened: opened.value, solver: worker.solver(opened.value.name) } };
  }

  /** @param at where a solver is open already */
  places({ solver: first, place: at, later }: BestPlace) {
    let prepared: RangeSolver<PeopleRange> | undefined = first;
    const take = () => {
      const solver = prepared;
      prepared = undefined;
      return solver;
    };
    return {
      ...(later && { later }),
      gpu: async () => {
        if (at === "cpu") return undefined;
        const solver = take();
        if (solver) return solver;
        const again = await this.open("gpu");
        return again.ok ? again.value.solver : undefined;
      },
      cpu: async () => {
        const ready = at === "cpu" ? take() : undefined;
        const missing = Math.max(1, this.#options.workers) - (ready ? 1 : 0);
        const more = await Promise.all(Array.from({ length: missing }, () => this.open("cpu")));
        const solvers = more.flatMap((one) => (one.ok ? [one.value.solver] : []));
        return ready ? [ready, ...solvers] : solvers;
      },
    };
  }

  close(): void {
    for (const worker of this.#workers) worker.close();
  }

  #hire(): OneWorker {
    const worker = new OneWorker(this.#options);
    this.#workers.push(worker);
    return worker;
  }
}

class OneWorker {
  readonly #worker: LivingWorker<PeopleWorker, PeopleService>;

  constructor({ createWorker, allowSoftwareGpu, forceTape }: PeopleClientOptions) {
    this.#worker = new LivingWorker(createWorker(), "perfuse-people", (remote, life) =>
      remote.start({ allowSoftwareGpu, forceTape }, life),
    );
  }

  get isGone(): boolean {
    return this.#worker.isGone;
  }

  open(request: PeopleRequest, place: PeoplePlace): Promise<Outcome<OpenedPeople>> {
    return this.ask((service) => service.open(request, place));
  }

  /** @throws if the worker goes before it answers */
  ask<T>(ask: (service: PeopleService) => Promise<T>): Promise<T> {
    return this.#worker.ask(ask);
  }

  solver(name: string): RangeSolver<PeopleRange> {
    let size = 256;
    let spare: Uint32Array | undefined;
    return {
      name,
      size: () => size,
      solve: async (first, end, signal) => {
        const service = await this.#worker.service;
        const stop = () => void service.stop();
        signal.addEventListener("abort", stop, { once: true });
        try {
          // what was told of the range before was added up when it came
          const used = spare && transfer(spare, [spare.buffer as ArrayBuffer]);
          const range = await this.ask(() => service.solve(first, end, used));
          spare = range?.counts;
          size = await this.ask(() => service.size());
          return range;
        } finally {
          signal.removeEventListener("abort", stop);
        }
      },
      isLost: async () => {
        if (this.isGone) return true;
        return (await this.#worker.service).isLost();
      },
      close: () => this.close(),
    };
  }

  close(): void {
    this.#worker.close();
  }
}
