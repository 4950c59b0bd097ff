/** A value at any moment of a curve that is known at rising times. */

import { bisectRight } from "d3-array";

/** The last index whose time is not after `t`; −1 before the first. Of equal times the last. */
export function indexAt(times: ArrayLike<number>, t: number): number {
  return bisectRight(times, t) - 1;
}

/**
 * Linear between neighbours; NaN outside and beside a gap. Where two points share a time, as at a
 * dose, the later one counts.
 */
export function valueAt(times: ArrayLike<number>, values: ArrayLike<number>, t: number): number {
  const index = indexAt(times, t);
  const before = values[index];
  const from = times[index];
  if (before === undefined || from === undefined) return Number.NaN;
  if (from === t) return before;
  const [to, after] = [times[index + 1], values[index + 1]];
  if (to === undefined || after === undefined) return Number.NaN;
  return before + ((t - from) / (to - from)) * (after - before);
}
