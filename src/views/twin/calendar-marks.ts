/** Marks of a time axis by somebody's calendar and clock; hours are counted from any moment. */
import type { Marks } from "../people/plot/axis";

interface Calendar {
  /** Milliseconds since 1970 of hour 0. */
  readonly originMs: number;
  /** Minutes that the clock is ahead of UTC. */
  readonly offsetMinutes: number;
  readonly fromHours: number;
  readonly untilHours: number;
  readonly title: string;
}

const hourMs = 3_600_000;
/** Hours between marks, each with the finer step between. */
const steps = [
  [1, 0.5],
  [2, 1],
  [3, 1],
  [6, 2],
  [12, 6],
  [24, 12],
  [48, 24],
  [168, 24],
  [336, 168],
  [672, 168],
] as const;

export function calendarMarks(calendar: Calendar): (most: number) => Marks {
  const { originMs, offsetMinutes, fromHours, untilHours, title } = calendar;
  /** Of hour 0, on the clock, in hours since a midnight long ago. */
  const zero = (originMs + offsetMinutes * 60_000) / hourMs;
  const multiples = (step: number) => {
    const first = Math.ceil((zero + fromHours) / step - 1e-9);
    const last = Math.floor((zero + untilHours) / step + 1e-9);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
  };
  return (most) => {
    const span = untilHours - fromHours;
    const [major, minor] = steps.find(([step]) => span / step <= most) ?? [672, 168];
    return {
      major: multiples(major).map((hours) => ({ at: hours - zero, label: labelAt(hours) })),
      minor: multiples(minor).map((hours) => hours - zero),
      title,
    };
  };
}

// ——— the parts ———

/** The day at midnight, else the time of day. */
function labelAt(hours: number): string {
  const at = new Date(hours * hourMs);
  const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
  if (hour === 0 && minute === 0) return `${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ""}`;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
