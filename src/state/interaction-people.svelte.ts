/**
 * An interaction in many people: the same people with the other drugs and without, and each
 * person's own ratio. One run after the other; what has come of the second is shown at once.
 */
import type { Problem } from "../core/model/model";
import type { InteractionStudies } from "../engine/interaction-studies";
import { PeopleClient, type PeopleClientOptions } from "../engine/people/people-client";
import type { PeopleRange } from "../engine/people/people-api";
import type { RunState } from "../engine/people/run";
import type { ManyRequest } from "../pharmacology/people/request";
import type { Study, StudyOfMany } from "../pharmacology/study";
import { KeptPeople } from "./kept-people";

export const mostPeople = 100_000;
/** Between two pictures of a run that goes on. */
const pictureMs = 250;

export type PeoplePhase = "idle" | "without" | "with" | "done" | "stopped";

/** Of people in the order of their numbers; NaN where one of the two has no result. */
export interface PeopleRatios {
  readonly aucRatio: Float64Array;
  readonly cmaxRatio: Float64Array;
}

export interface MissingPerson {
  /** From 1, as people are shown. */
  readonly person: number;
  readonly which: "with" | "without";
  readonly why: string;
}

export class InteractionPeople {
  readonly #workers: PeopleClientOptions;
  #phase = $state<PeoplePhase>("idle");
  #done = $state(0);
  #count = $state(0);
  #ratios = $state.raw<PeopleRatios>(empty);
  #missing = $state.raw<readonly MissingPerson[]>([]);
  #problems = $state.raw<readonly Problem[]>([]);
  #backend = $state("");
  #remark = $state("");
  #elapsedMs = $state(0);
  #of = $state.raw<InteractionStudies | undefined>(undefined);
  #many = $state.raw<ManyRequest | undefined>(undefined);
  #stop: AbortController | undefined;

  constructor(workers: PeopleClientOptions) {
    this.#workers = workers;
  }

  get phase(): PeoplePhase {
    return this.#phase;
  }

  get isGoing(): boolean {
    return this.#phase === "with" || this.#phase === "without";
  }

  /** People solved in the run that goes on. */
  get done(): number {
    return this.#done;
  }

  get count(): number {
    return this.#count;
  }

  get ratios(): PeopleRatios {
    return this.#ratios;
  }

  get missing(): readonly MissingPerson[] {
    return this.#missing;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get backend(): string {
    return this.#backend;
  }

  /** Why something had to be begun anew. */
  get remark(): string {
    return this.#remark;
  }

  get elapsedMs(): number {
    return this.#elapsedMs;
  }

  /** Who they were. */
  get many(): ManyRequest | undefined {
    return this.#many;
  }

  /** What they were given. */
  get studies(): InteractionStudies | undefined {
    return this.#of;
  }

  /** Whether what is shown is of these studies. */
  isOf(studies: InteractionStudies): boolean {
    return JSON.stringify(this.#of) === JSON.stringify(studies);
  }

  async start(studies: InteractionStudies, many: ManyRequest): Promise<void> {
    this.stop();
    const stop = new AbortController();
    this.#stop = stop;
    const began = performance.now();
    this.#of = studies;
    this.#many = many;
    this.#count = many.count;
    this.#ratios = empty;
    this.#missing = [];
    this.#problems = [];
    this.#remark = "";
    const without = new KeptPeople(many.count, []);
    const exposed = new KeptPeople(many.count, []);
    const show = () => {
      this.#elapsedMs = performance.now() - began;
      this.#ratios = ratiosOf(exposed, without);
    };
    try {
      this.#phase = "without";
      const alone = await this.#run(
        studies.without,
        many,
        "without",
        without,
        stop.signal,
        () => {},
      );
      if (stop !== this.#stop) return;
      if (alone) {
        this.#phase = "with";
        await this.#run(studies.with, many, "with", exposed, stop.signal, show);
        if (stop !== this.#stop) return;
        show();
      }
      this.#phase = stop.signal.aborted || this.#problems.length > 0 ? "stopped" : "done";
    } catch (fault) {
      if (stop !== this.#stop) return;
      const message = fault instanceof Error ? fault.message : String(fault);
      this.#problems = [{ code: "fault", subject: "people", message }];
      this.#phase = "stopped";
    }
  }

  /** What was computed stays. */
  stop(): void {
    this.#stop?.abort();
  }

  // ——— the parts ———

  /** @returns whether it came to its end */
  async #run(
    study: Study,
    many: ManyRequest,
    which: "with" | "without",
    kept: KeptPeople,
    signal: AbortSignal,
    show: () => void,
  ): Promise<boolean> {
    let shownAt = 0;
    this.#done = 0;
    const before = this.#missing;
    let last: RunState | undefined;
    const draw = () => {
      if (!last) return;
      shownAt = performance.now();
      this.#done = last.done;
      this.#missing = [...before, ...missingIn(last, which)];
      show();
    };
    const request = { study: studyOfMany(study, many), told: many.count };
    const outcome = await new PeopleClient(this.#workers).run(request, {
      signal,
      onOpen: () => {},
      onRange: (range: PeopleRange, state, backend) => {
        this.#backend = backend;
        kept.add(range);
        last = state;
        if (performance.now() - shownAt >= pictureMs) draw();
      },
      onRestart: (why) => {
        this.#remark = why;
        kept.clear();
      },
    });
    draw();
    if (outcome.ok) return outcome.value.end !== "stopped";
    this.#problems = outcome.problems.filter(({ code }) => code !== "cancelled");
    return false;
  }
}

/** The same people under a study of one; person k of both requests is the same. */
export function studyOfMany({ people: _one, ...frame }: Study, many: ManyRequest): StudyOfMany {
  return { ...frame, people: { many } };
}

/** Person by person, as far as the numbers of both are there. */
export function ratiosOf(
  exposed: Pick<KeptPeople, "filled" | "metrics">,
  without: Pick<KeptPeople, "filled" | "metrics">,
): PeopleRatios {
  const count = Math.min(exposed.filled, without.filled);
  const ratio = (metric: string) => {
    const [over, under] = [exposed, without].map(
      (kept) => kept.metrics().find(({ id }) => id.endsWith(` ${metric}`))?.values,
    );
    return Float64Array.from({ length: count }, (_, k) => {
      const value = (over?.[k] ?? Number.NaN) / (under?.[k] ?? Number.NaN);
      return Number.isFinite(value) ? value : Number.NaN;
    });
  };
  return { aucRatio: ratio("AUC"), cmaxRatio: ratio("Cmax") };
}

// ——— the parts ———

const empty: PeopleRatios = { aucRatio: new Float64Array(0), cmaxRatio: new Float64Array(0) };

function missingIn({ missingList }: RunState, which: "with" | "without"): MissingPerson[] {
  return missingList.map(({ person, why }) => ({ person: person + 1, which, why }));
}
