/** Draws with weights: how much they are worth, their quantiles, and draws of equal weight. */

/** Quantiles 5, 50 and 95 of a hundred: nine of ten lie between the outer ones. */
export interface Interval {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Weights that sum to 1, from their logarithms; all 0 where none is finite. */
export function weightsFrom(logWeights: ArrayLike<number>): Float64Array {
  let most = -Infinity;
  for (let i = 0; i < logWeights.length; i++) most = Math.max(most, logWeights[i] ?? -Infinity);
  const weights = new Float64Array(logWeights.length);
  if (!Number.isFinite(most)) return weights;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = Math.exp((logWeights[i] ?? -Infinity) - most);
    weights[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / sum;
  return weights;
}

/** As many draws of equal weight would say as much: (Σw)² / Σw². */
export function effectiveDraws(weights: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/**
 * Quantiles of weighted values: the middle of each draw's share of the weight, and straight lines
 * between them. Draws without weight, and values that are not finite, do not count.
 */
export function weightedQuantiles(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  probabilities: readonly number[],
): number[] {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => (weights[i] ?? 0) > 0 && Number.isFinite(values[i]))
    .toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const total = order.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
  const middles = new Float64Array(order.length);
  let before = 0;
  order.forEach((i, place) => {
    const share = (weights[i] ?? 0) / total;
    middles[place] = before + share / 2;
    before += share;
  });
  return probabilities.map((p) => {
    if (order.length === 0) return Number.NaN;
    const above = middles.findIndex((middle) => middle >= p);
    const valueAt = (place: number) => values[order[place] ?? 0] ?? Number.NaN;
    if (above === -1) return valueAt(order.length - 1);
    if (above === 0) return valueAt(0);
    const [low, high] = [middles[above - 1] ?? 0, middles[above] ?? 1];
    const share = high > low ? (p - low) / (high - low) : 0;
    return valueAt(above - 1) + share * (valueAt(above) - valueAt(above - 1));
  });
}

export function weightedInterval(values: ArrayLike<number>, weights: ArrayLike<number>): Interval {
  const [low = NaN, middle = NaN, high = NaN] = weightedQuantiles(values, weights, intervalShares);
  return { low, middle, high };
}

const intervalShares = [0.05, 0.5, 0.95];

/**
 * Draws of equal weight: each as often as its weight says, to one more or less (systematic
 * resampling).
 *
 * @param start in [0, 1): where in the first share to begin
 */
export function resample(weights: ArrayLike<number>, count: number, start: number): Int32Array {
  const chosen = new Int32Array(count);
  let [draw, before] = [0, weights[0] ?? 0];
  for (let k = 0; k < count; k++) {
    const at = (k + start) / count;
    while (before < at && draw < weights.length - 1) before += weights[++draw] ?? 0;
    chosen[k] = draw;
  }
  return chosen;
}

export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    sum += weight * (values[i] ?? Number.NaN);
    total += weight;
  }
  return sum / total;
}
