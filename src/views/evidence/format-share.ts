/** Shares as whole percent; "–" where there is nothing to share. */
import { noNumber, withUnit } from "../ui/format-number";

export function formatShare(share: number): string {
  return Number.isNaN(share) ? noNumber : withUnit(String(Math.round(100 * share)), "%");
}
