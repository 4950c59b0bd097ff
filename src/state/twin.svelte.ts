/**
 * The Twin view: which twin is open, what was learnt of it, what is asked of it. Where twins are
 * kept is the vault's; what computes is let go when the view is left, the vault is locked or the
 * twin is closed.
 */
import { untrack } from "svelte";
import type { Outcome } from "../core/model/model";
import type { TwinClientOptions } from "../engine/twin/twin-client";
import type { Drug } from "../pharmacology/drug";
import type { Twin } from "../pharmacology/twin/twin";
import type { OpenTwin } from "./open-twin.svelte";
import { drugsOf } from "./twin-edit";
import { TwinHypotheses } from "./twin-hypotheses.svelte";
import { TwinLearning } from "./twin-learning.svelte";
import { hasDoses } from "./twin-what-if";
import { TwinWhatIfs } from "./twin-what-ifs.svelte";
import { TwinWorth } from "./twin-worth.svelte";
import type { VaultState } from "./vault.svelte";

export interface TwinOptions {
  readonly vault: VaultState;
  readonly client: TwinClientOptions;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class TwinState {
  readonly vault: VaultState;
  readonly now: () => number;
  readonly learning: TwinLearning;
  readonly whatIfs: TwinWhatIfs;
  readonly hypotheses: TwinHypotheses;
  readonly worth: TwinWorth;
  #shown = $state<string | undefined>(undefined);

  constructor({ vault, client, now }: TwinOptions) {
    this.vault = vault;
    this.now = now;
    this.learning = new TwinLearning(client, now);
    this.whatIfs = new TwinWhatIfs((changed) => this.learning.whatIf(changed), now);
    this.hypotheses = new TwinHypotheses(client, now);
    this.worth = new TwinWorth(client, now);
    vault.onLock(() => this.forget());
  }

  get open(): OpenTwin | undefined {
    return this.vault.opened;
  }

  readonly drugs = $derived.by((): readonly Drug[] => (this.open ? drugsOf(this.open.twin) : []));

  /** Whose curves are looked at. */
  readonly drug = $derived(this.drugs.find(({ id }) => id === this.#shown) ?? this.drugs[0]);

  show(drug: string): void {
    this.#shown = drug;
  }

  /** Another way, with the same past. */
  change(next: Twin, topic: string): void {
    this.open?.change(next, topic);
  }

  async begin(twin: Twin): Promise<void> {
    this.forget();
    await this.vault.begin(twin);
  }

  async openKept(id: string): Promise<Outcome<OpenTwin>> {
    this.forget();
    return this.vault.open(id);
  }

  async close(): Promise<void> {
    await this.vault.close();
    this.forget();
  }

  /** Called whenever the twin has become another. */
  follow(twin: Twin): void {
    untrack(() => {
      this.whatIfs.clear();
      this.hypotheses.rest();
      this.hypotheses.clear();
      if (hasDoses(twin)) this.learning.learnSoon(twin);
      else this.learning.forget();
    });
  }

  /** After an answer that is no first look: what else could be known. */
  wonder(twin: Twin): void {
    const { answer } = this.learning;
    const { drug } = this;
    if (!answer || answer.isPreview || !drug) return;
    if (answer.open.length > 0) void this.worth.ask(twin, answer, drug.id);
    else this.worth.rest();
  }

  /** The view is left: what was said stays, the workers go. */
  rest(): void {
    this.learning.rest();
    this.hypotheses.rest();
    this.worth.rest();
  }

  /** Nothing that was computed from a person is left in the page. */
  forget(): void {
    this.rest();
    this.learning.forget();
    this.whatIfs.clear();
    this.hypotheses.clear();
  }
}
