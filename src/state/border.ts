/** Which states of the model make up a place on the body map. */
import { gutSegments } from "../pharmacology/body/gut";
import type { Drug } from "../pharmacology/drug";
import { substancesOf } from "../pharmacology/substances";
import type { PlaceId } from "./places";

/**
 * Beginnings of the names of all states that a place holds of a drug: tissue, and for the gut its
 * wall. Of a mixture those of both forms; its metabolites are other molecules.
 */
export function borderStates(drug: Drug, place: PlaceId): string[] {
  return substancesOf(drug)
    .filter(({ relativeMass }) => relativeMass === undefined)
    .flatMap(({ id, absorption }) => {
      const wall = gutSegments.flatMap((segment) =>
        absorption && segment.of === place ? [`${id}.${segment.id}.enterocyte`] : [],
      );
      return [`${id}.${place}.`, ...wall];
    });
}

/** The blocks that say what happens to a drug in a place. */
export function blocksIn(drug: Drug, place: PlaceId): string[] {
  return substancesOf(drug).map(({ id }) => `${id}.${place}`);
}
