/** A tile: as many people of a crowd as are solved together. What every back end takes and gives. */
import { binCount } from "./bins";
import { coefficientsOf, type Member } from "../crowd";
import type { CrowdPlan } from "./crowd-plan";
import { measureCount } from "./measures";

/** Why a person cannot be used as a tile computed them: bits, as in shaders/measure.wgsl. */
export const flaw = { tooCoarse: 1, notFinite: 2, negative: 4, massLost: 8 } as const;

/** People whose estimated error is above this many tolerances are solved again. */
export const mostError = 3;
/** So are people whose peak lies where seven rows say too little. */
export const mostDoubt = 5e-4;

export interface Tile {
  /** Number of each person in the crowd. */
  readonly people: Float64Array;
  readonly weightsKg: Float64Array;
  /** Coefficient i of person p at [i * people + p], exact in 32 bit; last the weight. */
  readonly coefficients: Float32Array<ArrayBuffer>;
  /** Bodies that were drawn again because nobody could be like that. */
  readonly redraws: number;
}

export interface TileOutcome {
  /** [(measure * outputs + output) * people + person] */
  readonly measured: Float32Array | Float64Array;
  /** Per person bits of `flaw`. */
  readonly flaws: Uint8Array;
  /** What the integration took, where measuring and counting come after it. */
  readonly integrationMs?: number;
}

export interface TileSolver {
  /** For people: what computes, and in what precision. */
  readonly name: string;
  /** How many people the next tile should have. */
  readonly size: () => number;
  /**
   * Adds unflawed people to the counts.
   * @returns undefined if the signal was aborted; throws if the device is lost
   */
  readonly solve: (
    tile: Tile,
    counts: Uint32Array,
    signal: AbortSignal,
  ) => Promise<TileOutcome | undefined>;
  readonly close: () => void;
}

/** Somebody without a result. */
export interface Missing {
  readonly person: number;
  readonly why: string;
}

/** Draws people by their numbers. */
export function fillTile(
  crowd: CrowdPlan,
  numbers: Iterable<number>,
): { readonly tile: Tile; readonly missing: readonly Missing[] } {
  const members: Member[] = [];
  const people: number[] = [];
  const missing: Missing[] = [];
  for (const k of numbers) {
    const drawn = crowd.source.person(k);
    if ("why" in drawn) {
      missing.push({ person: k, why: drawn.why });
      continue;
    }
    members.push(drawn);
    people.push(k);
  }
  const tile = {
    people: Float64Array.from(people),
    weightsKg: Float64Array.from(members, ({ weightKg }) => weightKg),
    coefficients: coefficientsOf(crowd.study, crowd.round, members),
    redraws: members.reduce((sum, { redraws = 0 }) => sum + redraws, 0),
  };
  return { tile, missing };
}

/** Room for the counts of a whole run: [(counted row * outputs + output) * binCount + bin]. */
export function emptyCounts({ countedRows, outputs }: CrowdPlan): Uint32Array {
  return new Uint32Array(countedRows.length * outputs.length * binCount);
}

/** Index of a measure in what a tile gives. */
export function measuredAt(
  measure: number,
  output: number,
  person: number,
  outputs: number,
  people: number,
): number {
  return (measure * outputs + output) * people + person;
}

/** Numbers in all that a tile of so many people gives. */
export const measuredSize = (outputs: number, people: number) => measureCount * outputs * people;
