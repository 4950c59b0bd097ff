/**
 * Quantiles by counting: people are counted in bins as they come, so that a million need no more
 * memory than a thousand.
 *
 * A bin is the leading bits of a 32-bit number: eight bits of the mantissa, so each is 0.2 to 0.4 %
 * of the value wide, everywhere. shaders/measure.wgsl counts in the same bins.
 */

const shift = 15;
/** Bins per factor of two. */
const perOctave = 2 ** (23 - shift);
/** Down to 2⁻²⁰ of the top, a millionth; what is less counts as less. */
const octaves = 24;
export const binCount = octaves * perOctave;

/** Leading bits of the lowest bin, for values up to sixteen times `peak`. */
export function lowestBin(peak: number): number {
  return Math.max(0, leadingBits(16 * peak) - binCount + 1);
}

const number32 = new Float32Array(1);
const bits32 = new Uint32Array(number32.buffer);

function leadingBits(value: number): number {
  number32[0] = Math.max(value, 0);
  return (bits32[0] ?? 0) >>> shift;
}

export function binOf(value: number, lowest: number): number {
  return Math.min(Math.max(leadingBits(value), lowest) - lowest, binCount - 1);
}

/** The value at a share of a bin's width; the lowest bin begins at 0. */
function valueIn(bin: number, share: number, lowest: number): number {
  const edge = (index: number) => {
    bits32[0] = (lowest + index) << shift;
    return index === 0 ? 0 : (number32[0] ?? 0);
  };
  const from = edge(bin);
  return from + share * (edge(bin + 1) - from);
}

/** The mean of those who were counted, each taken for the middle of their bin: within 0.2 %. */
export function meanOf(counts: Uint32Array, offset: number, lowest: number): number {
  let [total, sum] = [0, 0];
  for (let bin = 0; bin < binCount; bin++) {
    const inside = counts[offset + bin] ?? 0;
    if (inside === 0) continue;
    total += inside;
    sum += inside * valueIn(bin, 0.5, lowest);
  }
  return total === 0 ? Number.NaN : sum / total;
}

/**
 * @param counts of one row and output, `binCount` of them from `offset` on
 * @param shares ascending, 0 to 1
 * @returns NaN where nobody was counted
 */
export function quantilesOf(
  counts: Uint32Array,
  offset: number,
  lowest: number,
  shares: readonly number[],
): number[] {
  let total = 0;
  for (let bin = 0; bin < binCount; bin++) total += counts[offset + bin] ?? 0;
  if (total === 0) return shares.map(() => Number.NaN);
  let bin = 0;
  let below = 0;
  return shares.map((share) => {
    // the place of the quantile among the people in order, from 0 to total − 1
    const rank = share * (total - 1);
    while (bin < binCount - 1 && below + (counts[offset + bin] ?? 0) <= rank) {
      below += counts[offset + bin] ?? 0;
      bin++;
    }
    const inside = counts[offset + bin] ?? 0;
    return valueIn(bin, inside > 0 ? (rank - below + 0.5) / inside : 0.5, lowest);
  });
}
