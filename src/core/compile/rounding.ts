/**
 * Coefficients in 32 bit that still conserve matter.
 *
 * What leaves a state is the sum of what arrives elsewhere. Rounding each coefficient on its own
 * breaks that sum by 6e-8, about 60 times an hour for blood. So all coefficients that move one
 * state are rounded to multiples of the last digit of the largest sum among them: then their sums
 * are exact in 32 bit. The same rounded values are handed to the 64 bit path where the two are
 * compared, so that a comparison never measures this rounding.
 */
import type { LoweredSystem } from "./lower";

/**
 * Rounds the coefficients of one person in place.
 * @param coefficients element i at [offset + i * stride]
 */
export type RoundCoefficients = (
  coefficients: Float64Array,
  stride?: number,
  offset?: number,
) => void;

export function roundingFor({
  columns,
  composites,
  coefficients,
}: LoweredSystem): RoundCoefficients {
  const composed = new Map(composites.map(({ slot, parts }) => [slot, parts]));
  const sums = columns.map((slots) => sumsOf(slots, composites));
  const elementary = [...coefficients.keys()].filter((slot) => !composed.has(slot));
  const inColumns = elementary.map((slot) =>
    [...columns.keys()].filter((column) => columns[column]?.includes(slot)),
  );
  return (values, stride = 1, offset = 0) => {
    const at = (slot: number) => offset + slot * stride;
    const units = columns.map((slots, column) => {
      const sizes = [...slots, ...(sums[column] ?? [])].map((slot) =>
        Math.abs(values[at(slot)] ?? 0),
      );
      return lastDigit(Math.max(0, ...sizes));
    });
    elementary.forEach((slot, i) => {
      const unit = Math.max(0, ...(inColumns[i] ?? []).map((column) => units[column] ?? 0));
      const value = values[at(slot)] ?? Number.NaN;
      values[at(slot)] = unit > 0 ? Math.round(value / unit) * unit : Math.fround(value);
    });
    for (const { slot, parts } of composites) {
      values[at(slot)] = parts.reduce(
        (sum, part) => sum + part.sign * (values[at(part.slot)] ?? 0),
        0,
      );
    }
  };
}

/** Composites made of some of these coefficients alone. */
function sumsOf(slots: readonly number[], composites: LoweredSystem["composites"]): number[] {
  const own = new Set(slots);
  return composites
    .filter(({ parts }) => parts.every((part) => own.has(part.slot)))
    .map(({ slot }) => slot);
}

/** The value of the last binary digit of a number in 32 bit; 0 for 0. */
function lastDigit(size: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return 0;
  return 2 ** (Math.floor(Math.log2(size * (1 + 2 ** -20))) - 23);
}
