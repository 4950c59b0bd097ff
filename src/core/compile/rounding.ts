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
  const composed = new Set(composites.map(({ slot }) => slot));
  const elementary = [...coefficients.keys()].filter((slot) => !composed.has(slot));
  // this runs for every person of a crowd, so what belongs to what is looked up once
  const sizes = lists(columns.map((slots) => [...slots, ...sumsOf(slots, composites)]));
  const columnsOf = lists(
    elementary.map((slot) =>
      [...columns.keys()].filter((column) => columns[column]?.includes(slot)),
    ),
  );
  const units = new Float64Array(columns.length);
  return (values, stride = 1, offset = 0) => {
    for (let column = 0; column < units.length; column++) {
      let largest = 0;
      for (let i = sizes.starts[column] ?? 0; i < (sizes.starts[column + 1] ?? 0); i++) {
        const size = Math.abs(values[offset + (sizes.items[i] ?? 0) * stride] ?? 0);
        if (!(size <= largest)) largest = size;
      }
      units[column] = lastDigit(largest);
    }
    elementary.forEach((slot, i) => {
      let unit = 0;
      for (let j = columnsOf.starts[i] ?? 0; j < (columnsOf.starts[i + 1] ?? 0); j++) {
        unit = Math.max(unit, units[columnsOf.items[j] ?? 0] ?? 0);
      }
      const at = offset + slot * stride;
      const value = values[at] ?? Number.NaN;
      values[at] = unit > 0 ? Math.round(value / unit) * unit : Math.fround(value);
    });
    for (const { slot, parts } of composites) {
      let sum = 0;
      for (const part of parts) sum += part.sign * (values[offset + part.slot * stride] ?? 0);
      values[offset + slot * stride] = sum;
    }
  };
}

// ——— the parts ———

/** Lists of numbers one after the other: list i is `items` from `starts[i]` to `starts[i + 1]`. */
function lists(all: readonly (readonly number[])[]) {
  const starts = new Int32Array(all.length + 1);
  all.forEach((list, i) => (starts[i + 1] = (starts[i] ?? 0) + list.length));
  return { starts, items: Int32Array.from(all.flat()) };
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
