/**
 * Why a level may not fit: other histories of the same levels, each learnt and compared by how
 * probable it makes them. Hypotheses to look at, told neutrally; none is taken for what happened.
 *
 * They are learnt by workers of their own, so that what was learnt of the written history stays.
 */
import type { Problem } from "../core/model/model";
import type { LevelFit, TwinAnswer } from "../engine/twin/twin-api";
import { TwinClient, type TwinClientOptions } from "../engine/twin/twin-client";
import { later } from "../interop/health/when";
import { millisecondsOf, type Level, type Twin } from "../pharmacology/twin/twin";
import { instantInWords, momentInWords, offsetMinutesOf } from "./twin-clock";
import { singleDoses, withEvent, withoutOne } from "./twin-edit";
import { isMisfit } from "./twin-words";

export interface Hypothesis {
  readonly id: string;
  /** "The dose of Thu 19 Nov, 20:00 was not taken." */
  readonly sentence: string;
  readonly twin: Twin;
}

export interface Weighed {
  readonly hypothesis: Hypothesis;
  readonly answer: TwinAnswer;
  /** Logarithm of how many times as probable it makes the levels as the written history does. */
  readonly logRatio: number;
}

/** For the levels that do not fit; the worst ones first. */
export function hypothesesFor(twin: Twin, { levels }: TwinAnswer): Hypothesis[] {
  return levels
    .filter(isMisfit)
    .toSorted((a, b) => Math.abs(b.residual) - Math.abs(a.residual))
    .slice(0, mostMisfits)
    .flatMap((fit) => hypothesesOf(twin, fit));
}

export class TwinHypotheses {
  readonly #client: TwinClient;
  readonly #now: () => number;
  #weighed = $state.raw<readonly Weighed[]>([]);
  #problems = $state.raw<readonly Problem[]>([]);
  #looked = $state<string | undefined>(undefined);
  #isWeighing = $state(false);
  #serial = 0;

  constructor(client: TwinClientOptions, now: () => number) {
    this.#client = new TwinClient(client);
    this.#now = now;
  }

  get weighed(): readonly Weighed[] {
    return this.#weighed;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get isWeighing(): boolean {
    return this.#isWeighing;
  }

  /** The one that is looked at in place of the written history. */
  get looked(): Weighed | undefined {
    return this.#weighed.find(({ hypothesis }) => hypothesis.id === this.#looked);
  }

  look(id: string | undefined): void {
    this.#looked = id;
  }

  /** @param written what was learnt of the history as it is written */
  async weigh(hypotheses: readonly Hypothesis[], written: TwinAnswer): Promise<void> {
    const serial = ++this.#serial;
    this.clear();
    this.#isWeighing = true;
    for (const hypothesis of hypotheses) {
      const learnt = await this.#learn(hypothesis.twin);
      if (serial !== this.#serial) return;
      if (learnt) {
        const logRatio = learnt.logEvidence - written.logEvidence;
        this.#weighed = [...this.#weighed, { hypothesis, answer: learnt, logRatio }].toSorted(
          (a, b) => b.logRatio - a.logRatio,
        );
      }
    }
    this.#isWeighing = false;
    this.#client.close();
  }

  /** The twin is another: nothing of before holds. */
  clear(): void {
    this.#weighed = [];
    this.#problems = [];
    this.#looked = undefined;
  }

  rest(): void {
    this.#serial++;
    this.#isWeighing = false;
    this.#client.close();
  }

  // ——— the parts ———

  async #learn(twin: Twin): Promise<TwinAnswer | undefined> {
    try {
      const learnt = await this.#client.learn(twin, this.#now(), () => undefined);
      if (learnt.ok) return learnt.value;
      this.#problems = learnt.problems;
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      this.#problems = [{ code: "fault", subject: "the worker", message }];
    }
    return undefined;
  }
}

// ——— the parts ———

const mostMisfits = 2;
/** How far a time may have slipped: a round, or a shift, written down for another. */
const slips = [-60, 60] as const;

function hypothesesOf(twin: Twin, fit: LevelFit): Hypothesis[] {
  const level = twin.events.find((event): event is Level => event.id === fit.id);
  if (!level) return [];
  return [...slippedLevel(twin, level), ...missedDoses(twin, level), ...slippedDose(twin, level)];
}

function slippedLevel(twin: Twin, level: Level): Hypothesis[] {
  return slips.map((minutes) => {
    const { id, ...event } = level;
    const at = later(level.at, minutes);
    const side = minutes < 0 ? "earlier" : "later";
    return {
      id: `${id} ${minutes}`,
      sentence: `The blood of ${momentInWords(level.at)} was drawn an hour ${side} than written.`,
      twin: withEvent(twin, id, { ...event, at }),
    };
  });
}

function dosesBefore(twin: Twin, level: Level) {
  const at = millisecondsOf(level.at);
  return singleDoses(twin, level.drug).filter(({ atMs }) => atMs < at);
}

/** The last one or two before the level, where others are left. */
function missedDoses(twin: Twin, level: Level): Hypothesis[] {
  const before = dosesBefore(twin, level);
  return before
    .slice(-2)
    .filter(() => before.length > 1)
    .toReversed()
    .map((dose) => ({
      id: `${level.id} missed ${dose.event.id} ${dose.index}`,
      sentence: `The dose of ${instantInWords(dose.atMs, offsetMinutesOf(dose.event.at))} was not taken.`,
      twin: withoutOne(twin, dose),
    }));
}

function slippedDose(twin: Twin, level: Level): Hypothesis[] {
  const dose = dosesBefore(twin, level).at(-1);
  if (!dose) return [];
  const written = instantInWords(dose.atMs, offsetMinutesOf(dose.event.at));
  return slips
    .filter((minutes) => dose.atMs + minutes * 60_000 < millisecondsOf(level.at))
    .map((minutes) => ({
      id: `${level.id} dose ${minutes}`,
      sentence: `The dose of ${written} was an hour ${minutes < 0 ? "earlier" : "later"} than written.`,
      twin: withoutOne(twin, dose, minutes / 60),
    }));
}
