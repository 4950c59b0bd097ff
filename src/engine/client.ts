/**
 * The page's side of the engine.
 *
 * Starts the worker, and starts a new one when it dies or does not answer; requests carry
 * everything, so nothing is lost with it. Of simulations the latest wins: while one is under way,
 * only the newest that came in meanwhile is kept. Where no worker can be started, the same engine
 * runs on the page.
 */
import { proxy, releaseProxy, wrap, type Remote } from "comlink";
import type { Outcome } from "../core/model/model";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import type { Study } from "../pharmacology/study";
import type {
  EngineInfo,
  EngineService,
  EvidenceScore,
  Explanation,
  InteractionScore,
  PartitionTable,
  ProveRequest,
  ProveResult,
  SimulateRequest,
  SimulationResult,
} from "./api";
import type { ExplainedInteraction } from "./explain-interaction";
import type { EngineWorker } from "./engine.worker";
import { whenGone } from "./hold-for-life";
import type { ProofProgress } from "./prove";
import type { ServiceOptions } from "./service";
import { uniqueId } from "./unique-id";
import { unlessAborted } from "./unless-aborted";

export interface ClientOptions extends Omit<ServiceOptions, "gpu"> {
  /** Makes the engine's worker; undefined, or a throw, where there can be none. */
  readonly createWorker: (() => Worker) | undefined;
  /** Told when the worker had to be replaced, with a sentence for the person. */
  readonly onRestart: (message: string) => void;
}

/** How long an engine may be silent after it was asked to stop. */
const patienceMs = 500;

type Service = EngineService & { breakGpu?: () => unknown };

export class EngineClient {
  readonly #options: ClientOptions;
  #service: Promise<Service> | undefined;
  #worker: Worker | undefined;
  #remote: Remote<EngineWorker> | undefined;
  #pending: PendingSimulation | undefined;
  #running = false;
  /** Reject the calls under way when the worker is gone. */
  readonly #abandon = new Set<(reason: Error) => void>();
  /** Set once a worker failed before it ever answered. */
  #withoutWorker = false;
  readonly #life = new AbortController();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  info(): Promise<EngineInfo> {
    return this.#call((service) => service.info());
  }

  /**
   * The newest request wins: an older one that has not begun is answered with `superseded`.
   */
  simulate(request: SimulateRequest): Promise<Outcome<SimulationResult>> {
    this.#pending?.resolve(superseded);
    const answer = new Promise<Outcome<SimulationResult>>((resolve, reject) => {
      this.#pending = { request, resolve, reject };
    });
    if (!this.#running) void this.#drain();
    return answer;
  }

  identify(study: Study): Promise<Outcome<string>> {
    return this.#call((service) => service.identify(study));
  }

  explain(study: Study, blocks: readonly string[]): Promise<Outcome<readonly Explanation[]>> {
    return this.#call((service) => service.explain(study, blocks));
  }

  partition(study: Study, drug: string): Promise<Outcome<PartitionTable>> {
    return this.#call((service) => service.partition(study, drug));
  }

  scoreSet(set: EvidenceSet): Promise<Outcome<EvidenceScore>> {
    return this.#call((service) => service.scoreSet(set));
  }

  explainInteraction(
    studies: InteractionScore["studies"],
    victim: string,
  ): Promise<Outcome<ExplainedInteraction>> {
    return this.#call((service) => service.explainInteraction(studies, victim));
  }

  scoreInteraction(row: InteractionRow): Promise<Outcome<InteractionScore>> {
    return this.#call((service) => service.scoreInteraction(row));
  }

  proveGpu(
    request: ProveRequest,
    onProgress: (progress: ProofProgress) => void,
  ): Promise<Outcome<ProveResult>> {
    return this.#call((service) => service.proveGpu(request, proxy(onProgress)));
  }

  /** Stops what is under way: politely, then by replacing the worker. */
  async cancel(): Promise<void> {
    const service = await this.#service;
    if (!service) return;
    const answered = await Promise.race([
      service.cancel().then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, patienceMs, false)),
    ]);
    if (!answered) this.#replace("The computation did not stop, so the engine was started anew.");
  }

  /** For good: what is under way rejects, and the worker with its compiled models is gone. */
  close(): void {
    this.#life.abort();
    this.#forgetWorker();
  }

  /** For tests: ends the worker as a browser short of memory would, without a word. */
  killWorker(): void {
    this.#worker?.terminate();
  }

  /** For tests: takes the GPU away without a word. */
  async breakGpu(): Promise<void> {
    const service = await this.#start();
    await service.breakGpu?.();
  }

  // ——— the parts ———

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#pending) {
      const { request, resolve, reject } = this.#pending;
      this.#pending = undefined;
      try {
        resolve(await this.#call((service) => service.simulate(request)));
      } catch (fault) {
        reject(fault);
      }
    }
    this.#running = false;
  }

  /** Asks the engine; asks a new one once more if it dies meanwhile. */
  async #call<T>(ask: (service: Service) => Promise<T>): Promise<T> {
    const { signal } = this.#life;
    for (let attempt = 0; ; attempt++) {
      if (signal.aborted) throw new Error("the engine was closed");
      try {
        const answer = await unlessAborted(
          this.#ask(ask).then((value) => ({ value })),
          signal,
        );
        if (answer) return answer.value;
      } catch (fault) {
        if (!(fault instanceof EngineGone) || attempt > 0) throw fault;
      }
    }
  }

  async #ask<T>(ask: (service: Service) => Promise<T>): Promise<T> {
    const service = await this.#start();
    let abandon: (reason: Error) => void = () => {};
    const gone = new Promise<never>((_, reject) => {
      abandon = reject;
      this.#abandon.add(reject);
    });
    try {
      return await Promise.race([ask(service), gone]);
    } finally {
      this.#abandon.delete(abandon);
    }
  }

  #start(): Promise<Service> {
    this.#service ??= this.#connect();
    return this.#service;
  }

  async #connect(): Promise<Service> {
    const { allowSoftwareGpu, forceTape } = this.#options;
    const options = { allowSoftwareGpu, forceTape };
    if (!this.#withoutWorker) {
      try {
        return await this.#connectWorker(options);
      } catch {
        // no workers here: the page computes by itself
        this.#withoutWorker = true;
        this.#forgetWorker();
      }
    }
    const { Engine } = await import("./service");
    return new Engine({ ...options, gpu: globalThis.navigator?.gpu });
  }

  async #connectWorker(options: Omit<ServiceOptions, "gpu">): Promise<Service> {
    const worker = this.#options.createWorker?.();
    if (!worker) throw new EngineGone("there are no workers");
    this.#worker = worker;
    const remote = wrap<EngineWorker>(worker);
    this.#remote = remote;
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", () => reject(new EngineGone("the worker did not start")), {
        once: true,
      });
    });
    const life = `perfuse-engine-${uniqueId()}`;
    const started = remote.start(options, life);
    const service = (await Promise.race([started, failed])) as unknown as Service;
    whenGone(worker, life, () => {
      if (this.#worker === worker) this.#replace("The engine stopped and was started anew.");
    });
    return service;
  }

  #replace(message: string): void {
    this.#forgetWorker();
    this.#service = undefined;
    for (const reject of this.#abandon) reject(new EngineGone(message));
    this.#options.onRestart(message);
  }

  #forgetWorker(): void {
    this.#worker?.terminate();
    this.#remote?.[releaseProxy]();
    this.#worker = undefined;
    this.#remote = undefined;
  }
}

interface PendingSimulation {
  readonly request: SimulateRequest;
  readonly resolve: (outcome: Outcome<SimulationResult>) => void;
  readonly reject: (fault: unknown) => void;
}

class EngineGone extends Error {}

const superseded: Outcome<never> = {
  ok: false,
  problems: [{ code: "superseded", subject: "simulation", message: "a newer one took its place" }],
};
