/**
 * FHIR's Timing: when doses begin, how often they are, and how many they were. What it leaves open
 * stays open; a pattern that is not evenly spaced is refused with the reason.
 */
import { fieldsAt, inWords, listAt, numberAt, textAt, textsAt, type Fields } from "./json-tree";
import { readWhen } from "./when";
import { millisecondsOf } from "../../pharmacology/twin/twin";
import type { DoseDraft } from "./understood";

export type TimingRead =
  | { readonly why: string }
  | {
      /** Of the first dose, as written. */
      readonly start: string | undefined;
      readonly rhythm: Pick<DoseDraft, "everyHours" | "count" | "rhythm">;
    };

/** Time in which something was taken, where the resource says it outside of the timing. */
export interface Taking {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

export function readTiming(timing: Fields | undefined, taking: Taking | undefined): TimingRead {
  const events = textsAt(timing, "event");
  if (events.length > 1)
    return { why: "lists several single times, which need not be evenly spaced" };
  if (events[0] !== undefined) return { start: events[0], rhythm: {} };
  const repeat = fieldsAt(timing, "repeat");
  const bounds = fieldsAt(repeat, "boundsPeriod");
  const start = taking?.start ?? textAt(bounds, "start");
  const end = taking?.end ?? textAt(bounds, "end");
  const everyHours = intervalOf(repeat) ?? intervalByCode(fieldsAt(timing, "code"));
  if (textsAt(repeat, "dayOfWeek").length > 0) return { why: "is taken on some weekdays only" };
  const times = textsAt(repeat, "timeOfDay");
  const at = withTime(start, times);
  if (everyHours === undefined) {
    return times.length > 1
      ? { why: "is taken at several times of day that need not be evenly spaced" }
      : {
          start: at,
          rhythm:
            times.length === 1 ? { everyHours: 24, ...counted(repeat) } : { rhythm: "unknown" },
        };
  }
  if (!(everyHours > 0 && everyHours <= mostHours))
    return { why: "repeats at no interval that can be" };
  const count =
    counted(repeat).count ?? countBetween(at, end, everyHours) ?? boundedCount(repeat, everyHours);
  return { start: at, rhythm: { everyHours, ...(count !== undefined && { count }) } };
}

// ——— the parts ———

/** A year, the longest that a dose may repeat at. */
const mostHours = 8784;
const mostDoses = 10_000;

const hoursIn: Readonly<Record<string, number>> = {
  s: 1 / 3600,
  min: 1 / 60,
  h: 1,
  d: 24,
  wk: 168,
};

function intervalOf(repeat: Fields | undefined): number | undefined {
  const period = numberAt(repeat, "period");
  const unit = hoursIn[textAt(repeat, "periodUnit") ?? ""];
  const frequency = numberAt(repeat, "frequency") ?? 1;
  if (period === undefined || unit === undefined || !(frequency >= 1)) return undefined;
  return Number(((period * unit) / frequency).toPrecision(9));
}

/** HL7's abbreviations; BID and the like say how often, not when. */
const codes: Readonly<Record<string, number>> = {
  QD: 24,
  QOD: 48,
  BID: 12,
  TID: 8,
  QID: 6,
  Q1H: 1,
  Q2H: 2,
  Q3H: 3,
  Q4H: 4,
  Q6H: 6,
  Q8H: 8,
  AM: 24,
  PM: 24,
  WK: 168,
};

function intervalByCode(concept: Fields | undefined): number | undefined {
  const written = listAt(concept, "coding").map((coding) => textAt(coding, "code") ?? "");
  const known = written.find((code) => Object.hasOwn(codes, code));
  return known === undefined ? undefined : codes[known];
}

/** A day with the one time of day at which it is taken. */
function withTime(start: string | undefined, times: readonly string[]): string | undefined {
  const [time, ...others] = times;
  const isDay = start !== undefined && readWhen(start)?.known === "day";
  return isDay && time !== undefined && others.length === 0 && /^\d{2}:\d{2}:\d{2}$/.test(time)
    ? `${inWords(start)}T${time}`
    : start;
}

function counted(repeat: Fields | undefined): { readonly count?: number } {
  const count = numberAt(repeat, "count");
  return count !== undefined && Number.isInteger(count) && count >= 1 && count <= mostDoses
    ? { count }
    : {};
}

/** As many as fit between two moments; a dose at the very end is one of them. */
function countBetween(
  start: string | undefined,
  end: string | undefined,
  everyHours: number,
): number | undefined {
  const [a, b] = [start, end].map((one) => readWhen(one ?? ""));
  if (a?.known !== "moment" || b?.known !== "moment") return undefined;
  const hours = (millisecondsOf(b.at) - millisecondsOf(a.at)) / 3_600_000;
  const count = Math.floor(hours / everyHours + 1e-9) + 1;
  return hours >= 0 && count <= mostDoses ? count : undefined;
}

function boundedCount(repeat: Fields | undefined, everyHours: number): number | undefined {
  const bounds = fieldsAt(repeat, "boundsDuration");
  const [value, unit] = [
    numberAt(bounds, "value"),
    textAt(bounds, "code") ?? textAt(bounds, "unit"),
  ];
  const hours = (value ?? Number.NaN) * (hoursIn[unit ?? ""] ?? Number.NaN);
  const count = Math.ceil(hours / everyHours - 1e-9);
  return count >= 1 && count <= mostDoses ? count : undefined;
}
