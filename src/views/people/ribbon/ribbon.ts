/**
 * What a chart of percentiles over time is given. Times in h, values in the unit that is shown.
 *
 * The percentiles are of people at one time each: the 95th is no person's curve.
 */

export type { Dose, ObservedSet } from "../plot/marked";

/** All of one length. Gaps are NaN. */
export interface Ribbon {
  /** In h, rising; two may be equal, as at a dose. */
  readonly times: Float64Array;
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

export interface Population {
  readonly id: string;
  readonly name: string;
  /** By its place among the populations when absent. */
  readonly style?: SeriesStyle | undefined;
  /** Bands of many populations hide each other: of such the 5th and 95th percentile as lines. */
  readonly isOutlined?: boolean | undefined;
  readonly ribbon: Ribbon;
  /** People in the ribbon so far, and people asked for. */
  readonly done: number;
  readonly of: number;
  /** Single people's curves at the ribbon's times; the first two hundred are drawn. */
  readonly singles?: readonly Float64Array[] | undefined;
  /** One person's curve that is stressed, such as the one that was chosen. */
  readonly chosen?: { readonly name: string; readonly values: Float64Array } | undefined;
}

/** A single person who stands beside populations: one curve. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** A value that others are held against, in the unit that is shown. */
export interface Threshold {
  readonly value: number;
  readonly label: string;
}

export const mostSingles = 200;

export interface SeriesStyle {
  readonly colour: string;
  readonly dash: string | undefined;
}

/** Each differs in hue and in dash, so that neither sign is alone. */
const styles: readonly SeriesStyle[] = [
  { colour: "var(--series-1)", dash: undefined },
  { colour: "var(--series-6)", dash: "8 4" },
  { colour: "var(--series-4)", dash: "2 4" },
  { colour: "var(--series-3)", dash: "10 4 2 4" },
];

/** Begins anew after four, which is as many as stand side by side. */
export const styleAt = (place: number): SeriesStyle =>
  styles[place % styles.length] ?? { colour: "var(--text)", dash: undefined };

/** Of those who were selected, beside populations that have all the colours. */
export const selectedStyle: SeriesStyle = { colour: "var(--text-2)", dash: "3 3" };

export const styleOf = ({ style }: Population, place: number): SeriesStyle =>
  style ?? styleAt(place);
