/**
 * What was learnt of the twin that is open: first a look, then the answer, and which level would
 * teach most. The only caller of the workers that learn; another change asks anew and ends what is
 * under way.
 */
import type { Outcome, Problem } from "../core/model/model";
import { TwinClient, type TwinClientOptions } from "../engine/twin/twin-client";
import type { LevelPlan, TwinAnswer, WhatIfAnswer } from "../engine/twin/twin-api";
import type { Twin } from "../pharmacology/twin/twin";

/** A moment after the last change: what is typed letter by letter is learnt once. */
const pauseMs = 250;

export class TwinLearning {
  readonly #client: TwinClient;
  readonly #now: () => number;
  #answer = $state.raw<TwinAnswer | undefined>(undefined);
  /** Of which twin the answer speaks. */
  #of = $state.raw<Twin | undefined>(undefined);
  #plans = $state.raw<readonly LevelPlan[]>([]);
  #problems = $state.raw<readonly Problem[]>([]);
  #isLearning = $state(false);
  #serial = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: TwinClientOptions, now: () => number) {
    this.#client = new TwinClient(client);
    this.#now = now;
  }

  /** The newest that could be said; a first look while the rest is under way. */
  get answer(): TwinAnswer | undefined {
    return this.#answer;
  }

  get of(): Twin | undefined {
    return this.#of;
  }

  get plans(): readonly LevelPlan[] {
    return this.#plans;
  }

  /** Why there is no newer answer. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get isLearning(): boolean {
    return this.#isLearning;
  }

  learnSoon(twin: Twin): void {
    this.#serial++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.learn(twin), pauseMs);
  }

  async learn(twin: Twin): Promise<void> {
    const serial = ++this.#serial;
    const isNewest = () => serial === this.#serial;
    this.#isLearning = true;
    const learnt = await this.#asked(() =>
      this.#client.learn(twin, this.#now(), (preview) => {
        if (isNewest()) this.#say(twin, preview);
      }),
    );
    if (!isNewest()) return;
    this.#isLearning = false;
    this.#problems = learnt.ok ? [] : learnt.problems;
    if (!learnt.ok) return;
    this.#say(twin, learnt.value);
    const plans = await this.#asked(async () => ({ ok: true, value: await this.#client.plan() }));
    if (isNewest() && plans.ok) this.#plans = plans.value;
  }

  /** The same bodies under another history or another future; after an answer. */
  whatIf(changed: Twin): Promise<Outcome<WhatIfAnswer>> {
    return this.#asked(() => this.#client.whatIf(changed, this.#now()));
  }

  /** Ends what is under way; what was said stays. */
  stop(): void {
    this.#serial++;
    clearTimeout(this.#timer);
    this.#isLearning = false;
    void this.#client.stop().catch(() => undefined); // a worker that is gone has stopped
  }

  /** Drops the workers and everything that was learnt. */
  forget(): void {
    this.stop();
    this.#client.close();
    this.#answer = undefined;
    this.#of = undefined;
    this.#plans = [];
    this.#problems = [];
  }

  /** Lets the workers go, and keeps what was said. */
  rest(): void {
    this.stop();
    this.#client.close();
  }

  // ——— the parts ———

  #say(twin: Twin, answer: TwinAnswer): void {
    this.#answer = answer;
    this.#of = twin;
    this.#plans = [];
  }

  async #asked<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await ask();
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      return { ok: false, problems: [{ code: "fault", subject: "the worker", message }] };
    }
  }
}
