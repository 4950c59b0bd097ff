/**
 * Where labels stand: two columns beside the body, sorted by height, never closer than a pitch.
 * Pure arithmetic on CSS pixels; `BodyLabels.svelte` writes it to the page.
 */
import type { Place } from "./body-props";
import { at } from "./mesh/vectors";

export interface LabelTarget {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  /** 1 faces the beholder, 0 is turned away. */
  readonly facing: number;
}

export interface LabelSpace {
  readonly width: number;
  readonly height: number;
  /** Middle and half width of the body in the picture. */
  readonly middle: number;
  readonly reach: number;
  /** Taken at the foot of each column by what else stands in the picture; none if left out. */
  readonly taken?: Record<"left" | "right", number> | undefined;
}

export interface PlacedLabel extends LabelTarget {
  readonly side: "left" | "right";
  /** Inner edge of the label and its middle height. */
  readonly labelX: number;
  readonly labelY: number;
}

/** Least distance of neighbours in a column. */
export const PITCH = 40;
/** Room a label takes beside its column's edge. */
export const LABEL_WIDTH = 148;
const GAP = 34;
const MARGIN = 22;

/** Empty where the picture is too narrow for two columns, as on a phone. */
export function placeLabels(targets: readonly LabelTarget[], space: LabelSpace): PlacedLabel[] {
  if (space.width < 2 * LABEL_WIDTH + 260) return [];
  const out = Math.min(space.reach + GAP, space.width / 2 - LABEL_WIDTH - 4);
  const inside = targets.filter(
    ({ x, y }) => x > -8 && x < space.width + 8 && y > -8 && y < space.height + 8,
  );
  const columnOf = (side: "left" | "right") => {
    const labelX =
      side === "left"
        ? Math.max(space.middle - out, LABEL_WIDTH + 4)
        : Math.min(space.middle + out, space.width - LABEL_WIDTH - 4);
    const column = inside
      .filter(({ x }) => x < space.middle === (side === "left"))
      .toSorted((a, b) => a.y - b.y);
    const heights = spread(
      column.map(({ y }) => y),
      space.height - (space.taken?.[side] ?? 0),
    );
    return column.map((target, i): PlacedLabel => {
      return { ...target, side, labelX, labelY: at(heights, i) };
    });
  };
  return [...columnOf("left"), ...columnOf("right")];
}

/** Pushes sorted heights apart to the pitch, first down, then back up from the lower margin. */
export function spread(wanted: readonly number[], height: number): number[] {
  const pitch = Math.min(PITCH, (height - 2 * MARGIN) / Math.max(1, wanted.length - 1));
  const heights: number[] = [];
  for (const y of wanted) heights.push(Math.max(y, MARGIN, (heights.at(-1) ?? -Infinity) + pitch));
  let floor = height - MARGIN;
  for (let i = heights.length - 1; i >= 0; i--) {
    heights[i] = Math.min(at(heights, i), floor);
    floor = at(heights, i) - pitch;
  }
  return heights;
}
