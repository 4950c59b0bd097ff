/** "Why?" of one interaction: what was asked, and the engine's answer. The newest question counts. */
import type { Problem } from "../core/model/model";
import type { ExplainedInteraction, InteractionScore } from "../engine/api";
import type { EngineClient } from "../engine/client";

export type { ExplainedInteraction } from "../engine/api";
export type { ExplainedEffect, ExplainedPathway } from "../engine/explain-interaction";

export interface WhyQuestion {
  /** Which interaction, as a heading says it. */
  readonly title: string;
  readonly studies: InteractionScore["studies"];
  /** Id of the drug whose exposure changes. */
  readonly victim: string;
  /** Ratio of areas that a study reports. */
  readonly observed?: number | undefined;
}

export class WhyInteraction {
  readonly #engine: Pick<EngineClient, "explainInteraction">;
  #question = $state.raw<WhyQuestion | undefined>(undefined);
  #answer = $state.raw<ExplainedInteraction | undefined>(undefined);
  #problems = $state.raw<readonly Problem[]>([]);

  constructor(engine: Pick<EngineClient, "explainInteraction">) {
    this.#engine = engine;
  }

  get question(): WhyQuestion | undefined {
    return this.#question;
  }

  /** Undefined while it is computed, and where it cannot be. */
  get answer(): ExplainedInteraction | undefined {
    return this.#answer;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  async ask(question: WhyQuestion): Promise<void> {
    this.#question = question;
    this.#answer = undefined;
    this.#problems = [];
    try {
      const answer = await this.#engine.explainInteraction(question.studies, question.victim);
      if (this.#question !== question) return;
      if (answer.ok) this.#answer = answer.value;
      else this.#problems = answer.problems;
    } catch (fault) {
      if (this.#question !== question) return;
      const message = fault instanceof Error ? fault.message : String(fault);
      this.#problems = [{ code: "fault", subject: "the engine", message }];
    }
  }

  close(): void {
    this.#question = undefined;
    this.#answer = undefined;
    this.#problems = [];
  }
}
