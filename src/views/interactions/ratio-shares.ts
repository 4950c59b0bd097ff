/** How many people's exposure is changed by so much. Shares are of those who have a ratio. */
import { median } from "d3-array";

export interface RatioShares {
  readonly median: number;
  readonly aboveTwo: number;
  readonly aboveFive: number;
  readonly belowHalf: number;
  readonly belowFifth: number;
}

export function ratioShares(ratios: Float64Array): RatioShares {
  const known = ratios.filter((ratio) => Number.isFinite(ratio));
  const share = (isCounted: (ratio: number) => boolean) =>
    known.length === 0 ? Number.NaN : known.filter(isCounted).length / known.length;
  return {
    median: median(known) ?? Number.NaN,
    aboveTwo: share((ratio) => ratio > 2),
    aboveFive: share((ratio) => ratio > 5),
    belowHalf: share((ratio) => ratio < 0.5),
    belowFifth: share((ratio) => ratio < 0.2),
  };
}
