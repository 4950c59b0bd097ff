/**
 * What a sky of people is given: numbers by person, which fill from the front while a run goes on,
 * and how they are to be looked at. Typed arrays may be written in place: what counts is `filled`.
 */
import type { Range } from "../plot/axis";

/** A covariate or a metric by which people can be laid out. */
export interface Dimension {
  readonly id: string;
  /** As it stands in a sentence: "Weight". */
  readonly name: string;
  readonly unit: string;
  readonly scale: "linear" | "log";
  /** By person. What is not known is NaN. */
  readonly values: ArrayLike<number>;
  /** Of a category: the values are places in this list. */
  readonly categories?: readonly string[] | undefined;
  /** Fixes the axis, so that it does not jump while people arrive. */
  readonly range?: Range | undefined;
}

/** What the colours mean. The caller draws their legend. */
export interface Outcome {
  readonly name: string;
  readonly unit: string;
  readonly values: ArrayLike<number>;
  /** The place in `levels` of a value; of NaN too. */
  readonly levelOf: (value: number) => number;
  readonly levels: readonly Level[];
}

export interface Level {
  /** Any colour that a canvas takes. */
  readonly colour: string;
  /** A ring instead of a disc, so that colour is not the only sign. */
  readonly hollow?: boolean | undefined;
}

export interface Crowd {
  /** People asked for, and people whose numbers are there. */
  readonly of: number;
  readonly filled: number;
  /** Not 0 where a person could not be computed. */
  readonly failed: ArrayLike<number>;
}

/** The ids of two dimensions; without the second, people gather along the first in a swarm. */
export interface Arrangement {
  readonly across: string;
  readonly up: string | null;
}
