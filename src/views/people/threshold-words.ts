/** A threshold and who was above it, in words. */
import { formatExact, formatQuantity, withUnit } from "../ui/format-number";
import { formatCount, formatShare } from "./people-words";

interface Above {
  readonly above: number;
  /** People with a result. */
  readonly of: number;
  /** Half of those who were above were so for as long or longer. */
  readonly medianHours: number;
}

/** At its line: "Threshold 50 ng/mL". */
export function thresholdLabel(value: number, unit: string): string {
  return `Threshold ${concentration(value, unit)}`;
}

/** "62.3 % of people (623 of 1000) were above 50 ng/mL at some time, half of these for 3.1 h or longer." */
export function aboveSentence({ above, of, medianHours }: Above, value: number, unit: string) {
  const threshold = concentration(value, unit);
  if (of === 0) return "";
  if (above === 0) return `Nobody of ${formatCount(of)} was above ${threshold} at any time.`;
  const share = `${formatShare(above / of)} of people (${formatCount(above)} of ${formatCount(of)})`;
  const hours = `half of these for ${formatQuantity(medianHours, "h")} or longer`;
  return `${share} were above ${threshold} at some time, ${hours}.`;
}

// ——— the parts ———

/** As somebody typed it, not to three digits. */
const concentration = (value: number, unit: string) => withUnit(formatExact(value, 4), unit);
