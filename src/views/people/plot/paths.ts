/**
 * Bands and curves as path texts, in tenths of a pixel. Written by hand because two hundred curves
 * are drawn anew whenever a part of a run arrives.
 */

/** Between two curves; one closed piece for each stretch where both are numbers. */
export function bandPath(
  xs: readonly string[],
  low: Float64Array,
  high: Float64Array,
  y: (value: number) => number,
): string {
  let path = "";
  let there: string[] = [];
  let back: string[] = [];
  const close = () => {
    if (there.length > 0) path += `M${there.join("L")}L${back.toReversed().join("L")}Z`;
    [there, back] = [[], []];
  };
  for (const [index, x] of xs.entries()) {
    const [under, over] = [y(low[index] ?? Number.NaN), y(high[index] ?? Number.NaN)];
    if (Number.isNaN(under) || Number.isNaN(over)) {
      close();
      continue;
    }
    there.push(`${x} ${tenths(over)}`);
    back.push(`${x} ${tenths(under)}`);
  }
  close();
  return path;
}

/** Straight lines from point to point, with a gap where there is no number. */
export function linePath(
  xs: readonly string[],
  values: Float64Array,
  y: (value: number) => number,
): string {
  let path = "";
  let isDrawing = false;
  for (const [index, x] of xs.entries()) {
    const place = y(values[index] ?? Number.NaN);
    if (Number.isNaN(place)) {
      isDrawing = false;
      continue;
    }
    path += `${isDrawing ? "L" : "M"}${x} ${tenths(place)}`;
    isDrawing = true;
  }
  return path;
}

export const placesOf = (times: Float64Array, x: (timeHours: number) => number): string[] =>
  Array.from(times, (time) => tenths(x(time)));

const tenths = (pixels: number): string => String(Math.round(pixels * 10) / 10);
