/** Which states of the model make up a place on the body map. */
import { gutSegments } from "../pharmacology/body/gut";
import type { Drug } from "../pharmacology/drug";
import type { PlaceId } from "./places";

/** Beginnings of the names of all states that a place holds: tissue, and for the gut its wall. */
export function borderStates({ id, absorption }: Drug, place: PlaceId): string[] {
  const wall = gutSegments.flatMap((segment) =>
    absorption && segment.of === place ? [`${id}.${segment.id}.enterocyte`] : [],
  );
  return [`${id}.${place}.`, ...wall];
}
