/**
 * What curves at common times hold: integral, mean, weighted mean, peak.
 *
 * By trapezes. Report times lie close after doses, and what is told has two or three figures.
 */

export function integralOf(times: ArrayLike<number>, values: ArrayLike<number>): number {
  let area = 0;
  for (let i = 1; i < times.length; i++) {
    const width = (times[i] ?? 0) - (times[i - 1] ?? 0);
    area += (width * ((values[i] ?? 0) + (values[i - 1] ?? 0))) / 2;
  }
  return area;
}

/** Of a curve while another is there; undefined where that never is. */
export function weightedMean(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): number | undefined {
  const whole = integralOf(times, weights);
  if (!(whole > 0)) return undefined;
  const product = Array.from(times, (_, i) => (values[i] ?? 0) * (weights[i] ?? 0));
  return integralOf(times, product) / whole;
}

/** Between two of the times; both ends are the nearest that there are. */
export function meanBetween(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  fromHours: number,
  untilHours: number,
): number {
  const inside = Array.from(times, (time, i) => ({ time, value: values[i] ?? 0 })).filter(
    ({ time }) => time >= fromHours && time <= untilHours,
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return Number.NaN;
  if (last.time === first.time) return first.value;
  const area = integralOf(
    inside.map(({ time }) => time),
    inside.map(({ value }) => value),
  );
  return area / (last.time - first.time);
}

/** @param sign  -1: the least value instead */
export function peakIn(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  sign: 1 | -1 = 1,
): { readonly value: number; readonly atHours: number } {
  let at = 0;
  for (let i = 1; i < times.length; i++) {
    if (sign * (values[i] ?? 0) > sign * (values[at] ?? 0)) at = i;
  }
  return { value: values[at] ?? Number.NaN, atHours: times[at] ?? Number.NaN };
}
