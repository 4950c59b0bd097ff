/**
 * Several groups of people by one number: medians, spread, ratios to the first.
 *
 * The ratio of medians compares groups; the ratios of each person's own values, where the groups
 * are the same people, say what a change does to people. The two need not agree.
 */
import type { SeriesStyle } from "../ribbon/ribbon";
import { summaryOf, type Summary } from "./histogram-words";

export interface ComparedGroup {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly values: Float64Array;
  readonly isPerson: boolean;
  /** Own value over own value in the first group; undefined where they are other people. */
  readonly ownRatios: Float64Array | undefined;
}

export interface ComparedRow extends Pick<ComparedGroup, "id" | "name" | "style" | "isPerson"> {
  readonly summary: Summary;
  /** Of medians, to the first; undefined of the first itself. */
  readonly ratio: number | undefined;
  readonly paired: Summary | undefined;
}

export function comparedRows(groups: readonly ComparedGroup[]): ComparedRow[] {
  const summaries = groups.map(({ values }) => summaryOf(values));
  const below = summaries[0]?.median ?? Number.NaN;
  return groups.map(({ id, name, style, isPerson, ownRatios }, i) => {
    const summary = summaries[i] ?? summaryOf(new Float64Array(0));
    return {
      id,
      name,
      style,
      isPerson,
      summary,
      ratio: i === 0 ? undefined : below > 0 ? summary.median / below : Number.NaN,
      paired: ownRatios && ownRatios.length > 0 ? summaryOf(ownRatios) : undefined,
    };
  });
}
