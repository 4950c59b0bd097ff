/**
 * All evidence, computed here and now: which data sets and interactions there are, and how far the
 * work is. What came of each is kept in the scores, which the card of a drug shares.
 *
 * It outlives the view. Leaving stops the work and lets the workers go; what was scored stays, and
 * coming back goes on with the rest. It has engines of its own, so that the person on the page is
 * simulated as quickly as ever.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { EvidenceScore, InteractionScore } from "../engine/api";
import type { EngineClient } from "../engine/client";
import { unlessAborted } from "../engine/unless-aborted";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import { EvidenceQueue, evidenceTasks, type EvidenceTask } from "./evidence-queue";
import { scoreSet, type EvidenceScores, type Scored } from "./evidence-scores.svelte";

/** Between two pictures of a run that goes on: each draws plots anew. */
const pictureMs = 250;

export type EvidencePhase = "loading" | "running" | "stopped" | "done" | "failed";

type Scorer = Pick<EngineClient, "scoreSet" | "scoreInteraction" | "close">;

interface Library {
  readonly evidenceSets: readonly EvidenceSet[];
  readonly interactionRows: readonly InteractionRow[];
}

export interface EvidenceRunOptions {
  readonly scores: EvidenceScores;
  readonly load: () => Promise<Library>;
  readonly createScorer: () => Scorer;
  /** How many score at the same time. */
  readonly scorers: number;
}

export class EvidenceRun {
  readonly #options: EvidenceRunOptions;
  #phase = $state<EvidencePhase>("loading");
  #library = $state.raw<Library>({ evidenceSets: [], interactionRows: [] });
  #elapsedMs = $state(0);
  #going: Going | undefined;

  constructor(options: EvidenceRunOptions) {
    this.#options = options;
  }

  get phase(): EvidencePhase {
    return this.#phase;
  }

  get sets(): readonly EvidenceSet[] {
    return this.#library.evidenceSets;
  }

  get rows(): readonly InteractionRow[] {
    return this.#library.interactionRows;
  }

  /** By id, as those below. */
  get scores(): ReadonlyMap<string, EvidenceScore> {
    return this.#options.scores.sets;
  }

  get interactions(): ReadonlyMap<string, InteractionScore> {
    return this.#options.scores.interactions;
  }

  /** Why something could not be scored. */
  get failures(): ReadonlyMap<string, Problem> {
    return this.#options.scores.failures;
  }

  get done(): number {
    return this.scores.size + this.interactions.size + this.failures.size;
  }

  get of(): number {
    return this.sets.length + this.rows.length;
  }

  get scorers(): number {
    return this.#options.scorers;
  }

  /** Of the work itself, without the time that it lay. */
  get elapsedMs(): number {
    return this.#elapsedMs;
  }

  /** Scores what is not scored yet. */
  async start(): Promise<void> {
    if (this.#going) return;
    const going = new Going(this.#options, this.#elapsedMs);
    this.#going = going;
    try {
      if (this.of === 0) this.#library = await this.#options.load();
      if (going.isStopped) return;
      this.#phase = "running";
      await this.#scoreWith(going);
    } catch {
      // what was scored stays; what is missing can be asked for again
      if (!going.isStopped) this.#end("failed");
    }
  }

  /** What is under way is dropped, and its workers with it. */
  stop(): void {
    this.#end("stopped");
  }

  /** All of it once more. */
  async again(): Promise<void> {
    this.stop();
    this.#options.scores.clear();
    this.#elapsedMs = 0;
    await this.start();
  }

  // ——— the parts ———

  async #scoreWith(going: Going): Promise<void> {
    const { scores } = this.#options;
    const tasks = evidenceTasks(this.sets, this.rows).filter(({ id }) => !scores.has(id));
    const queue = new EvidenceQueue(tasks);
    let shownAt = performance.now();
    const work = async (scorer: Scorer, number: number) => {
      for (let task = queue.take(number); task; task = queue.take(number)) {
        await going.settle(scorer, task);
        if (going.isStopped) return;
        if (performance.now() - shownAt < pictureMs) continue;
        this.#show(going);
        shownAt = performance.now();
      }
    };
    await Promise.all(going.scorers.map(work));
    if (!going.isStopped) this.#end("done");
  }

  #show(going: Going): void {
    this.#options.scores.show();
    this.#elapsedMs = going.elapsedMs;
  }

  #end(phase: "stopped" | "done" | "failed"): void {
    if (!this.#going) return;
    this.#going.stop();
    // waiting for data is no work
    if (this.#phase === "running") this.#show(this.#going);
    this.#going = undefined;
    this.#phase = phase;
  }
}

// ——— the parts ———

/** One stretch of work: its engines and its clock. */
class Going {
  readonly scorers: readonly Scorer[];
  readonly #scores: EvidenceScores;
  readonly #began = performance.now();
  readonly #before: number;
  readonly #stopping = new AbortController();

  constructor({ createScorer, scorers, scores }: EvidenceRunOptions, beforeMs: number) {
    this.#scores = scores;
    this.#before = beforeMs;
    this.scorers = Array.from({ length: scorers }, createScorer);
  }

  get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  get elapsedMs(): number {
    return this.#before + performance.now() - this.#began;
  }

  /** What comes of it after the stop is dropped. */
  async settle(scorer: Scorer, task: EvidenceTask): Promise<void> {
    await this.#scores.settle(task.id, async () => {
      if (this.isStopped) return undefined;
      const outcome = await unlessAborted(scored(scorer, task), this.#stopping.signal);
      return this.isStopped ? undefined : outcome;
    });
  }

  stop(): void {
    this.#stopping.abort();
    for (const scorer of this.scorers) scorer.close();
  }
}

async function scored(scorer: Scorer, task: EvidenceTask): Promise<Outcome<Scored>> {
  try {
    if (task.kind === "set") return await scoreSet(scorer, task.set);
    const outcome = await scorer.scoreInteraction(task.row);
    return outcome.ok
      ? { ok: true, value: { kind: "interaction", value: outcome.value } }
      : outcome;
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : String(fault);
    const message = `met a fault (${text.slice(0, 200)})`;
    return { ok: false, problems: [{ code: "fault", subject: task.id, message }] };
  }
}
