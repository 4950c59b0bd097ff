/**
 * What the engine made of each data set and each reported interaction: one truth for the Evidence
 * view and for the card of a drug, so that nothing is simulated twice while the page is open.
 *
 * It keeps and shares, and has no engine: who asks brings one.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { EvidenceScore, InteractionScore } from "../engine/api";
import type { EngineClient } from "../engine/client";
import type { EvidenceSet } from "../pharmacology/evidence";

export type Scored =
  | { readonly kind: "set"; readonly value: EvidenceScore }
  | { readonly kind: "interaction"; readonly value: InteractionScore };

export class EvidenceScores {
  #known = new Known();
  /** What readers see: a copy of what is known, so that a picture never changes under them. */
  #shown = $state.raw(new Known());
  readonly #underWay = new Map<string, Promise<void>>();

  /** By id, as those below. */
  get sets(): ReadonlyMap<string, EvidenceScore> {
    return this.#shown.sets;
  }

  get interactions(): ReadonlyMap<string, InteractionScore> {
    return this.#shown.interactions;
  }

  /** Why something could not be scored. */
  get failures(): ReadonlyMap<string, Problem> {
    return this.#shown.failures;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /**
   * Has it scored, unless that is known. Where somebody is at it already, waits for them, and goes on
   * in their place if nothing came of it.
   *
   * @param score  resolves to undefined if it was stopped; called once at most
   */
  async settle(id: string, score: () => Promise<Outcome<Scored> | undefined>): Promise<void> {
    for (let other = this.#underWay.get(id); other; other = this.#underWay.get(id)) {
      await Promise.allSettled([other]);
    }
    if (this.has(id)) return;
    const work = this.#note(id, score).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, work);
    await work;
  }

  /** Puts what is known by now before the readers; each time costs them new plots. */
  show(): void {
    this.#shown = this.#known.copy();
  }

  clear(): void {
    this.#known = new Known();
    this.show();
  }

  // ——— the parts ———

  async #note(id: string, score: () => Promise<Outcome<Scored> | undefined>): Promise<void> {
    const outcome = await score();
    if (outcome) this.#known.note(id, outcome);
  }
}

/** A data set's score as this keeps it. */
export async function scoreSet(
  scorer: Pick<EngineClient, "scoreSet">,
  set: EvidenceSet,
): Promise<Outcome<Scored>> {
  const outcome = await scorer.scoreSet(set);
  return outcome.ok ? { ok: true, value: { kind: "set", value: outcome.value } } : outcome;
}

// ——— the parts ———

class Known {
  readonly sets: Map<string, EvidenceScore>;
  readonly interactions: Map<string, InteractionScore>;
  readonly failures: Map<string, Problem>;

  constructor(from?: Known) {
    this.sets = new Map(from?.sets);
    this.interactions = new Map(from?.interactions);
    this.failures = new Map(from?.failures);
  }

  has(id: string): boolean {
    return this.sets.has(id) || this.interactions.has(id) || this.failures.has(id);
  }

  note(id: string, outcome: Outcome<Scored>): void {
    if (!outcome.ok) this.failures.set(id, outcome.problems[0] ?? unknownProblem);
    else if (outcome.value.kind === "set") this.sets.set(id, outcome.value.value);
    else this.interactions.set(id, outcome.value.value);
  }

  copy(): Known {
    return new Known(this);
  }
}

const unknownProblem: Problem = {
  code: "unknown",
  subject: "it",
  message: "was refused without a reason",
};
