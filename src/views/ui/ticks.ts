/**
 * Where an axis is marked: times in minutes, hours or days, values by decades or round steps.
 * Pure arithmetic; how many marks have room is the caller's to say.
 */
import { formatExact, powerOfTen } from "./format-number";

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Ticks {
  readonly major: readonly Tick[];
  readonly minor: readonly number[];
}

// ——— time ———

export type TimeUnit = "min" | "h" | "d";

export interface TimeTicks extends Ticks {
  readonly unit: TimeUnit;
}

const hoursIn: Readonly<Record<TimeUnit, number>> = { min: 1 / 60, h: 1, d: 24 };

/** Steps that fall on a clock's own marks, in units, each with the finer step between. */
const stepsIn: Readonly<Record<TimeUnit, readonly (readonly [major: number, minor: number])[]>> = {
  min: [
    [1, 0.5],
    [2, 1],
    [5, 1],
    [10, 5],
    [15, 5],
    [20, 10],
    [30, 10],
    [60, 30],
  ],
  h: [
    [1, 0.5],
    [2, 1],
    [3, 1],
    [4, 2],
    [6, 2],
    [12, 6],
    [24, 12],
  ],
  d: [
    [1, 0.5],
    [2, 1],
    [7, 1],
    [14, 7],
    [28, 7],
    [56, 28],
    [91, 91],
    [182, 91],
    [364, 91],
  ],
};

/** Marks in one unit, which goes into the axis's title. Times in hours. */
export function timeTicks(from: number, until: number, most: number): TimeTicks {
  const span = until - from;
  const unit: TimeUnit = span <= 2.5 ? "min" : span <= 72 ? "h" : "d";
  const hours = hoursIn[unit];
  const steps = stepsIn[unit];
  const fits = steps.find(([major]) => span / (major * hours) + 1 <= most) ?? steps.at(-1);
  const [major, minor] = fits ?? [1, 1];
  const label = (at: number) => formatExact(Number((at / hours).toPrecision(6)));
  return {
    unit,
    major: multiples(major * hours, from, until).map((at) => ({ at, label: label(at) })),
    minor: multiples(minor * hours, from, until),
  };
}

/** Steps for moving through time and for the rows of tables. In hours. */
const timeSteps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds / 3600),
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => minutes / 60),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((days) => days * 24),
];

/** The smallest step of a clock or calendar that is not below `least`, in hours. */
export const niceTimeStep = (least: number): number =>
  timeSteps.find((step) => step >= least * (1 - 1e-9)) ?? least;

/** Multiples of a step in a range, ends included, without the drift of adding. */
export function multiples(step: number, from: number, until: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(until / step + 1e-9);
  if (!(last >= first)) return [];
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(9)),
  );
}

// ——— values ———

/** From a whole decade, three to four decades below the largest value, up to a round number above. */
export function logRange(largest: number, decades = 3): readonly [min: number, max: number] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [0.001, 1];
  const max = roundUp(largest);
  // A largest value just above a decade would waste the room below it.
  return [decade(Math.floor(Math.log10(max) + 1e-9) - decades), max];
}

/** The next 1, 1.5, 2, 3, 5 or 7 times a power of ten. */
export function roundUp(value: number): number {
  const unit = decade(Math.floor(Math.log10(value) + 1e-12));
  const factor = [1, 1.5, 2, 3, 5, 7, 10].find((f) => f * unit >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * unit).toPrecision(6));
}

/** Decades labelled, or every second or third if there are many; 2 and 5 too if there are few. */
export function logTicks(min: number, max: number, most: number): Ticks {
  const [low, high] = [Math.log10(min), Math.log10(max)];
  const exponents = multiples(1, low, high);
  if (exponents.length < 2) return fewDecades(min, max, most);
  const stride = Math.max(1, Math.ceil(exponents.length / Math.max(most, 2)));
  const label = decadeLabels(exponents);
  // Counted from the top, where the curves are.
  const top = exponents.at(-1) ?? 0;
  const major = exponents
    .filter((exponent) => (top - exponent) % stride === 0)
    .map((exponent) => ({ at: decade(exponent), label: label(exponent) }));
  return { major, minor: stride > 1 ? exponents.map(decade) : within(min, max) };
}

function fewDecades(min: number, max: number, most: number): Ticks {
  const minor = within(min, max);
  const round = minor.filter((at) => ["1", "2", "5"].includes(at.toExponential(0)[0] ?? ""));
  const chosen = round.length >= 2 && round.length <= most ? round : [min, max];
  return { major: chosen.map((at) => ({ at, label: trimmed(at) })), minor };
}

/** Read, not raised: `10 ** -4` is a little less than a ten-thousandth. */
const decade = (exponent: number): number => Number(`1e${exponent}`);

/** 1 to 9 times every power of ten within the range. */
function within(min: number, max: number): number[] {
  const decades = multiples(1, Math.floor(Math.log10(min)), Math.log10(max));
  return decades
    .flatMap((exponent) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((f) => f * decade(exponent)))
    .filter((at) => at >= min * (1 - 1e-9) && at <= max * (1 + 1e-9));
}

/** One way of writing for the whole axis: powers as soon as one decade needs too many figures. */
function decadeLabels(exponents: readonly number[]): (exponent: number) => string {
  const isPlain = exponents.every((exponent) => exponent >= -4 && exponent <= 5);
  return isPlain ? (exponent) => trimmed(decade(exponent)) : powerOfTen;
}

export function linearTicks(min: number, max: number, most: number): Ticks {
  const span = max - min;
  if (!(span > 0)) return { major: [{ at: min, label: trimmed(min) }], minor: [] };
  const least = span / Math.max(most - 1, 1);
  const unit = decade(Math.floor(Math.log10(least) + 1e-12));
  const factor = [1, 2, 5, 10].find((f) => f * unit >= least * (1 - 1e-9)) ?? 10;
  const step = factor * unit;
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const label = (at: number) => (places > 0 && places <= 4 ? fixed(at, places) : trimmed(at));
  return {
    major: steps(step, min, max).map((at) => ({ at, label: label(at) })),
    minor: steps(step / (factor === 2 ? 2 : 5), min, max),
  };
}

/** Like `multiples`, for steps of any size. */
function steps(step: number, min: number, max: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

const fixed = (value: number, places: number) => value.toFixed(places).replace("-", "−");

/** A tick needs no trailing zeros, and a ten-thousandth no power. */
const trimmed = (value: number): string =>
  value >= 1e-4 && value < 1e-3 ? String(Number(value.toPrecision(6))) : formatExact(value);
