/** The ratio of two populations over time, and the axis on which half and double are equally far. */
import { formatNumber } from "../../ui/format-number";
import { formatTime } from "../../ui/format-time";
import { valueAt } from "../../ui/interpolate";
import { roundUp } from "../../ui/ticks";
import type { Range } from "../plot/axis";
import type { SeriesStyle } from "../ribbon/ribbon";

/** All of one length. Where there is nothing to divide by, the values are NaN. */
export interface Ratio {
  /** In h, rising. */
  readonly times: Float64Array;
  readonly p5: Float64Array;
  readonly p50: Float64Array;
  readonly p95: Float64Array;
}

/** One of those that are divided by the first. */
export interface RatioSeries {
  readonly id: string;
  readonly name: string;
  /** "B" */
  readonly letter: string;
  readonly style: SeriesStyle;
  readonly ratio: Ratio;
  /** What the line is: "ratio of medians". */
  readonly line: string;
  /** What the band spans, such as "5 to 95 % of the same people's ratios"; undefined without one. */
  readonly band: string | undefined;
  /** Why there is no band, as a sentence. */
  readonly whyNoBand?: string | undefined;
}

/** Within which two populations count as alike, such as 0.80 to 1.25. */
export interface AlikeWindow {
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** Beyond these the rest of the picture would shrink to a line; bands are cut before lines are. */
const mostFold = { line: 100, band: 10 };

/** As far below 1 as above, wide enough for the medians, the bands and the window. */
export function ratioRange(ratios: readonly Ratio[], window: AlikeWindow | undefined): Range {
  let fold = Math.max(1.5, ...[window?.low ?? 1, window?.high ?? 1].map(foldOf));
  for (const { p5, p50, p95 } of ratios) {
    for (const value of p50) fold = Math.max(fold, Math.min(foldOf(value), mostFold.line));
    for (const values of [p5, p95]) {
      for (const value of values) fold = Math.max(fold, Math.min(foldOf(value), mostFold.band));
    }
  }
  const most = roundUp(fold);
  return { min: 1 / most, max: most };
}

const foldOf = (value: number) =>
  value > 0 && Number.isFinite(value) ? Math.max(value, 1 / value) : 1;

export interface RatioReading {
  readonly line: string;
  /** "0.80 to 1.30"; undefined where there is no band. */
  readonly band: string | undefined;
}

export function ratioAt({ ratio, band }: RatioSeries, timeHours: number): RatioReading {
  const text = (values: Float64Array) => formatNumber(valueAt(ratio.times, values, timeHours));
  return {
    line: text(ratio.p50),
    band: band === undefined ? undefined : `${text(ratio.p5)} to ${text(ratio.p95)}`,
  };
}

/** For readers: "6 h: B, ratio of medians 2.00, 5 to 95 % of … 1.00 to 3.00". */
export function ratioSentence(all: readonly RatioSeries[], timeHours: number): string {
  const told = all.map((series) => {
    const { line, band } = ratioAt(series, timeHours);
    const range = band === undefined ? "" : `, ${series.band} ${band}`;
    return `${series.name}, ${series.line} ${line}${range}`;
  });
  return `${formatTime(timeHours, 3)}: ${told.join("; ")}`;
}
