/** Where the parts of a picture stand: the box of the data, and the margins for what is written. */
import type { Axis, AxisKind } from "./axis";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface TypeSize {
  /** Of a figure in the small type. */
  readonly charWidth: number;
  readonly lineHeight: number;
}

/** The box with both axes, as they are handed to what is drawn in it. */
export interface Ground extends TypeSize {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

interface Needs extends TypeSize {
  readonly width: number;
  readonly height: number;
  /** Characters of the longest label at the upright axis; 0 where there is none. */
  readonly valueChars: number;
  /** Pixels under the lower axis for the caller's own marks, and to the right of the box. */
  readonly strip: number;
  readonly rail: number;
}

export function boxIn({ width, height, charWidth, lineHeight, ...needs }: Needs): Box {
  const left = needs.valueChars > 0 ? Math.ceil(needs.valueChars * charWidth) + 13 : 10;
  const top = lineHeight + 8;
  const bottom = Math.max(needs.strip, 2) + 2 * lineHeight + 4;
  return {
    left,
    top,
    width: Math.max(width - left - 16 - needs.rail, 40),
    height: Math.max(height - top - bottom, 40),
  };
}

/** So many marks have room: decades may stand close together, of round numbers a few are enough. */
export function marksInHeight(kind: AxisKind, height: number, lineHeight: number): number {
  const lines = (height - 3 * lineHeight) / lineHeight;
  return kind === "log" ? between(2, lines / 1.6, 12) : between(2, lines / 2, 8);
}

export const marksInWidth = (kind: AxisKind, width: number, charWidth: number): number =>
  kind === "time"
    ? between(3, width / (charWidth * 5), 15)
    : between(2, width / (charWidth * 7), 9);

const between = (least: number, wanted: number, most: number): number =>
  Math.floor(Math.min(Math.max(wanted, least), most));
