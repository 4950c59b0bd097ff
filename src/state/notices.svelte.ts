/** Short messages to the person: what happened, which thing, what to do. */
import type { Problem } from "../core/model/model";

export interface Notice {
  readonly id: number;
  readonly text: string;
  /** An alert interrupts a screen reader; kept for what may be lost. */
  readonly kind: "status" | "alert";
  readonly action?: { readonly label: string; readonly run: () => void };
}

export class Notices {
  #all = $state.raw<readonly Notice[]>([]);
  #serial = 0;

  get all(): readonly Notice[] {
    return this.#all;
  }

  tell(text: string, more: Pick<Notice, "action"> & { kind?: Notice["kind"] } = {}): void {
    const notice = { id: ++this.#serial, text, kind: "status" as const, ...more };
    // the same sentence twice is one sentence
    this.#all = [...this.#all.filter((other) => other.text !== text), notice].slice(-4);
  }

  tellProblems(problems: readonly Problem[], kind: Notice["kind"] = "status"): void {
    for (const problem of problems.slice(0, 3)) this.tell(sentenceOf(problem), { kind });
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((notice) => notice.id !== id);
  }
}

/** "people.one.ageYears must be at most 110 years." */
export function sentenceOf({ subject, message }: Problem): string {
  const sentence = `${subject} ${message}`.trim();
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
