/**
 * Some people of a crowd from beginning to end: drawn, solved together, judged, repaired, checked.
 *
 * People that the shared steps were too coarse for are solved alone; those that cannot be solved
 * are listed with the reason. Some are solved alone in any case, and compared. What comes out only
 * has to be added up, so ranges can be solved anywhere and in any order.
 */
import { copyCoefficients } from "../crowd";
import { solveAlone, type Alone } from "./alone";
import { binCount, binOf } from "./bins";
import type { CrowdPlan } from "./crowd-plan";
import { measureCount, measureIndex } from "./measures";
import {
  emptyCounts,
  fillTile,
  measuredAt,
  type Missing,
  type Tile,
  type TileOutcome,
  type TileSolver,
} from "./tile";

/** What is added up of a range. */
export interface RangeCounts {
  readonly first: number;
  readonly end: number;
  /** Number of each person that was drawn. */
  readonly people: Float64Array;
  /** Per person drawn 1 where there is a result. */
  readonly solved: Uint8Array;
  /** [(counted row * outputs + output) * binCount + bin] */
  readonly counts: Uint32Array;
  /** Bodies that were drawn again because nobody could be like that. */
  readonly redraws: number;
  /** People the tile was not good enough for. */
  readonly flagged: number;
  readonly missing: readonly Missing[];
  /** People solved both ways, and the largest difference of an area or a peak, relative. */
  readonly checked: number;
  readonly worstDifference: number;
}

export interface RangeResult extends RangeCounts {
  /** [(measure * outputs + output) * people + person drawn] */
  readonly measured: Float32Array | Float64Array;
}

const firstChecked = 8;
const checkedEvery = 1000;

/** @returns undefined if the signal was aborted; throws if the solver's device is lost */
export async function solveRange(
  crowd: CrowdPlan,
  solver: TileSolver,
  { first, end }: { readonly first: number; readonly end: number },
  signal: AbortSignal,
  spare?: Uint32Array,
): Promise<RangeResult | undefined> {
  const numbers = Array.from({ length: end - first }, (_, i) => first + i);
  const solved = await solvePeople(crowd, solver, numbers, signal, spare);
  return solved && { first, end, ...solved };
}

/** The same for any people, by their numbers. */
export async function solvePeople(
  crowd: CrowdPlan,
  solver: TileSolver,
  numbers: readonly number[],
  signal: AbortSignal,
  spare?: Uint32Array,
): Promise<Omit<RangeResult, "first" | "end"> | undefined> {
  const { tile, missing } = fillTile(crowd, numbers);
  const counts = spare?.fill(0) ?? emptyCounts(crowd);
  const outcome = await solver.solve(tile, counts, signal);
  if (!outcome || signal.aborted) return undefined;
  const review = new Review(crowd, tile, outcome, counts);
  tile.people.forEach((person, place) => {
    if (outcome.flaws[place] !== 0) review.repair(place);
    else if (person < firstChecked || person % checkedEvery === 0) review.check(place);
  });
  return {
    people: tile.people,
    solved: review.solved,
    measured: outcome.measured,
    counts,
    redraws: tile.redraws,
    flagged: review.flagged,
    missing: [...missing, ...review.missing],
    checked: review.checked,
    worstDifference: review.worstDifference,
  };
}

// ——— the parts ———

class Review {
  readonly #crowd: CrowdPlan;
  readonly #tile: Tile;
  readonly #outcome: TileOutcome;
  readonly #counts: Uint32Array;
  readonly solved: Uint8Array;
  readonly missing: Missing[] = [];
  flagged = 0;
  checked = 0;
  worstDifference = 0;

  constructor(crowd: CrowdPlan, tile: Tile, outcome: TileOutcome, counts: Uint32Array) {
    this.#crowd = crowd;
    this.#tile = tile;
    this.#outcome = outcome;
    this.#counts = counts;
    this.solved = new Uint8Array(tile.people.length).fill(1);
  }

  /** Puts the person's own result in the place of the tile's. */
  repair(place: number): void {
    this.flagged++;
    const alone = this.#alone(place);
    if (alone.why !== undefined) {
      this.solved[place] = 0;
      this.missing.push({ person: this.#tile.people[place] ?? Number.NaN, why: alone.why });
      return;
    }
    const { outputs, countedRows } = this.#crowd;
    outputs.forEach(({ lowest }, output) => {
      for (let measure = 0; measure < measureCount; measure++) {
        this.#outcome.measured[this.#at(measure, output, place)] =
          alone.measured[output * measureCount + measure] ?? Number.NaN;
      }
      countedRows.forEach((row, counted) => {
        const bin = binOf(alone.curves[row * outputs.length + output] ?? 0, lowest);
        const at = (counted * outputs.length + output) * binCount + bin;
        this.#counts[at] = (this.#counts[at] ?? 0) + 1;
      });
    });
  }

  check(place: number): void {
    const alone = this.#alone(place);
    this.checked++;
    this.#crowd.outputs.forEach((_, output) => {
      for (const measure of [measureIndex.area, measureIndex.max]) {
        const here = this.#outcome.measured[this.#at(measure, output, place)] ?? Number.NaN;
        const own = alone.measured[output * measureCount + measure] ?? Number.NaN;
        const difference = Math.abs(here - own) / (own || 1);
        this.worstDifference = Math.max(
          this.worstDifference,
          Number.isNaN(difference) ? Infinity : difference,
        );
      }
    });
  }

  #at(measure: number, output: number, place: number): number {
    const { length } = this.#crowd.outputs;
    return measuredAt(measure, output, place, length, this.#tile.people.length);
  }

  #alone(place: number): Alone {
    const { coefficients, people, weightsKg } = this.#tile;
    const copy = (target: Float64Array) =>
      copyCoefficients(coefficients, people.length, place, target);
    return solveAlone(this.#crowd, copy, weightsKg[place] ?? Number.NaN);
  }
}
