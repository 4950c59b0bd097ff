/**
 * What may really have been taken, where that is not sure: some histories drawn by how probable
 * each dose is. Every draw of a body goes with one of them, by a normal of its own, so that levels
 * weigh histories as they weigh bodies.
 */
import { uniform } from "../../core/numerics/random";
import { normalCdf } from "../../core/numerics/normal";
import type { TwinStudy } from "./plan-twin";

/** Of two doses that are doubtful by a tenth each, all that may have been are among so many. */
export const historyCount = 64;
const seed = 5;

/** One of the doses that were said, and whether it was taken in each of the histories. */
export interface DoubtfulDose {
  readonly drug: string;
  readonly atHours: number;
  /** How probable it was said to be. */
  readonly prior: number;
  readonly taken: Uint8Array;
}

/** All doses with their repeats written out, as a plan lists them. */
export function dosesOfStudy({ frame, taken }: Pick<TwinStudy, "frame" | "taken">): DoubtfulDose[] {
  const doses = frame.doses.flatMap(({ drug, atHours, everyHours = 0, count = 1 }, i) =>
    Array.from({ length: count }, (_, repeat) => ({
      drug,
      atHours: atHours + repeat * everyHours,
      prior: taken[i] ?? 1,
    })),
  );
  return doses.map((dose, place) => ({
    ...dose,
    taken: Uint8Array.from({ length: historyCount }, (_, history) =>
      Number(uniform(seed, history, place) < dose.prior),
    ),
  }));
}

export const isDoubtful = ({ taken }: Pick<TwinStudy, "taken">): boolean =>
  taken.some((share) => share < 1);

/** Which history goes with a normal. */
export const historyOf = (normal: number): number =>
  Math.min(historyCount - 1, Math.floor(historyCount * normalCdf(normal)));
