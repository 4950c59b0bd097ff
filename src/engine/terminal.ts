/** How fast a curve falls at its end. */

/**
 * Decline per hour of the last third of what follows the peak, if it is a straight line on a
 * logarithmic scale (r² ≥ 0.999 over at least 4 points).
 */
export function terminalRate(
  times: readonly number[],
  values: readonly number[],
  after: number,
): number | undefined {
  const end = times.at(-1) ?? after;
  const from = end - (end - after) / 3;
  const points: [number, number][] = [];
  times.forEach((time, i) => {
    const value = values[i] ?? 0;
    if (time >= from && value > 0) points.push([time, Math.log(value)]);
  });
  if (points.length < 4) return undefined;
  const n = points.length;
  const meanT = points.reduce((sum, [t]) => sum + t, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const tt = points.reduce((sum, [t]) => sum + (t - meanT) ** 2, 0);
  const ty = points.reduce((sum, [t, y]) => sum + (t - meanT) * (y - meanY), 0);
  const yy = points.reduce((sum, [, y]) => sum + (y - meanY) ** 2, 0);
  const straight = yy > 0 && ty ** 2 / (tt * yy) >= 0.999;
  return straight && ty < 0 ? -ty / tt : undefined;
}
