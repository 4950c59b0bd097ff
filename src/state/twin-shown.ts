/** What pictures of a twin are given: the answer's shapes, and events on the answer's hours. */
import { errorModel } from "../pharmacology/twin/error-model";
import { millisecondsOf, type Level, type Twin } from "../pharmacology/twin/twin";
import type { TwinAnswer } from "../engine/twin/twin-api";
import { offsetMinutesOf } from "./twin-clock";
import { singleDoses } from "./twin-edit";

export type { Interval } from "../core/inference/weighted";
export type {
  Band,
  Exposure,
  LevelFit,
  LevelPlan,
  TraitChange,
  TwinAnswer,
  TwinCurve,
  WhatIfAnswer,
} from "../engine/twin/twin-api";

export interface ShownDose {
  readonly atHours: number;
  readonly overHours: number;
  readonly label: string;
}

export interface ShownLevel {
  readonly id: string;
  readonly atHours: number;
  /** mg/L. */
  readonly value: number;
  /** mg/L: one standard deviation of what assay and day may be off. */
  readonly sd: number;
  readonly isBelow: boolean;
}

/** A standard deviation of the logarithm: assay and model, and the day. */
const errorOfLevel = Math.hypot(errorModel.proportional.value, errorModel.betweenOccasions.value);

const hoursAfter = (ms: number, originMs: number) => (ms - originMs) / 3_600_000;

export function shownDoses(twin: Twin, drug: string, originMs: number): ShownDose[] {
  return singleDoses(twin, drug).map(({ event, atMs }) => ({
    atHours: hoursAfter(atMs, originMs),
    overHours: event.overHours ?? 0,
    label: `${event.amountMg} mg`,
  }));
}

export function shownLevels(twin: Twin, drug: string, originMs: number): ShownLevel[] {
  return levelsOf(twin, drug).map(({ id, at, mgPerL, isBelow = false }) => ({
    id,
    atHours: hoursAfter(millisecondsOf(at), originMs),
    value: mgPerL,
    sd: isBelow ? 0 : mgPerL * errorOfLevel,
    isBelow,
  }));
}

export function levelsOf({ events }: Twin, drug?: string): Level[] {
  return events.filter(
    (event): event is Level =>
      event.kind === "level" && (drug === undefined || event.drug === drug),
  );
}

/** Whose clock a picture is laid out by: that of the last event. */
export function clockOffset({ events }: Twin): number {
  const last = events.at(-1);
  return last ? offsetMinutesOf(last.at) : 0;
}

/** Levels that nothing was learnt from, and why: before any dose, or longer ago than is followed. */
export function unusedLevels(twin: Twin, { levels }: TwinAnswer): readonly string[] {
  const used = new Set(levels.map(({ id }) => id));
  return levelsOf(twin).flatMap(({ id }) => (used.has(id) ? [] : [id]));
}
