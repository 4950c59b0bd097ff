/**
 * The ratio of areas against when the victim is given: the same doses, shifted together, each shift
 * solved with the other drugs. Alone the victim's area is the same whenever it is given, so that is
 * solved once.
 */
import type { Problem } from "../core/model/model";
import {
  dosesOf,
  interactionStudies,
  lastGiven,
  type WholeStudy,
} from "../engine/interaction-studies";
import type { DoseRequest } from "../pharmacology/study";
import { exposureIn, offsetIn, type Solve, type SolvedPair } from "./interaction-pair";

export interface StaggerPoint {
  /** From the last dose of the others to the victim's first, h. */
  readonly offsetHours: number;
  readonly aucRatio: number;
}

export class StaggerState {
  readonly #solve: Solve;
  #points = $state.raw<readonly StaggerPoint[]>([]);
  #of = $state(0);
  #isGoing = $state(false);
  #problem = $state.raw<Problem | undefined>(undefined);
  #about = $state.raw<string | undefined>(undefined);
  #serial = 0;

  constructor(solve: Solve) {
    this.#solve = solve;
  }

  /** By rising offset; those that are there so far. */
  get points(): readonly StaggerPoint[] {
    return this.#points;
  }

  get of(): number {
    return this.#of;
  }

  get isGoing(): boolean {
    return this.#isGoing;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Whether the points are of these doses, shifted or not. */
  isOf(study: WholeStudy, victim: string): boolean {
    return this.#about === aboutOf(study, victim);
  }

  async start(study: WholeStudy, pair: SolvedPair): Promise<void> {
    const serial = ++this.#serial;
    const victim = pair.victim.id;
    const offsets = offsetsFor(study, victim);
    this.#points = [];
    this.#of = offsets.length;
    this.#problem = undefined;
    this.#about = aboutOf(study, victim);
    this.#isGoing = true;
    try {
      for (const offsetHours of offsets) {
        const shifted = interactionStudies(shiftedTo(study, victim, offsetHours), victim);
        const solved = shifted.ok
          ? await this.#solve({ study: shifted.value.with, outputs: [], fluxesOf: [] })
          : shifted;
        if (serial !== this.#serial) return;
        if (!solved.ok) {
          this.#problem = solved.problems[0];
          break;
        }
        const aucRatio = exposureIn(solved.value).area / pair.exposure.without.area;
        this.#points = [...this.#points, { offsetHours, aucRatio }];
      }
    } catch (fault) {
      if (serial !== this.#serial) return;
      const message = fault instanceof Error ? fault.message : String(fault);
      this.#problem = { code: "fault", subject: "the engine", message };
    }
    this.#isGoing = false;
  }

  /** What was computed stays. */
  stop(): void {
    this.#serial++;
    this.#isGoing = false;
  }
}

/** A dozen times around the doses of the others: before them, among them, and up to two weeks after. */
export function offsetsFor(study: WholeStudy, victim: string): number[] {
  const others = dosesOf(
    study.drugs.filter(({ id }) => id !== victim),
    study.doses,
  );
  const course = lastGiven(others) - Math.min(...others.map(({ atHours }) => atHours));
  const during = course > 0 ? [-course, -(2 / 3) * course, -course / 3] : [];
  const all = [-course - 24, ...during, -12, -2, 0, 2, 6, 12, 24, 48, 96, 168, 336];
  return [...new Set(all.map((hours) => Math.round(hours * 10) / 10))].toSorted((a, b) => a - b);
}

/** The victim's doses all shifted, so that the first comes so long after the others' last. */
export function shiftedTo(study: WholeStudy, victim: string, offsetHours: number): WholeStudy {
  const by = offsetHours - offsetIn(study, victim);
  const own = dosesOf(
    study.drugs.filter(({ id }) => id === victim),
    study.doses,
  );
  return {
    ...study,
    doses: study.doses.map((dose) => (own.includes(dose) ? later(dose, by) : dose)),
  };
}

// ——— the parts ———

const later = (dose: DoseRequest, hours: number): DoseRequest => ({
  ...dose,
  // without what floating point leaves: 24.000000000000004 would stand in a file
  atHours: Math.round((dose.atHours + hours) * 1e6) / 1e6,
});

/** All that the points depend on: everything but when the victim is given, and how it is shown. */
function aboutOf(study: WholeStudy, victim: string): string {
  const { title: _title, fromHours: _from, untilHours: _until, ...frame } = study;
  const { record: _record, ...rest } = frame;
  return JSON.stringify([victim, { ...rest, doses: shiftedTo(study, victim, 0).doses }]);
}
