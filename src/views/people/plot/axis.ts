/**
 * One axis of a picture of people: which values it shows, where each of them stands, and what is
 * written beside it. The same for time, for a measured quantity and for named categories, so that
 * ribbons, dots and bars share one grammar.
 */
import { scaleLinear, scaleLog } from "d3-scale";
import { formatExact } from "../../ui/format-number";
import { linearTicks, logTicks, timeTicks, type Tick, type Ticks } from "../../ui/ticks";

export type AxisKind = "linear" | "log" | "time" | "category";

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a picture wants to see on an axis. */
export interface AxisWish extends Range {
  readonly kind: AxisKind;
  /** Carries the unit: "Weight (kg)". Of time it is written by the axis, which picks the unit. */
  readonly title: string;
  /** Of a category axis, whose values are 0, 1, 2 …; `categoryRange` gives its range. */
  readonly names?: readonly string[] | undefined;
  /** Instead of round hours, as days of a calendar. */
  readonly marks?: ((most: number) => Marks) | undefined;
}

export interface Axis extends Range {
  readonly kind: AxisKind;
  /**
   * Pixels in the box. What the axis does not show stands outside, at most one length away; on a
   * logarithmic axis that holds for 0 and less too. NaN stays NaN.
   */
  readonly place: (value: number) => number;
  readonly valueAt: (pixel: number) => number;
}

/** @param from  the pixel of the smallest value; `to` that of the largest */
export function axisOf(
  { kind, min, max }: Omit<AxisWish, "title">,
  from: number,
  to: number,
): Axis {
  const scale = (kind === "log" ? scaleLog() : scaleLinear()).domain([min, max]).range([from, to]);
  const [before, after] = [2 * from - to, 2 * to - from];
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  return {
    kind,
    min,
    max,
    valueAt: (pixel) => scale.invert(pixel),
    place: (value) => {
      if (Number.isNaN(value)) return Number.NaN;
      if (kind === "log" && value <= 0) return before;
      return Math.min(Math.max(scale(value), low), high);
    },
  };
}

/** Round ends around data. A logarithmic axis takes positive data only. */
export function roundRange(kind: AxisKind, { min, max }: Range): Range {
  if (!(max >= min)) return kind === "log" ? { min: 0.1, max: 10 } : { min: 0, max: 1 };
  if (kind === "log") return { min: roundDown(min), max: roundUpLog(max) };
  if (min === max) return { min: Math.min(min, 0), max: Math.max(max, 0) || 1 };
  // An axis that would begin just above nothing begins at nothing.
  const low = min >= 0 && min < 0.3 * max ? 0 : min;
  const [from = low, to = max] = scaleLinear().domain([low, max]).nice(10).domain();
  return { min: from, max: to };
}

/** Round ends close to data: for dots, whose place says a number and whose height says nothing. */
export function tightRange({ min, max }: Range): Range {
  if (!(max > min)) return roundRange("linear", { min, max });
  const [from = min, to = max] = scaleLinear().domain([min, max]).nice(10).domain();
  return { min: from, max: to };
}

export const categoryRange = (names: readonly string[]): Range => ({
  min: -0.5,
  max: names.length - 0.5,
});

/** Smallest and largest of the first so many values that the kind of axis can show. */
export function dataRange(values: ArrayLike<number>, kind: AxisKind, count = values.length): Range {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < count; index++) {
    const value = values[index] ?? Number.NaN;
    if (!canShow(value, kind)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

export const canShow = (value: number, kind: AxisKind): boolean =>
  Number.isFinite(value) && (kind !== "log" || value > 0);

export interface Marks extends Ticks {
  readonly title: string;
}

const timeTitles = { min: "Time (minutes)", h: "Time (hours)", d: "Time (days)" };

/** @param most  so many marks have room */
export function marksOf(wish: AxisWish, most: number): Marks {
  const { kind, min, max, title, names = [] } = wish;
  if (wish.marks) return wish.marks(most);
  if (kind === "log") return { ...withinDecades(logTicks(min, max, most), most), title };
  if (kind === "category") return { major: names.map(named), minor: [], title };
  if (kind === "linear") return { ...linearTicks(min, max, most), title };
  const ticks = timeTicks(min, max, most);
  return { ...ticks, title: timeTitles[ticks.unit] };
}

/** Where a few decades are wide, 2 and 5 are named too. */
function withinDecades(ticks: Ticks, most: number): Ticks {
  const round = ticks.minor.filter((at) => /^[125]/.test(at.toExponential(0)));
  const hasRoom = ticks.major.length < 4 && round.length > 2 && round.length <= most;
  return hasRoom ? { ...ticks, major: round.map((at) => ({ at, label: formatExact(at) })) } : ticks;
}

const named = (label: string, at: number): Tick => ({ at, label });

// ——— round ends of a logarithmic axis: 1, 2 or 5 times a power of ten ———

const factors = [1, 2, 5, 10];

function roundDown(value: number): number {
  const unit = decadeOf(value);
  return unit * (factors.findLast((factor) => factor * unit <= value * (1 + 1e-9)) ?? 1);
}

/** At least one step above `roundDown`, so that an axis of one value has a length. */
function roundUpLog(value: number): number {
  const unit = decadeOf(value);
  return Number(
    (unit * (factors.find((factor) => factor * unit > value * (1 + 1e-9)) ?? 10)).toPrecision(6),
  );
}

/** Read, not raised: `10 ** -4` is a little less than a ten-thousandth. */
const decadeOf = (value: number) => Number(`1e${Math.floor(Math.log10(value) + 1e-12)}`);
