/** Counts and shares of people, as every picture of them says it. */
import { formatExact } from "../ui/format-number";

/** All figures of a count: "10 000". */
export const formatCount = (count: number): string => formatExact(count, 7);

/** "9.5 %"; a share that is not 0 never reads as 0. */
export function formatShare(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 0.1) return "< 0.1 %";
  if (percent < 100 && percent > 99.9) return "> 99.9 %";
  return `${percent === 0 || percent === 100 ? percent : percent.toFixed(1)} %`;
}

/** "1280 of 10 000 people" while some are missing, else "10 000 people". */
export function progressNote({ done, of }: { readonly done: number; readonly of: number }): string {
  if (done >= of) return peopleWord(of);
  return `${formatCount(done)} of ${peopleWord(of)}`;
}

export const peopleWord = (count: number): string =>
  count === 1 ? "1 person" : `${formatCount(count)} people`;

/** People are counted from one; their index in arrays begins at nothing. */
export const personName = (index: number): string => `Person ${formatCount(index + 1)}`;
