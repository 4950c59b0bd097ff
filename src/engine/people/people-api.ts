/** What the page asks of a worker that solves people, and what it gets: plain data. */
import type { Outcome } from "../../core/model/model";
import type { Study, StudyOfMany } from "../../pharmacology/study";
import type { MetricColumn } from "./metrics";
import type { RangeCounts } from "./range";
import type { Ribbon, RibbonPlan } from "./ribbons";

export interface PeopleRequest {
  readonly study: StudyOfMany;
  /** By output, in its unit: time above it is counted. */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** Of so many people, from the first on, metrics and covariates are told; of all when absent. */
  readonly told?: number;
}

/** A number that is told of each person. */
export interface CovariateInfo {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

export interface OpenedPeople extends RibbonPlan {
  /** What computes, and in what precision. */
  readonly name: string;
  readonly count: number;
  readonly countsLength: number;
  readonly covariates: readonly CovariateInfo[];
  /** SHA-256 of the typical person's model. */
  readonly modelHash: string;
  /** h */
  readonly doseTimes: readonly {
    readonly drug: string;
    readonly atHours: number;
    readonly overHours: number;
    readonly amountMg: number;
  }[];
}

/** A range with what is shown of each of its people. */
export interface PeopleRange extends RangeCounts {
  readonly columns: readonly MetricColumn[];
  /** Per covariate a value per person, in the order of `OpenedPeople.covariates`. */
  readonly covariates: readonly Float32Array[];
}

export type PeoplePlace = "gpu" | "cpu";

export interface PeopleService {
  open(request: PeopleRequest, place: PeoplePlace): Promise<Outcome<OpenedPeople>>;
  /** People that the next range should have. */
  size(): Promise<number>;
  /**
   * @param spare counts of an earlier range that nobody needs any more, to be used again: a run
   *   of a million would otherwise throw away a gigabyte of them
   * @returns undefined if it was stopped; rejects if the GPU is lost
   */
  solve(first: number, end: number, spare?: Uint32Array): Promise<PeopleRange | undefined>;
  /** Percentiles over time of some of the people, by their numbers. */
  ribbonsOf(people: readonly number[]): Promise<readonly Ribbon[] | undefined>;
  /** One person's curves at the times of the ribbons, solved alone; or why there are none. */
  curvesOf(person: number): Promise<Outcome<readonly Float64Array[]>>;
  /** The study of one person with all of that person's own numbers. */
  studyOf(person: number): Promise<Outcome<Study>>;
  stop(): Promise<void>;
  isLost(): Promise<boolean>;
}
