/** How the first, second, third curve of a chart is drawn: colour, and a dash for those without. */

interface SeriesStyle {
  readonly colour: string;
  /** The first curve is solid. */
  readonly dash: string | undefined;
}

const dashes = [undefined, "8 4", "2 4", "10 4 2 4", "5 3", "14 4", "1 3", "9 3 2 3 2 3"];

/** Begins anew after eight, which is more than a reader follows. */
export function seriesStyle(index: number): SeriesStyle {
  const place = index % dashes.length;
  return { colour: `var(--series-${place + 1})`, dash: dashes[place] };
}
