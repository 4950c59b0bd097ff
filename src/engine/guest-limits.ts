/**
 * Guest's limits of a predicted interaction: the closer to none an observed ratio is, the less a
 * prediction may be off (Guest 2011, Drug Metab Dispos 39:170, without the term of variability).
 */

/** Lower and upper limit of the predicted ratio: off by (1 + 2 (R − 1)) / R of the larger of R and 1/R. */
export function guestLimits(observed: number): readonly [low: number, high: number] {
  const ratio = Math.max(observed, 1 / observed);
  const fold = (1 + 2 * (ratio - 1)) / ratio;
  return [observed / fold, observed * fold];
}

export function withinGuest(predicted: number, observed: number): boolean {
  const [low, high] = guestLimits(observed);
  return predicted >= low && predicted <= high;
}
