/** When the victim is given, told from the last dose of the others. */
import { formatTime } from "../ui/format-time";

export function offsetWords(hours: number): string {
  if (Math.abs(hours) < 1 / 120) return "with the last dose";
  const span = formatTime(Math.abs(hours));
  return hours > 0 ? `${span} after the last dose` : `${span} before the last dose`;
}

/**
 * "24", "24 h", "3 d 4 h", "-2", "2 h before the last dose": hours after the last dose.
 *
 * @returns undefined where it cannot be read
 */
export function parseOffset(text: string): number | undefined {
  const plain = text.trim().toLowerCase().replaceAll(",", ".");
  if (plain === offsetWords(0)) return 0;
  const [, sign = "", span = "", side] =
    /^([-−+]?)\s*(.*?)\s*(before|after)?(?:\s+the last dose)?$/.exec(plain) ?? [];
  const hours = hoursIn(span);
  if (hours === undefined || (sign !== "" && side !== undefined)) return undefined;
  return sign === "-" || sign === "−" || side === "before" ? -hours : hours;
}

// ——— the parts ———

/** "3 d 4 h"; a bare number is hours. */
function hoursIn(span: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(span)) return Number(span);
  const parts = [...span.matchAll(/(\d+(?:\.\d+)?)\s*(minutes?|min|hours?|h|days?|d)\s*/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== span) return undefined;
  return parts.reduce((sum, [, size, unit = "h"]) => sum + Number(size) * hoursPer(unit), 0);
}

function hoursPer(unit: string): number {
  if (unit.startsWith("m")) return 1 / 60;
  return unit.startsWith("d") ? 24 : 1;
}
