/**
 * Several bodies at one moment on one scale: concentrations, or how many times those of the first.
 *
 * Values are places on a colour scale, 0 to 1; null where there is nothing to be said.
 */
import type { PlaceId } from "./places";
import { onScale, type FrameState, type Scale } from "./frame.svelte";

export type PlaceValues = Partial<Record<PlaceId, number | null>>;

type Frame = Pick<FrameState, "now" | "scale" | "curves">;

/** Around the scales of all; undefined while there is none. */
export function sharedScale(frames: readonly Frame[]): Scale | undefined {
  const scales = frames.flatMap(({ scale }) => scale ?? []);
  if (scales.length === 0) return undefined;
  const max = Math.max(...scales.map((scale) => scale.max));
  const least = scales.find((scale) => scale.max === max);
  return least && { min: least.min, max };
}

export function valuesOn({ now }: Frame, scale: Scale | undefined): PlaceValues | null {
  if (!scale || now.size === 0) return null;
  return Object.fromEntries([...now].map(([id, value]) => [id, onScale(value, scale)]));
}

/**
 * Own concentration over that of the first, now. None where both lie below the scale: of almost
 * nothing divided by almost nothing, nothing is seen.
 */
export function ratiosNow(own: Frame, first: Frame, scale: Scale): Map<PlaceId, number> {
  const ratios = new Map<PlaceId, number>();
  for (const [id, value] of own.now) {
    const below = first.now.get(id) ?? Number.NaN;
    const isSeen = value >= scale.min || below >= scale.min;
    if (isSeen && value > 0 && below > 0) ratios.set(id, value / below);
  }
  return ratios;
}

/** Fixed while time plays: the next doubling around the ratios of peaks, from 2 to 16 fold. */
export function ratioFold(frames: readonly Frame[]): number {
  const [first, ...others] = frames;
  let fold = 1;
  for (const { curves } of others) {
    for (const [id, { max }] of curves) {
      const below = first?.curves.get(id)?.max ?? 0;
      if (max > 0 && below > 0) fold = Math.max(fold, max / below, below / max);
    }
  }
  // somewhat further than the peaks: before and after them curves lie further apart
  return 2 ** Math.min(4, Math.ceil(Math.log2(fold) + 0.2));
}

/** Half and double are equally far from the middle. */
export function onRatioScale(ratio: number, fold: number): number {
  const place = 0.5 + Math.log2(ratio) / (2 * Math.log2(fold));
  return Math.min(1, Math.max(0, place));
}
