/**
 * All evidence, computed here and now: which data sets and interactions there are, what the engine
 * made of each so far, and what could not be scored.
 *
 * It outlives the view. Leaving stops the work and lets the workers go; what was scored stays, and
 * coming back goes on with the rest. It has engines of its own, so that the person on the page is
 * simulated as quickly as ever.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { EvidenceScore, InteractionScore } from "../engine/api";
import type { EngineClient } from "../engine/client";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import { EvidenceQueue, evidenceTasks, type EvidenceTask } from "./evidence-queue";

/** Between two pictures of a run that goes on: each draws plots anew. */
const pictureMs = 250;

export type EvidencePhase = "loading" | "running" | "stopped" | "done" | "failed";

type Scorer = Pick<EngineClient, "scoreSet" | "scoreInteraction" | "close">;

interface Library {
  readonly evidenceSets: readonly EvidenceSet[];
  readonly interactionRows: readonly InteractionRow[];
}

export interface EvidenceRunOptions {
  readonly load: () => Promise<Library>;
  readonly createScorer: () => Scorer;
  /** How many score at the same time. */
  readonly scorers: number;
}

export class EvidenceRun {
  readonly #options: EvidenceRunOptions;
  #phase = $state<EvidencePhase>("loading");
  #library = $state.raw<Library>({ evidenceSets: [], interactionRows: [] });
  #scores = $state.raw<ReadonlyMap<string, EvidenceScore>>(new Map());
  #interactions = $state.raw<ReadonlyMap<string, InteractionScore>>(new Map());
  #failures = $state.raw<ReadonlyMap<string, Problem>>(new Map());
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
    return this.#scores;
  }

  get interactions(): ReadonlyMap<string, InteractionScore> {
    return this.#interactions;
  }

  /** Why something could not be scored. */
  get failures(): ReadonlyMap<string, Problem> {
    return this.#failures;
  }

  get done(): number {
    return this.#scores.size + this.#interactions.size + this.#failures.size;
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
    this.#scores = new Map();
    this.#interactions = new Map();
    this.#failures = new Map();
    this.#elapsedMs = 0;
    await this.start();
  }

  // ——— the parts ———

  async #scoreWith(going: Going): Promise<void> {
    const isMissing = ({ id }: EvidenceTask) =>
      !this.#scores.has(id) && !this.#interactions.has(id) && !this.#failures.has(id);
    const tasks = evidenceTasks(this.sets, this.rows).filter(isMissing);
    const queue = new EvidenceQueue(tasks);
    const found = new Found(this.#scores, this.#interactions, this.#failures);
    let shownAt = performance.now();
    const show = () => {
      shownAt = performance.now();
      const { scores, interactions, failures } = found.copy();
      this.#scores = scores;
      this.#interactions = interactions;
      this.#failures = failures;
      this.#elapsedMs = going.elapsedMs;
    };
    const work = async (scorer: Scorer, number: number) => {
      for (let task = queue.take(number); task; task = queue.take(number)) {
        const outcome = await scored(scorer, task);
        if (going.isStopped) return;
        found.note(task, outcome);
        if (performance.now() - shownAt >= pictureMs) show();
      }
    };
    await Promise.all(going.scorers.map(work));
    if (going.isStopped) return;
    show();
    this.#end("done");
  }

  #end(phase: "stopped" | "done" | "failed"): void {
    this.#going?.stop();
    if (this.#going) this.#phase = phase;
    this.#going = undefined;
  }
}

// ——— the parts ———

/** One stretch of work: its engines and its clock. */
class Going {
  readonly scorers: readonly Scorer[];
  readonly #began = performance.now();
  readonly #before: number;
  #isStopped = false;

  constructor({ createScorer, scorers }: EvidenceRunOptions, beforeMs: number) {
    this.#before = beforeMs;
    this.scorers = Array.from({ length: scorers }, createScorer);
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  get elapsedMs(): number {
    return this.#before + performance.now() - this.#began;
  }

  stop(): void {
    this.#isStopped = true;
    for (const scorer of this.scorers) scorer.close();
  }
}

type Scored =
  | { readonly kind: "set"; readonly value: EvidenceScore }
  | { readonly kind: "interaction"; readonly value: InteractionScore };

async function scored(scorer: Scorer, task: EvidenceTask): Promise<Outcome<Scored>> {
  try {
    if (task.kind === "set") {
      const outcome = await scorer.scoreSet(task.set);
      return outcome.ok ? { ok: true, value: { kind: "set", value: outcome.value } } : outcome;
    }
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

/** What is known by now; shown in copies, so that a picture never changes under a reader. */
class Found {
  readonly #scores: Map<string, EvidenceScore>;
  readonly #interactions: Map<string, InteractionScore>;
  readonly #failures: Map<string, Problem>;

  constructor(
    scores: ReadonlyMap<string, EvidenceScore>,
    interactions: ReadonlyMap<string, InteractionScore>,
    failures: ReadonlyMap<string, Problem>,
  ) {
    this.#scores = new Map(scores);
    this.#interactions = new Map(interactions);
    this.#failures = new Map(failures);
  }

  note({ id }: EvidenceTask, outcome: Outcome<Scored>): void {
    if (!outcome.ok) {
      const [problem = unknownProblem] = outcome.problems;
      this.#failures.set(id, problem);
    } else if (outcome.value.kind === "set") this.#scores.set(id, outcome.value.value);
    else this.#interactions.set(id, outcome.value.value);
  }

  copy() {
    return {
      scores: new Map(this.#scores),
      interactions: new Map(this.#interactions),
      failures: new Map(this.#failures),
    };
  }
}

const unknownProblem: Problem = {
  code: "unknown",
  subject: "it",
  message: "was refused without a reason",
};
