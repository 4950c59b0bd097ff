/** Where the parts of a plot stand: the box of the curves, and the margins for what is written. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Needs {
  readonly width: number;
  readonly height: number;
  /** Of a figure in the small type, and the height of its line. */
  readonly charWidth: number;
  readonly lineHeight: number;
  /** Characters of the longest label at the value axis. */
  readonly valueChars: number;
  /** Characters of the longest name at the end of a line; 0 if the names stand in a key. */
  readonly nameChars: number;
  readonly hasDoses: boolean;
  /** Without a line for the title of the time axis: its marks carry the unit. */
  readonly isLow: boolean;
}

/** From the box's right edge to a name, across which a line leads from the curve. */
export const leaderLength = 18;
/** How much wider the stressed name is than its figures say. */
const boldness = 1.08;
/** The strip under the time axis in which doses are marked. */
export const doseStrip = 9;

export function plotLayout(needs: Needs): Box {
  const { width, height, charWidth, lineHeight, isLow } = needs;
  const left = Math.ceil(needs.valueChars * charWidth) + 13;
  const right =
    needs.nameChars > 0 ? leaderLength + 4 + needs.nameChars * charWidth * boldness : 16;
  const top = lineHeight + 8;
  const bottom = (needs.hasDoses ? doseStrip : 2) + (isLow ? 1 : 2) * lineHeight + 4;
  return {
    left,
    top,
    width: Math.max(width - left - right, 40),
    height: Math.max(height - top - bottom, 40),
  };
}

/** Names stand at the ends of the lines where there is room, else in a key. */
export function hasRoomForNames(needs: {
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly count: number;
}): boolean {
  const plotHeight = needs.height - 4 * needs.lineHeight - doseStrip;
  return needs.width >= 560 && needs.count > 0 && needs.count * needs.lineHeight <= plotHeight;
}

/** A long name is cut, with a sign that it was; the whole one stands in the readout and the table. */
export const cutName = (name: string, most: number): string =>
  name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;

export const longestName = 20;
