/**
 * A twin: what one person knows of themself. Facts that last, and events at their times. Plain
 * data, as the twin file spells it (interop/twin-file.ts).
 *
 * What follows from it is never kept: it is learnt again from these, by engine/twin. Everything
 * may be left open; what is open is a distribution, not a default.
 */
import type { Drug } from "../drug";
import type { Sex } from "../body/typical-body";
import type { HepaticClass } from "../conditions/moves";
import type { Group } from "../genes/groups";
import type { Formulation } from "../mechanisms/absorption";
import type { AmountOf, Route } from "../study";

/** A moment: ISO 8601 with its offset from UTC, "2026-11-20T07:30:00+01:00". */
export type Moment = string;

export interface TwinFacts {
  readonly sex?: Sex;
  /** How old on which day ("2026-11-20"); a birthday is nobody's business. */
  readonly age?: { readonly years: number; readonly on: string };
  readonly heightCm?: number;
  readonly group?: Group;
  /** By gene: star alleles "*1/*4", or a phenotype PM, IM, NM, RM or UM. */
  readonly genes?: Readonly<Record<string, string>>;
}

interface Happened {
  /** Of the event in its twin. */
  readonly id: string;
  readonly at: Moment;
  /** How far the time may be off: a standard deviation in minutes, 0 when absent. */
  readonly minutesOff?: number;
  /** Where it is from, where it was not typed: the name of a file. */
  readonly source?: string;
}

/** Doses that were taken; several of one kind may be one event. */
export interface DoseTaken extends Happened {
  readonly kind: "dose";
  /** Id of one of the twin's drugs. */
  readonly drug: string;
  readonly route: Route;
  readonly amountMg: number;
  /** The drug itself when absent. */
  readonly amountOf?: AmountOf;
  /** Makes it an infusion (intravenous only). */
  readonly overHours?: number;
  /** Repeats: `count` doses in all, `everyHours` apart. */
  readonly everyHours?: number;
  readonly count?: number;
  readonly formulation?: Formulation;
  readonly fed?: boolean;
  /** How probable it is that each of them was really taken; 1 when absent. */
  readonly taken?: number;
}

/** A concentration that was measured in plasma. */
export interface Level extends Happened {
  readonly kind: "level";
  readonly drug: string;
  /** Total, as laboratories report it. */
  readonly mgPerL: number;
  /** The laboratory reported "below" this. */
  readonly isBelow?: boolean;
}

/** What can be measured of a body besides levels, with the one unit that it is kept in. */
export const measurements = {
  weight: { name: "Weight", unit: "kg", least: 0.5, most: 400 },
  creatinine: { name: "Creatinine in serum", unit: "mg/dL", least: 0.05, most: 30 },
  albumin: { name: "Albumin", unit: "g/L", least: 5, most: 80 },
  aag: { name: "α1-acid glycoprotein", unit: "g/L", least: 0.05, most: 10 },
  haematocrit: { name: "Haematocrit", unit: "%", least: 10, most: 75 },
  "heart-rate": { name: "Heart rate", unit: "/min", least: 20, most: 250 },
  steps: { name: "Steps in a day", unit: "/d", least: 0, most: 200_000 },
} as const;
export type Measurable = keyof typeof measurements;

export interface Measured extends Happened {
  readonly kind: "measured";
  readonly what: Measurable;
  /** In the unit that `measurements` says. */
  readonly value: number;
}

/** Something that changes a body for a while. */
export interface Illness extends Happened {
  readonly kind: "illness";
  readonly what: "liver" | "pregnancy" | "other";
  /** Child–Pugh class of the liver. */
  readonly hepatic?: HepaticClass;
  /** Week of the pregnancy at `at`. */
  readonly weeks?: number;
  /** Lasts on when absent. */
  readonly until?: Moment;
  readonly note?: string;
}

export type TwinEvent = DoseTaken | Level | Measured | Illness;

export interface Twin {
  readonly perfuseTwin: 1;
  readonly name: string;
  readonly facts: TwinFacts;
  /** Ids of shipped drugs, or whole drugs. */
  readonly drugs: readonly (string | Drug)[];
  readonly events: readonly TwinEvent[];
}

/** Limits that the file and the fields share. */
export const twinLimits = {
  years: [0, 110],
  heightCm: [30, 250],
  mgPerL: [0, 1e4],
  amountMg: [0, 1e5],
  minutesOff: [0, 1440],
  events: 20_000,
} as const;

/** Milliseconds since 1970. */
export const millisecondsOf = (at: Moment): number => Date.parse(at);

const momentPattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether it is a moment of the calendar: no 30 February, and an offset. */
export function isMoment(text: string): boolean {
  const found = momentPattern.exec(text);
  return found !== null && isDay(text.slice(0, 10)) && Number.isFinite(Date.parse(text));
}

/** Whether it is a day of the calendar, "2026-11-20". */
export function isDay(text: string): boolean {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return Number.isFinite(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}
