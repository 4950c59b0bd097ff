/** Moments on the clock of whoever lived them: typed, shown, and laid out in days. */
import { momentIn } from "../interop/health/when";
import { millisecondsOf, type Moment } from "../pharmacology/twin/twin";

/** The zone that this browser keeps. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @returns undefined for a time that the clocks here never showed */
export function momentHere(local: string): Moment | undefined {
  return momentIn(local, zoneHere());
}

/** "2026-11-20" */
export function dayHere(nowMs: number): string {
  const now = new Date(nowMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "2026-11-20T07:30" here, to the minute. */
export function momentNow(nowMs: number): Moment {
  const now = new Date(nowMs);
  const two = (value: number) => String(value).padStart(2, "0");
  const local = `${dayHere(nowMs)}T${two(now.getHours())}:${two(now.getMinutes())}:00`;
  // in the hour that autumn repeats, the clock alone does not say which
  return momentHere(local) ?? `${now.toISOString().slice(0, 19)}Z`;
}

/** What the clock showed: "2026-11-20" and "07:30". */
export function clockOf(at: Moment): { readonly day: string; readonly time: string } {
  return { day: at.slice(0, 10), time: at.slice(11, 16) };
}

/** Minutes that its clock was ahead of UTC. */
export function offsetMinutesOf(at: Moment): number {
  const asUtc = Date.parse(`${at.slice(0, 19)}Z`);
  return Math.round((asUtc - millisecondsOf(at)) / 60_000);
}

/** "UTC+01:00" */
export function offsetInWords(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "−" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

/** "Fri 20 Nov, 07:30", as the clock showed it. */
export function momentInWords(at: Moment): string {
  const { time } = clockOf(at);
  return `${dayInWords(at.slice(0, 10))}, ${time}`;
}

/** A moment of a clock so many minutes ahead of UTC. */
export function instantInWords(ms: number, offsetMinutes: number): string {
  const local = new Date(Math.round(ms / 60_000) * 60_000 + offsetMinutes * 60_000).toISOString();
  return `${dayInWords(local.slice(0, 10))}, ${local.slice(11, 16)}`;
}

/** "Fri 20 Nov" */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = weekdays[date.getUTCDay()] ?? "";
  return `${weekday} ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""}`;
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
