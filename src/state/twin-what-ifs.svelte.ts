/** The question that is asked of the bodies that are left, and what they answer. */
import type { Outcome, Problem } from "../core/model/model";
import type { WhatIfAnswer } from "../engine/twin/twin-api";
import type { Twin } from "../pharmacology/twin/twin";
import { momentNow } from "./twin-clock";
import { changedBy, type WhatIf } from "./twin-what-if";

type Ask = (changed: Twin) => Promise<Outcome<WhatIfAnswer>>;

export interface Answered {
  readonly question: WhatIf;
  readonly drug: string;
  readonly answer: WhatIfAnswer;
}

export class TwinWhatIfs {
  readonly #ask: Ask;
  readonly #now: () => number;
  #answered = $state.raw<Answered | undefined>(undefined);
  #problems = $state.raw<readonly Problem[]>([]);
  #isAsking = $state(false);
  #serial = 0;

  constructor(ask: Ask, now: () => number) {
    this.#ask = ask;
    this.#now = now;
  }

  get answered(): Answered | undefined {
    return this.#answered;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get isAsking(): boolean {
    return this.#isAsking;
  }

  async ask(question: WhatIf, twin: Twin, drug: string): Promise<void> {
    const serial = ++this.#serial;
    this.#isAsking = true;
    const changed = changedBy(question, twin, drug, momentNow(this.#now()));
    const answer = changed.ok ? await this.#ask(changed.value) : changed;
    if (serial !== this.#serial) return;
    this.#isAsking = false;
    this.#problems = answer.ok ? [] : answer.problems;
    this.#answered = answer.ok ? { question, drug, answer: answer.value } : undefined;
  }

  clear(): void {
    this.#serial++;
    this.#isAsking = false;
    this.#answered = undefined;
    this.#problems = [];
  }
}
