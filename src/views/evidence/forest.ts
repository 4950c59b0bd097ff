/** The numbers of a row of the forest, and the axis that all rows of a ratio share. */
import { guestLimits, type InteractionItem } from "../../state/evidence-view";
import { within2 } from "../../state/evidence.svelte";
import { axisOf, dataRange, marksOf, roundRange, type Axis, type Marks } from "../people/plot/axis";

export type Ratio = "aucRatio" | "cmaxRatio";

export const forestSize = { width: 190, height: 22 } as const;

export interface ForestAxis {
  readonly axis: Axis;
  readonly marks: Marks;
}

export interface ShownRatio {
  readonly observed: number;
  readonly predicted: number;
  readonly fold: number;
  readonly isMiss: boolean;
  /** Of areas alone. */
  readonly limits: readonly [number, number] | undefined;
}

/** Undefined where the study does not report it. */
export function ratioIn({ row, score }: InteractionItem, ratio: Ratio): ShownRatio | undefined {
  const observed = row[ratio];
  if (observed === undefined || !score) return undefined;
  const predicted = score[ratio];
  const fold = predicted / observed;
  const isOutside = ratio === "aucRatio" && score.isWithinGuest === false;
  return {
    observed,
    predicted,
    fold,
    isMiss: row.use !== "shown" && (isOutside || !within2(fold)),
    limits: ratio === "aucRatio" ? guestLimits(observed) : undefined,
  };
}

export function ratioAxis(items: readonly InteractionItem[], ratio: Ratio): ForestAxis {
  const values = items.flatMap((item) => {
    const shown = ratioIn(item, ratio);
    return shown ? [shown.observed, shown.predicted] : [];
  });
  const range = roundRange("log", dataRange([1, ...values], "log"));
  return {
    axis: axisOf({ kind: "log", ...range }, 8, forestSize.width - 8),
    marks: marksOf({ kind: "log", ...range, title: "" }, 4),
  };
}
