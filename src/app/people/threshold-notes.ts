/** Who was above the threshold of what is shown: a sentence for each population that has one. */
import { aboveThreshold, shownThreshold, type Shown } from "../../state/people-view";
import type { LetteredSide } from "../../state/sides-view";
import { aboveSentence } from "../../views/people/threshold-words";

export function thresholdNotes(
  sides: readonly LetteredSide[],
  output: string,
  shown: Shown,
): string[] {
  return sides.flatMap(({ person, result, called }) => {
    const above = person ? undefined : aboveThreshold(result, output);
    const limit = shownThreshold(result, output, shown);
    if (!above || limit === undefined) return [];
    const sentence = aboveSentence(above, limit, shown.unit);
    return sentence === "" ? [] : [sides.length > 1 ? `${called}: ${sentence}` : sentence];
  });
}
