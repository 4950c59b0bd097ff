/**
 * Observed concentrations beside the prediction: which data sets fit the study on the page, and
 * which the person asked for.
 */
import type { EvidenceScore } from "../engine/api";
import type { EngineClient } from "../engine/client";
import { summarise, type ScoreSummary } from "../engine/evidence-summary";
import type { EvidenceSet } from "../pharmacology/evidence";
import { usualFormulation } from "../pharmacology/mechanisms/absorption";
import type { Drug } from "../pharmacology/drug";
import { baseShare } from "../pharmacology/salts";
import type { DoseRequest, Study } from "../pharmacology/study";
import { EvidenceScores, scoreSet } from "./evidence-scores.svelte";
import { drugsIn } from "./study.svelte";

export interface DrugScores {
  readonly summary: ScoreSummary;
  readonly sets: readonly EvidenceScore[];
}

export class EvidenceState {
  readonly scores = new EvidenceScores();
  readonly #client: Pick<EngineClient, "scoreSet">;
  #asked = $state.raw<readonly string[]>([]);
  #hidden = $state(false);
  /** Loaded after the page itself. */
  #sets = $state.raw<readonly EvidenceSet[]>([]);

  constructor(client: Pick<EngineClient, "scoreSet">) {
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

  /** Undefined until every data set of the drug is scored. */
  scoresOf(drug: string): DrugScores | undefined {
    const sets = this.#setsOf(drug);
    const scored = sets.flatMap(({ id }) => this.scores.sets.get(id) ?? []);
    if (this.#sets.length === 0 || scored.length < sets.length) return undefined;
    return { summary: summarise(scored), sets: scored };
  }

  /** Has every data set of a drug simulated and scored that is not scored yet. */
  async learn(drug: string): Promise<void> {
    await this.load();
    for (const set of this.#setsOf(drug)) {
      await this.scores.settle(set.id, () => scoreSet(this.#client, set));
    }
    this.scores.show();
  }

  // ——— the parts ———

  #setsOf(drug: string): EvidenceSet[] {
    return this.#sets.filter((set) => set.drug === drug);
  }
}

/** Whether a study gives of the set's drug exactly what the set's people got. */
export function isSameDosing(set: EvidenceSet, study: Study): boolean {
  const own = study.doses.filter(({ drug }) => drug === set.drug);
  if (study.doses.length !== own.length || own.length !== set.doses.length) return false;
  const drug = drugsIn(study).find(({ id }) => id === set.drug);
  return set.doses.every((dose, i) => {
    const other = own[i];
    return other !== undefined && drug !== undefined && isSameDose(dose, other, drug);
  });
}

function isSameDose(a: DoseRequest, b: DoseRequest, drug: Drug): boolean {
  const usual = usualFormulation(drug);
  const ofDrug = (amount: number | undefined, dose: DoseRequest) =>
    amount === undefined ? undefined : amount * (baseShare(dose, drug) ?? Number.NaN);
  const close = (x: number | undefined, y: number | undefined) =>
    x === y || (x !== undefined && y !== undefined && Math.abs(x - y) <= 0.01 * Math.abs(x));
  return (
    a.route === b.route &&
    close(ofDrug(a.amountMg, a), ofDrug(b.amountMg, b)) &&
    close(ofDrug(a.amountMgPerKg, a), ofDrug(b.amountMgPerKg, b)) &&
    close(a.overHours ?? 0, b.overHours ?? 0) &&
    close(a.everyHours ?? 0, b.everyHours ?? 0) &&
    (a.count ?? 1) === (b.count ?? 1) &&
    a.atHours === b.atHours &&
    (a.route === "iv" || (a.formulation ?? usual) === (b.formulation ?? usual))
  );
}

export { within2 } from "../engine/within-fold";
