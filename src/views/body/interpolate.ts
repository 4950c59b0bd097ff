/** Curves through a few table rows. */
import { at, clamp } from "./mesh/vectors";

/**
 * Monotone cubic (Fritsch and Carlson): rising rows give a rising curve, nothing overshoots.
 * Beyond the ends it goes on along the last chord, so that what lies outside is not squashed.
 */
export function monotoneCubic(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const last = xs.length - 1;
  const chord = (i: number) => (at(ys, i + 1) - at(ys, i)) / (at(xs, i + 1) - at(xs, i));
  const slopes = xs.map((_, i) => {
    if (i === 0) return chord(0);
    if (i === last) return chord(last - 1);
    const [before, after] = [chord(i - 1), chord(i)];
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
  return (x) => {
    if (x <= at(xs, 0)) return at(ys, 0) + (x - at(xs, 0)) * chord(0);
    if (x >= at(xs, last)) return at(ys, last) + (x - at(xs, last)) * chord(last - 1);
    let i = 0;
    while (x > at(xs, i + 1)) i++;
    const span = at(xs, i + 1) - at(xs, i);
    const t = (x - at(xs, i)) / span;
    const [t2, t3] = [t * t, t * t * t];
    return (
      (2 * t3 - 3 * t2 + 1) * at(ys, i) +
      (t3 - 2 * t2 + t) * span * at(slopes, i) +
      (3 * t2 - 2 * t3) * at(ys, i + 1) +
      (t3 - t2) * span * at(slopes, i + 1)
    );
  };
}

/** Like `monotoneCubic`, but level beyond the ends: for widths and other factors. */
export function levelCubic(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const inside = monotoneCubic(xs, ys);
  return (x) => inside(clamp(x, at(xs, 0), at(xs, xs.length - 1)));
}

/** Where a value lies among rising stops: the stop below and the share of the way to the next. */
export function between(stops: readonly number[], value: number): { index: number; t: number } {
  const last = stops.length - 1;
  let index = 0;
  while (index < last - 1 && value > at(stops, index + 1)) index++;
  const [low, high] = [at(stops, index), at(stops, index + 1)];
  return { index, t: clamp((value - low) / (high - low), 0, 1) };
}
