/** The way on from a figure of the evidence: its study on the page, and the organ that explains it. */
import type { Study } from "../pharmacology/study";
import type { AppState } from "./app.svelte";
import { moleculeOf, type InteractionItem, type SetItem } from "./evidence-view";
import type { PlaceId } from "./places";

/** The study of a data set, with its measured points in the chart. */
export function openSet(app: AppState, { set, score }: SetItem): boolean {
  if (!score) return false;
  open(app, score.study, set.molecule ?? set.drug);
  app.evidence.askOnly(set.id);
  void app.evidence.load();
  return true;
}

/** The same, with the organ looked at that removes the drug: its equations, values and sources. */
export function explainSet(app: AppState, item: SetItem): boolean {
  if (!openSet(app, item)) return false;
  app.selection.select(removingOrgan(item));
  return true;
}

/** The victim with the other drug. */
export function openInteraction(app: AppState, { row, score }: InteractionItem): boolean {
  if (!score) return false;
  open(app, score.studies.with, row.victim);
  return true;
}

// ——— the parts ———

function open({ study, playback }: AppState, which: Study, molecule: string): void {
  study.open(which);
  study.show(molecule);
  playback.time = 0;
}

function removingOrgan({ set }: SetItem): PlaceId {
  const organs = moleculeOf(set)?.metabolism.flatMap((pathway) => pathway.organs) ?? [];
  return organs.includes("liver") ? "liver" : "kidneys";
}
