/**
 * How many of the bodies that are left have something: shares in natural frequencies, which most
 * people judge better than per cent. Words only; what is counted is the caller's.
 */

/** "7 of 10"; near the ends "more than 19 of 20", as a thousand bodies do not tell finer. */
export function ofTen(share: number): string {
  if (!Number.isFinite(share)) return "an unknown share";
  if (share >= 0.95) return "more than 19 of 20";
  if (share <= 0.05) return "fewer than 1 of 20";
  return `${Math.min(9, Math.max(1, Math.round(share * 10)))} of 10`;
}

/** Share of values for which something holds; those that could not be computed do not count. */
export function shareWhere(
  values: ArrayLike<number>,
  holds: (value: number, index: number) => boolean,
): number {
  let [count, held] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    count++;
    if (holds(value, i)) held++;
  }
  return count === 0 ? Number.NaN : held / count;
}

/** Ratio of two values of the same body. */
export function ratios(changed: ArrayLike<number>, usual: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: changed.length }, (_, i) => {
    const below = usual[i] ?? Number.NaN;
    return below > 0 ? (changed[i] ?? Number.NaN) / below : Number.NaN;
  });
}
