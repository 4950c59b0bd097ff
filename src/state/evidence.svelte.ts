/**
 * Observed concentrations beside the prediction: which data sets fit the study on the page, and
 * which the person asked for.
 */
import type { DrugEvidence } from "../engine/api";
import type { EngineClient } from "../engine/client";
import type { EvidenceSet } from "../pharmacology/evidence";
import type { DoseRequest, Study } from "../pharmacology/study";

export class EvidenceState {
  readonly #client: EngineClient;
  #scores = $state.raw<ReadonlyMap<string, DrugEvidence>>(new Map());
  #asked = $state.raw<readonly string[]>([]);
  #hidden = $state(false);
  /** Loaded after the page itself. */
  #sets = $state.raw<readonly EvidenceSet[]>([]);

  constructor(client: EngineClient) {
    this.#client = client;
  }

  /** What was measured comes after the first picture, which it would delay. */
  async load(): Promise<void> {
    if (this.#sets.length > 0) return;
    const { evidenceSets } = await import("../pharmacology/evidence-sets");
    this.#sets = evidenceSets;
  }

  /** Whether observed points are drawn at all. */
  get hidden(): boolean {
    return this.#hidden;
  }

  set hidden(hidden: boolean) {
    this.#hidden = hidden;
  }

  /** Sets to draw over a study: those of the very same doses, and those asked for. */
  shownFor(study: Study, molecule: string): EvidenceSet[] {
    if (this.#hidden) return [];
    return this.#sets.filter(
      (set) =>
        (set.molecule ?? set.drug) === molecule &&
        (this.#asked.includes(set.id) || isSameDosing(set, study)),
    );
  }

  isAsked(id: string): boolean {
    return this.#asked.includes(id);
  }

  toggle(id: string): void {
    this.#asked = this.isAsked(id)
      ? this.#asked.filter((other) => other !== id)
      : [...this.#asked, id];
  }

  /** This one and no other besides those of the same doses. */
  askOnly(id: string): void {
    this.#asked = [id];
  }

  scoresOf(drug: string): DrugEvidence | undefined {
    return this.#scores.get(drug);
  }

  /** Simulates and scores every data set of a drug, once. */
  async learn(drug: string): Promise<void> {
    if (this.#scores.has(drug)) return;
    const outcome = await this.#client.evidence(drug);
    if (outcome.ok) this.#scores = new Map(this.#scores).set(drug, outcome.value);
  }
}

/** Whether a study gives of the set's drug exactly what the set's people got. */
export function isSameDosing(set: EvidenceSet, study: Study): boolean {
  const own = study.doses.filter(({ drug }) => drug === set.drug);
  if (study.doses.length !== own.length || own.length !== set.doses.length) return false;
  return set.doses.every((dose, i) => {
    const other = own[i];
    return other !== undefined && isSameDose(dose, other);
  });
}

function isSameDose(a: DoseRequest, b: DoseRequest): boolean {
  const close = (x: number | undefined, y: number | undefined) =>
    x === y || (x !== undefined && y !== undefined && Math.abs(x - y) <= 0.01 * Math.abs(x));
  return (
    a.route === b.route &&
    close(a.amountMg, b.amountMg) &&
    close(a.amountMgPerKg, b.amountMgPerKg) &&
    close(a.overHours ?? 0, b.overHours ?? 0) &&
    close(a.everyHours ?? 0, b.everyHours ?? 0) &&
    (a.count ?? 1) === (b.count ?? 1) &&
    a.atHours === b.atHours &&
    (a.route === "iv" || (a.formulation ?? "tablet") === (b.formulation ?? "tablet"))
  );
}

export { within2 } from "../engine/within-fold";
