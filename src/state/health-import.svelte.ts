/**
 * One import of a file of health data, from choosing it to taking it over.
 *
 *     const one = new HealthImport(createImportWorker);
 *     await one.start(file, ownDrugs);     // one.status: "reading", then "review" or "failed"
 *     one.answer(question.id, answer);     // for each of one.understood.questions, in any order
 *     one.toggle(group.key);               // leaves a group of one.groups out, or takes it again
 *     const { facts, drugs, events } = one.accept(twin);
 *
 * Nothing enters a twin before `accept`, and `accept` changes nothing: the page merges what it gives.
 * Questions that are still open then are left out. `ImportReview.svelte` shows all of this.
 */
import type { Problem } from "../core/model/model";
import { answerQuestion } from "../interop/health/gather";
import { readInWorker } from "../interop/health/import-client";
import { knownDrugs } from "../interop/health/known-drugs";
import type { Answer, KnownDrug, Reading, Understood } from "../interop/health/understood";
import type { Drug } from "../pharmacology/drug";
import { shippedDrugs } from "../pharmacology/drugs/library";
import type { Moment, Twin, TwinEvent, TwinFacts } from "../pharmacology/twin/twin";
import { groupOf, groupsOf, withoutFacts, type ImportGroup } from "./import-groups";

export type ImportStatus = "idle" | "reading" | "review" | "failed";

export interface Accepted {
  readonly facts: Partial<TwinFacts>;
  /** Ids; of a person's own drugs too, where they were given to `start`. */
  readonly drugs: readonly string[];
  /** Those that the twin does not have yet. */
  readonly events: readonly TwinEvent[];
  /** Events that the twin has already: read from this file, or from another, before. */
  readonly alreadyThere: number;
}

export type { Answer, Question } from "../interop/health/understood";

interface HealthImportOptions {
  /** Silence after which the reader is taken to hang, ms. */
  readonly patienceMs?: number;
  readonly now?: () => Date;
}

export class HealthImport {
  readonly #createWorker: () => Worker;
  readonly #options: HealthImportOptions;
  #status = $state<ImportStatus>("idle");
  #fileName = $state("");
  #size = $state(0);
  #bytes = $state(0);
  #problems = $state.raw<readonly Problem[]>([]);
  #understood = $state.raw<Understood | undefined>(undefined);
  #leftOut = $state.raw<ReadonlySet<string>>(new Set());
  #reading: Reading | undefined;
  #run: AbortController | undefined;

  constructor(createWorker: () => Worker, options: HealthImportOptions = {}) {
    this.#createWorker = createWorker;
    this.#options = options;
  }

  get status(): ImportStatus {
    return this.#status;
  }

  get fileName(): string {
    return this.#fileName;
  }

  /** Bytes of the file, packed as it is. */
  get size(): number {
    return this.#size;
  }

  /** Bytes read so far, unpacked; 0 where the file is read as a whole. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Why the file was not read. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get understood(): Understood | undefined {
    return this.#understood;
  }

  /** Facts, and events by kind, each to be taken or left. */
  get groups(): readonly ImportGroup[] {
    const { facts = {}, events = [] } = this.#understood ?? {};
    return groupsOf(facts, events, (id) => this.#drugName(id));
  }

  isLeftOut(key: string): boolean {
    return this.#leftOut.has(key);
  }

  /** @param own a person's own drugs, which a file may name as well */
  async start(file: File, own: readonly Drug[] = []): Promise<void> {
    this.cancel();
    const run = new AbortController();
    const reading: Reading = {
      source: file.name.slice(0, 120),
      drugs: [...knownDrugs(shippedDrugs), ...knownDrugs(own)],
      now: momentOf(this.#options.now?.() ?? new Date()),
    };
    this.#begin(file, reading, run);
    const { patienceMs } = this.#options;
    const outcome = await readInWorker(
      { file, reading },
      {
        createWorker: this.#createWorker,
        signal: run.signal,
        onProgress: (bytes) => (this.#bytes = bytes),
        ...(patienceMs !== undefined && { patienceMs }),
      },
    );
    if (this.#run !== run) return; // another file was chosen meanwhile, or this one was cancelled
    this.#run = undefined;
    if (outcome.ok) this.#understood = outcome.value;
    else this.#problems = outcome.problems;
    this.#status = outcome.ok ? "review" : "failed";
  }

  /** Stops reading, or forgets what was read. */
  cancel(): void {
    const run = this.#run;
    this.#run = undefined;
    run?.abort();
    this.#status = "idle";
    this.#understood = undefined;
    this.#problems = [];
    this.#leftOut = new Set();
  }

  /** @returns why the answer does not do; the question then stays */
  answer(questionId: string, answer: Answer): Problem | undefined {
    if (!this.#understood || !this.#reading) return undefined;
    const next = answerQuestion(this.#understood, questionId, answer, this.#reading);
    if (!next.ok) return next.problems[0];
    this.#understood = next.value;
    return undefined;
  }

  /** @param key of a group */
  toggle(key: string): void {
    const next = new Set(this.#leftOut);
    if (!next.delete(key)) next.add(key);
    this.#leftOut = next;
  }

  /** @param twin that it is for */
  accept(twin?: Twin): Accepted {
    const { facts = {}, events = [] } = this.#understood ?? {};
    const there = new Set(twin?.events.map(({ id }) => id));
    const wanted = events.filter((event) => !this.#leftOut.has(groupOf(event)));
    const fresh = wanted.filter(({ id }) => !there.has(id));
    return {
      facts: withoutFacts(facts, this.#leftOut),
      drugs: [...new Set(fresh.flatMap((event) => ("drug" in event ? event.drug : [])))],
      events: fresh,
      alreadyThere: wanted.length - fresh.length,
    };
  }

  // ——— the parts ———

  #begin(file: File, reading: Reading, run: AbortController): void {
    this.#run = run;
    this.#reading = reading;
    this.#fileName = reading.source;
    this.#size = file.size;
    this.#bytes = 0;
    this.#status = "reading";
  }

  #drugName(id: string): string {
    const known: KnownDrug | undefined = this.#reading?.drugs.find((drug) => drug.id === id);
    return known?.name ?? id;
  }
}

/** A moment of this machine's clock with its offset: a person's day is not that of UTC. */
export function momentOf(date: Date): Moment {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
