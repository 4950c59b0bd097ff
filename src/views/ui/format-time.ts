/**
 * Spans of time as people say them: "2 h 15 min", "3 d 4 h", "45 s". Times come in hours.
 *
 * Up to two days are told in hours, as pharmacologists do: 36 h, not 1 d 12 h. Seconds are told
 * below ten minutes only.
 */
import { noNumber } from "./format-number";

const [minute, hour, day] = [60, 3600, 86_400];

interface Unit {
  readonly symbol: string;
  readonly seconds: number;
}

/** Longest first. */
const units: readonly Unit[] = [
  { symbol: "d", seconds: day },
  { symbol: "h", seconds: hour },
  { symbol: "min", seconds: minute },
  { symbol: "s", seconds: 1 },
];

const space = "\u202f";

/**
 * @param parts  how many units at most: of 76.25 h two tell "3 d 4 h", three "3 d 4 h 15 min"
 * @returns "–" where there is no time
 */
export function formatTime(hours: number, parts = 2): string {
  if (!Number.isFinite(hours)) return noNumber;
  const seconds = Math.abs(hours) * hour;
  const step = lastTold(seconds, parts);
  // Rounding may reach the next unit, which then leads: 59.8 min is 1 h.
  const total = Math.round(seconds / step) * step;
  if (total === 0) return `0${space}h`;
  return (hours < 0 ? "−" : "") + tell(total);
}

/** Index of the unit that a span begins with. */
function leading(seconds: number): number {
  if (seconds >= 2 * day) return 0;
  if (seconds >= hour) return 1;
  return seconds >= minute ? 2 : 3;
}

/** The seconds of the last unit told. */
function lastTold(seconds: number, parts: number): number {
  const told = units[leading(seconds) + parts - 1]?.seconds ?? 1;
  return seconds >= 10 * minute ? Math.max(told, minute) : told;
}

function tell(total: number): string {
  const told: string[] = [];
  let left = total;
  for (const { symbol, seconds } of units.slice(leading(total))) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    if (count > 0) told.push(`${count}${space}${symbol}`);
  }
  return told.join(" ");
}
