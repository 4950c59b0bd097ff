/** What pictures of predicted over observed are given: concentrations of data sets, ratios of interactions. */
import type { InteractionItem, SetItem } from "../../state/evidence-view";
import { formatTime } from "../../views/ui/format-time";

/** In mg/L, of all that is scored. */
export function concentrationPoints(items: readonly SetItem[]) {
  return items
    .filter(({ kind }) => kind !== "shown")
    .flatMap(({ kind, name, set, score }) =>
      (score?.points ?? []).map(({ timeHours, observed, predicted }) => ({
        kind,
        name: `${name}, ${set.label}`,
        detail: `at ${formatTime(timeHours, 3)}`,
        observed,
        predicted,
      })),
    );
}

export function ratioPoints(items: readonly InteractionItem[], ratio: "aucRatio" | "cmaxRatio") {
  return items
    .filter(({ kind }) => kind !== "shown")
    .flatMap(({ kind, name, row, score }) => {
      const observed = row[ratio];
      if (observed === undefined || !score) return [];
      return [{ kind, name, detail: row.label, observed, predicted: score[ratio] }];
    });
}
