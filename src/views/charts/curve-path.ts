/**
 * Curves as path texts. Built by hand and not by d3-shape, because a dragged slider redraws
 * thousands of points with every frame: the texts of the times are made once and kept.
 */

/** Horizontal places as texts, to a tenth of a pixel. */
export function pathXs(times: Float64Array, x: (timeHours: number) => number): string[] {
  return Array.from(times, (time) => String(Math.round(x(time) * 10) / 10));
}

/** Straight lines from point to point; a gap where there is no number, a dot for a lone one. */
export function curvePath(
  xs: readonly string[],
  values: Float64Array,
  y: (value: number) => number,
): string {
  let path = "";
  let drawn = 0;
  for (const [index, x] of xs.entries()) {
    const place = y(values[index] ?? Number.NaN);
    if (Number.isNaN(place)) {
      if (drawn === 1) path += "h0";
      drawn = 0;
      continue;
    }
    path += `${drawn === 0 ? "M" : "L"}${x} ${Math.round(place * 10) / 10}`;
    drawn++;
  }
  return drawn === 1 ? `${path}h0` : path;
}
