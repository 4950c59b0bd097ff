/** The peak of a curve that is known at points only. */

/**
 * Whether a time is one of those where something is given or ends. The beginning of a step is
 * known as its end less its length, so a rounding beside the event is the event.
 */
export function kinksAt(hours: ArrayLike<number>): (time: number) => boolean {
  const events = Array.from(hours);
  return (time) => events.some((at) => Math.abs(time - at) <= rounding * Math.max(1, Math.abs(at)));
}

const rounding = 1e-9;

/**
 * The largest value and when, refined by the parabola through the largest point and its two
 * neighbours. At a kink (where something is given, or an infusion ends) the point itself counts.
 *
 * @param times ascending, h
 */
export function peakOf(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  isKink: (time: number) => boolean,
): { readonly max: number; readonly atHours: number } {
  let top = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[top] ?? 0)) top = i;
  const [t, y] = [times[top] ?? Number.NaN, values[top] ?? Number.NaN];
  const bare = { max: y, atHours: t };
  const [t0, y0] = [times[top - 1], values[top - 1]];
  const [t1, y1] = [times[top + 1], values[top + 1]];
  if (t0 === undefined || t1 === undefined || y0 === undefined || y1 === undefined) return bare;
  if (isKink(t)) return bare;
  const left = (y - y0) / (t - t0);
  const right = (y1 - y) / (t1 - t);
  const bend = (right - left) / (t1 - t0);
  if (!(bend < 0)) return bare;
  // the parabola's slope at the top point, and where it vanishes
  const slope = left + bend * (t - t0);
  const shift = -slope / (2 * bend);
  return { max: y + (slope * shift) / 2, atHours: t + shift };
}
