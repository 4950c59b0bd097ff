/**
 * Times as health files write them, and what is missing in them: a time of day, or the offset from
 * UTC. What a file leaves out is asked for, by `gather.ts`; nothing is taken from the machine's clock.
 */
import { isDay, isMoment, millisecondsOf, type Moment } from "../../pharmacology/twin/twin";
import type { When } from "./understood";

const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * "2026-11-20", "2026-11-20T07:30:00+01:00", "2026-11-20 07:30:00 +0100" or without the offset;
 * fractions of a second are dropped.
 *
 * @returns undefined for what is no time of the calendar; a month or a year alone is none either
 */
export function readWhen(text: string): When | undefined {
  if (text.length > 40) return undefined;
  const [, day = "", hour, minute, second = "00", offset] = shape.exec(text.trim()) ?? [];
  if (!isDay(day)) return undefined;
  if (hour === undefined || minute === undefined) return { known: "day", day };
  const local = `${day}T${hour}:${minute}:${second}`;
  if (offset === undefined) return isMoment(`${local}Z`) ? { known: "local", local } : undefined;
  const at = `${local}${offset.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2")}`;
  return isMoment(at) ? { known: "moment", at } : undefined;
}

/**
 * Something that was at some time between two others: the middle, and how far off that may be.
 *
 * @returns undefined where the two do not stand in that order, or lie further apart than a day:
 *   then the middle says too little
 */
export function readBetween(start: string, end: string): When | undefined {
  const [a, b] = [readWhen(start), readWhen(end)];
  if (a?.known !== "moment" || b?.known !== "moment") return undefined;
  const minutes = (millisecondsOf(b.at) - millisecondsOf(a.at)) / 60_000;
  if (minutes < 0 || minutes > minutesOfADay) return undefined;
  if (minutes === 0) return a;
  return { known: "moment", at: later(a.at, minutes / 2), minutesOff: uniformSpread(minutes) };
}

export const minutesOfADay = 1440;

/** Standard deviation of a time that may be any of so many minutes. */
export function uniformSpread(minutes: number): number {
  return Math.round(minutes / Math.sqrt(12));
}

/** The moment so many minutes later, with the same offset. */
export function later(at: Moment, minutes: number): Moment {
  const offset = offsetOf(at);
  const local = new Date(millisecondsOf(at) + (minutes + offsetMinutes(offset)) * 60_000);
  return `${local.toISOString().slice(0, 19)}${offset}`;
}

/** "Z" or "+01:00". */
export function offsetOf(at: Moment): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(at)?.[0] ?? "Z";
}

/** The day where it happened, "2026-11-20". */
export function dayOf(at: Moment): string {
  return at.slice(0, 10);
}

/**
 * A clock's time in a zone as a moment.
 *
 * @param local "2026-11-20T07:30:00"
 * @param zone an offset "+01:00", "Z", or a name of the tz data base: "Europe/Berlin"
 * @returns undefined for an unknown zone, and for a time that its clocks never showed
 */
export function momentIn(local: string, zone: string): Moment | undefined {
  if (/^(?:Z|[+-]\d{2}:\d{2})$/.test(zone)) {
    return isMoment(`${local}${zone}`) ? `${local}${zone}` : undefined;
  }
  const asUtc = Date.parse(`${local}Z`);
  if (!Number.isFinite(asUtc)) return undefined;
  // offsets differ by a day at most, so the zone's offset then is that of one of these two moments
  for (const guess of [asUtc - 12 * 3_600_000, asUtc + 12 * 3_600_000]) {
    const offset = offsetAt(guess, zone);
    if (offset === undefined) return undefined;
    const at = `${local}${offset}`;
    if (offsetAt(millisecondsOf(at), zone) === offset && isMoment(at)) return at;
  }
  return undefined;
}

/** Age in years on a day; undefined where the birth is after it. */
export function yearsBetween(birthDay: string, day: string): number | undefined {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  const age = day.slice(5) < birthDay.slice(5) ? years - 1 : years;
  return age < 0 ? undefined : age;
}

// ——— the parts ———

function offsetMinutes(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (60 * Number(hours) + Number(minutes));
}

/** The offset of a zone at a moment, "+01:00"; undefined for an unknown zone. */
function offsetAt(milliseconds: number, zone: string): string | undefined {
  let parts: Intl.DateTimeFormatPart[];
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    parts = format.formatToParts(milliseconds);
  } catch {
    return undefined; // RangeError: no such zone
  }
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  if (name === "GMT") return "+00:00";
  return /^GMT([+-]\d{2}:\d{2})/.exec(name)?.[1];
}
