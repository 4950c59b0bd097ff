/** Which further level would teach most, among those that can still be drawn. */

export interface BestMoment {
  readonly hours: number;
  /** Expected share by which the area's interval narrows. */
  readonly narrows: number;
}

/** Among the moments that are still to come; undefined where none is left. */
export function bestMoment(
  { hours, narrows }: { readonly hours: Float64Array; readonly narrows: Float64Array },
  fromHours: number,
): BestMoment | undefined {
  let best: BestMoment | undefined;
  hours.forEach((at, i) => {
    const value = narrows[i] ?? Number.NaN;
    if (at < fromHours || !Number.isFinite(value)) return;
    if (!best || value > best.narrows) best = { hours: at, narrows: value };
  });
  return best;
}
