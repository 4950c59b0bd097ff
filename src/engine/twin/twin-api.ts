/** What the page asks of the worker that learns about a person, and what it gets: plain data. */
import type { Interval } from "../../core/inference/weighted";
import type { Outcome } from "../../core/model/model";
import type { FirstFact } from "../../pharmacology/twin/known";
import type { Twin } from "../../pharmacology/twin/twin";
import type { CloudPart, CloudShape } from "./cloud";
import type { LearnOptions } from "./learn";
import type { TwinStudy } from "./plan-twin";

/** Percentiles by row. */
export interface Band {
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

export interface TwinCurve {
  readonly drug: string;
  /** From hour 0 of the answer; a time twice where something is given. */
  readonly hours: Float64Array;
  /** mg/L. */
  readonly prior: Band;
  readonly posterior: Band;
  /** Single bodies, each as probable as the next: for showing one after the other. */
  readonly priorBodies: readonly Float32Array[];
  readonly posteriorBodies: readonly Float32Array[];
}

/** Of one drug, over the window: what people like this one have, and what this one has. */
export interface Exposure {
  readonly drug: string;
  readonly what: "area" | "peak" | "trough";
  readonly unit: string;
  readonly prior: Interval;
  readonly posterior: Interval;
  /** How probable it is that it is below the middle of people like this one. */
  readonly below: number;
  /** Of the posterior, rising: each stands for one body in a hundred. */
  readonly hundred: readonly number[];
}

export interface LevelFit {
  readonly id: string;
  readonly drug: string;
  readonly atHours: number;
  /** mg/L. */
  readonly measured: number;
  readonly isBelow: boolean;
  readonly prior: Interval;
  readonly posterior: Interval;
  /** Of the measured value among those that the posterior foresees, 0 to 1. */
  readonly position: number;
  /** ln(measured / middle), in standard deviations of the error. */
  readonly residual: number;
}

export interface TraitChange {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly prior: Interval;
  readonly posterior: Interval;
  /** How far the middle moved, in standard deviations of the prior's logarithm. */
  readonly moved: number;
  /** How much narrower the interval became: 0 not at all, 1 to nothing. */
  readonly narrowed: number;
  /** How probable it is that it is below the middle of people like this one. */
  readonly below: number;
}

/** A dose that may not have been taken: how probable it was said to be, and how probable it is now. */
export interface DoseDoubt {
  readonly drug: string;
  readonly atHours: number;
  readonly prior: number;
  readonly posterior: number;
}

/** The most probable body and how far it may be off: the quick way, to check the other by. */
export interface LaplaceCheck {
  readonly drug: string;
  readonly area: Interval;
}

export interface TwinAnswer {
  /** Milliseconds since 1970 of hour 0. */
  readonly originMs: number;
  readonly windowHours: readonly [number, number];
  /** Facts that are open and widen the prior, most useful first. */
  readonly open: readonly FirstFact[];
  readonly curves: readonly TwinCurve[];
  readonly exposures: readonly Exposure[];
  readonly levels: readonly LevelFit[];
  /** Of doses that may not have been taken. */
  readonly doubts: readonly DoseDoubt[];
  /** Those that moved most first. */
  readonly traits: readonly TraitChange[];
  readonly laplace: readonly LaplaceCheck[];
  /** Draws of equal weight that would say as much. */
  readonly effective: number;
  readonly draws: number;
  /** How probable the levels are, a logarithm: of two histories the higher one fits better. */
  readonly logEvidence: number;
  /** Days between the last level and now; undefined without levels. */
  readonly ageDays: number | undefined;
  readonly tookMs: number;
  /** What computed. */
  readonly backend: string;
  /** A first look, from draws of people like this one alone. */
  readonly isPreview: boolean;
}

/** How much a further level at a moment would narrow the interval of the area. */
export interface LevelPlan {
  readonly drug: string;
  readonly hours: Float64Array;
  /** Expected share by which the interval narrows, 0 to 1. */
  readonly narrows: Float64Array;
}

/** The same bodies under another history or another future. */
export interface WhatIfAnswer {
  readonly originMs: number;
  readonly windowHours: readonly [number, number];
  readonly curves: readonly (Pick<TwinCurve, "drug" | "hours"> & {
    readonly usual: Band;
    readonly changed: Band;
  })[];
  /** By drug; a value for each body, the same bodies in both. */
  readonly bodies: readonly {
    readonly drug: string;
    readonly usual: BodyNumbers;
    readonly changed: BodyNumbers;
  }[];
}

/** Per body: mg h/L and mg/L over the window. */
export interface BodyNumbers {
  readonly area: Float64Array;
  readonly peak: Float64Array;
  readonly trough: Float64Array;
}

/** A worker that solves draws for another one. */
export interface CloudAssistant {
  openCloud(study: TwinStudy): Promise<Outcome<CloudShape>>;
  solveCloud(latents: Float64Array): Promise<CloudPart>;
}

export interface TwinService extends CloudAssistant {
  /** Gives this worker the other end of a port that an assistant serves. */
  assist(port: MessagePort): void;
  /** Solves draws for whoever has the other end. */
  serve(port: MessagePort): void;
  /**
   * Learns from the twin's levels. A later call stops an earlier one, which then answers
   * `cancelled`. What was solved before is used again where doses and facts are the same.
   *
   * @param onPreview called with what can be said at once
   */
  learn(
    twin: Twin,
    nowMs: number,
    onPreview: (answer: TwinAnswer) => void,
    options?: LearnOptions,
  ): Promise<Outcome<TwinAnswer>>;
  /** After `learn`: which further levels would teach most. */
  plan(): Promise<readonly LevelPlan[]>;
  /**
   * After `learn`: what the same bodies would have had or will have.
   *
   * @param changed the twin with another history, other facts or another future
   */
  whatIf(changed: Twin, nowMs: number): Promise<Outcome<WhatIfAnswer>>;
  stop(): void;
}
