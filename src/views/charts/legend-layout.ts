/** Where the parts of the colour legend stand. Pure; pixels from the left edge of the picture. */

export interface LegendTick {
  readonly id: string;
  readonly name: string;
  /** The organ's present value; null where there is none. */
  readonly value: number | null;
  readonly highlighted: boolean;
}

export interface PlacedTick {
  readonly id: string;
  readonly x: number;
  readonly highlighted: boolean;
}

export interface PlacedName {
  readonly id: string;
  readonly name: string;
  readonly x: number;
}

interface Bar {
  readonly left: number;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Middle of the swatch for what is below the scale. */
  readonly below: number;
}

/** Place of a value on the bar; above the scale at its end, below it at the swatch. */
export function placeOnBar(value: number, { left, width, min, max, below }: Bar): number {
  if (!(value >= min)) return below;
  const share = Math.log(value / min) / Math.log(max / min);
  return left + Math.min(share, 1) * width;
}

/** Organs without a value have no tick; the highlighted come last, to lie on top. */
export const placeTicks = (ticks: readonly LegendTick[], bar: Bar): PlacedTick[] =>
  ticks
    .flatMap(({ id, value, highlighted }) =>
      value === null || Number.isNaN(value) ? [] : [{ id, highlighted, x: placeOnBar(value, bar) }],
    )
    .toSorted((a, b) => Number(a.highlighted) - Number(b.highlighted));

/** Names of the highlighted ticks, kept inside the picture; one that would lie on another is left out. */
export function placeNames(
  ticks: readonly LegendTick[],
  bar: Bar,
  charWidth: number,
  pictureWidth: number,
): PlacedName[] {
  const placed: (PlacedName & { half: number })[] = [];
  for (const { id, name, value, highlighted } of ticks) {
    if (!highlighted || value === null || Number.isNaN(value)) continue;
    const half = (name.length * charWidth) / 2 + 2;
    const x = Math.min(Math.max(placeOnBar(value, bar), half), pictureWidth - half);
    if (placed.every((other) => Math.abs(other.x - x) >= other.half + half)) {
      placed.push({ id, name, x, half });
    }
  }
  return placed;
}
