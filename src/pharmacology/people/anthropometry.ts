/**
 * How tall and how heavy people of a sex and an age are.
 *
 * On average they are the reference people of ICRP 89, so that the typical person is the middle of
 * the crowd; how they spread around it is the growth charts': WHO's under two years, CDC's from
 * five to twenty, and adults keep the spread they have at twenty. Height is normal, body mass
 * index log-normal, and the two are correlated as the three charts of one population imply.
 */
import { normalQuantile, quantileBetween } from "../../core/numerics/normal";
import { derived } from "../provenance";
import type { Sex } from "../body/typical-body";

/** Of one sex at one age. */
export interface Spread {
  /** Coefficient of variation of height. */
  height: number;
  /** Standard deviation of the logarithm of the body mass index. */
  bmi: number;
  /** Of height and body mass index. */
  correlation: number;
}

export const spreadSource = derived(
  "coefficients of variation of length, weight and body mass index at birth and 1 year (WHO), 5, 10, 15 and 20 years (CDC)",
  "WHO06",
  "CDC00",
);

/** Linear between the ages of the charts, constant after. */
export function spreadAt(sex: Sex, ageYears: number, into: Spread): void {
  const rows = spreads[sex];
  let upper = 1;
  while (upper < rows.length - 1 && ageYears > (chartYears[upper] ?? 0)) upper++;
  const [low, high] = [rows[upper - 1], rows[upper]];
  if (!low || !high) throw new RangeError(`no spread at ${ageYears} years`);
  const [from = 0, to = 0] = [chartYears[upper - 1], chartYears[upper]];
  const share = Math.min(1, (ageYears - from) / (to - from));
  into.height = low.height + share * (high.height - low.height);
  into.bmi = low.bmi + share * (high.bmi - low.bmi);
  into.correlation = low.correlation + share * (high.correlation - low.correlation);
}

/** The charts end here: beyond it nobody was measured, and nobody is drawn. */
export const widest = 3;

/** A body mass index asked for may lie further out, as far as a person in a billion. */
export const widestAsked = 6;

/** kg/m²; `z` is standard normal, `mean` the average of the sex and age. */
export function bmiAt(z: number, mean: number, { bmi }: Spread): number {
  return mean * Math.exp(bmi * z - (bmi * bmi) / 2);
}

/** The inverse of `bmiAt`. */
export function bmiScore(bmiKgM2: number, mean: number, { bmi }: Spread): number {
  return Math.log(bmiKgM2 / mean) / bmi + bmi / 2;
}

/** The score of somebody within a window, or undefined where nobody is. */
export function scoreWithin(from: number, to: number, uniform: number): number | undefined {
  const [low, high] = [Math.max(from, -widestAsked), Math.min(to, widestAsked)];
  if (!(low < high)) return low === high && from === to ? low : undefined;
  return quantileBetween(low, high, uniform);
}

// ——— the charts ———

const chartYears = [0, 1, 5, 10, 15, 20];

/** Coefficient of variation (S of the LMS method) of height, weight, body mass index; and its power L. */
type Chart = readonly [height: number, weight: number, bmi: number, power: number];

const charts: Readonly<Record<Sex, readonly Chart[]>> = {
  male: [
    [0.03795, 0.14602, 0.0956, -0.3053],
    [0.03137, 0.10925, 0.08009, -0.4115],
    [0.042593, 0.129879, 0.075992, -2.61517],
    [0.04761, 0.178929, 0.120112, -2.76565],
    [0.04589, 0.181666, 0.13511, -2.13234],
    [0.04037, 0.161477, 0.134539, -1.84233],
  ],
  female: [
    [0.0379, 0.14171, 0.09272, -0.0631],
    [0.03479, 0.12268, 0.08797, -0.3667],
    [0.044277, 0.141191, 0.0843, -3.35008],
    [0.048705, 0.195947, 0.137057, -2.1713],
    [0.040084, 0.177947, 0.150512, -2.03489],
    [0.039636, 0.166645, 0.152975, -2.34496],
  ],
};

const spreads = { male: charts.male.map(spreadOf), female: charts.female.map(spreadOf) };

/**
 * The logarithm of weight is that of the index plus twice that of height, so the three variances
 * give their covariance. The index is skewed beyond a logarithm; the width that the middle 90 % of
 * people have is kept.
 */
function spreadOf([height, weight, bmi, power]: Chart): Spread {
  const covariance = (weight ** 2 - 4 * height ** 2 - bmi ** 2) / 4;
  const z = normalQuantile(0.95);
  const width = Math.log((1 + power * bmi * z) / (1 - power * bmi * z)) / power;
  return { height, bmi: width / (2 * z), correlation: covariance / (height * bmi) };
}
