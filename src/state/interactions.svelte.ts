/**
 * An interaction on the page: who the victim is, what was computed of it, alone and with the other
 * drugs. Drugs and doses are the study's; nothing of them is kept here.
 *
 * It has an engine of its own: the page's answers only the newest of what it is asked, and that is
 * the Body view's study. It outlives the view, and lets its worker go when the view is left.
 */
import type { Outcome, Problem } from "../core/model/model";
import { EngineClient, type ClientOptions } from "../engine/client";
import { interactionStudies, problemsOf, type WholeStudy } from "../engine/interaction-studies";
import type { PeopleClientOptions } from "../engine/people/people-client";
import type { Drug } from "../pharmacology/drug";
import { actionsOn } from "../pharmacology/mechanisms/pathways";
import { InteractionPeople } from "./interaction-people.svelte";
import { solvePair, type Solve, type SolvedPair } from "./interaction-pair";
import { shiftedTo, StaggerState } from "./interaction-stagger.svelte";
import type { StudyState } from "./study.svelte";
import { Turns } from "./turns";

export interface InteractionsOptions {
  readonly engine: Omit<ClientOptions, "onRestart">;
  readonly people: PeopleClientOptions;
}

interface Asked {
  readonly study: WholeStudy;
  readonly victim: string;
}

export class InteractionsState {
  readonly #study: StudyState;
  readonly #options: InteractionsOptions;
  readonly #turns = new Turns();
  readonly stagger: StaggerState;
  readonly people: InteractionPeople;
  #engine: EngineClient | undefined;
  #chosen = $state<string | undefined>(undefined);
  #pair = $state.raw<SolvedPair | undefined>(undefined);
  #problems = $state.raw<readonly Problem[]>([]);
  #isSolving = $state(false);
  #wanted: Asked | undefined;

  constructor(study: StudyState, options: InteractionsOptions) {
    this.#study = study;
    this.#options = options;
    this.stagger = new StaggerState(this.#solve);
    this.people = new InteractionPeople(options.people);
  }

  /** The study with its drugs written out; a drug that is not known is left out. */
  get study(): WholeStudy {
    return { ...this.#study.current, drugs: this.#study.drugs };
  }

  /** Whoever was chosen, while in the study; else the first whom another acts on. */
  get victim(): Drug | undefined {
    const { drugs } = this.#study;
    const isActedOn = (drug: Drug) =>
      actionsOn(
        drug,
        drugs.filter((other) => other !== drug),
      ).length > 0;
    return drugs.find(({ id }) => id === this.#chosen) ?? drugs.find(isActedOn) ?? drugs[0];
  }

  choose(victim: string): void {
    this.#chosen = victim;
  }

  /** Why the study as it stands is not computed; each drug by its name. */
  get refusals(): readonly Problem[] {
    const { victim } = this;
    return victim ? problemsOf(this.study, victim.id) : [];
  }

  /** The newest that could be computed. */
  get pair(): SolvedPair | undefined {
    return this.#pair;
  }

  /** Why the newest could not. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get isSolving(): boolean {
    return this.#isSolving;
  }

  /** Gives the victim so long after the last dose of the others; a step of the study's undo. */
  giveAt(offsetHours: number): void {
    const { victim, study } = this;
    if (!victim) return;
    const { doses } = shiftedTo(study, victim.id, offsetHours);
    const studies = interactionStudies({ ...study, doses }, victim.id);
    if (!studies.ok) return;
    const { fromHours = 0, untilHours = 24 } = studies.value.with;
    this.#study.change({ ...this.#study.current, doses, fromHours, untilHours }, "stagger");
  }

  /** Of requests that come while one is under way, only the newest is computed. */
  async solve(study: WholeStudy, victim: string): Promise<void> {
    this.#wanted = { study, victim };
    if (this.#isSolving) return;
    this.#isSolving = true;
    while (this.#wanted) {
      const asked: Asked = this.#wanted;
      this.#wanted = undefined;
      const solved = await this.#solved(asked);
      if (this.#wanted) continue;
      this.#problems = solved.ok ? [] : solved.problems;
      if (solved.ok) this.#pair = solved.value;
    }
    this.#isSolving = false;
  }

  /** What was computed stays; what is under way is dropped, and the workers with it. */
  rest(): void {
    this.#wanted = undefined;
    this.stagger.stop();
    this.people.stop();
    this.#engine?.close();
    this.#engine = undefined;
  }

  // ——— the parts ———

  readonly #solve: Solve = (request) =>
    this.#turns.take(() => {
      this.#engine ??= new EngineClient({ ...this.#options.engine, onRestart: () => {} });
      return this.#engine.simulate(request);
    });

  async #solved({ study, victim }: Asked): Promise<Outcome<SolvedPair>> {
    try {
      return await solvePair(study, victim, this.#solve);
    } catch (fault) {
      const text = fault instanceof Error ? fault.message : String(fault);
      return { ok: false, problems: [{ code: "fault", subject: "the engine", message: text }] };
    }
  }
}
