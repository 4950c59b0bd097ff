/** The ratio of two populations over time, and the axis on which half and double are equally far. */
import { formatNumber } from "../../ui/format-number";
import { formatTime } from "../../ui/format-time";
import { valueAt } from "../../ui/interpolate";
import { roundUp } from "../../ui/ticks";
import type { Range } from "../plot/axis";

/** All of one length. Where there is nothing to divide by, the values are NaN. */
export interface Ratio {
  /** In h, rising. */
  readonly times: Float64Array;
  readonly p5: Float64Array;
  readonly p50: Float64Array;
  readonly p95: Float64Array;
}

/** Within which two populations count as alike, such as 0.80 to 1.25. */
export interface AlikeWindow {
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** Beyond a hundredfold the rest of the picture would shrink to a line. */
const mostFold = 100;

/** As far below 1 as above, wide enough for the medians, the band and the window. */
export function ratioRange({ p5, p50, p95 }: Ratio, window: AlikeWindow | undefined): Range {
  const values = [...p5, ...p50, ...p95, window?.low ?? 1, window?.high ?? 1];
  const folds = values
    .filter((value) => value > 0 && Number.isFinite(value))
    .map((value) => Math.max(value, 1 / value));
  const fold = Math.min(roundUp(Math.max(1.5, ...folds)), mostFold);
  return { min: 1 / fold, max: fold };
}

export interface RatioReading {
  readonly time: string;
  readonly median: string;
  readonly most: string;
}

export function ratioAt({ times, p5, p50, p95 }: Ratio, timeHours: number): RatioReading {
  const text = (values: Float64Array) => formatNumber(valueAt(times, values, timeHours));
  return {
    time: formatTime(timeHours, 3),
    median: text(p50),
    most: `${text(p5)} to ${text(p95)}`,
  };
}
