/**
 * What must still sum up after the moves, and who makes up the difference. Whoever applies moves
 * (people/apply-moves.ts) goes by this; nothing is moved here.
 */
import { assumed, derived, from } from "../provenance";
import type { OrganId } from "../body/organs";
import type { Provenance } from "../../core/model/model";

/**
 * Flows sum to the cardiac output, itself moved or not: the organs without a move of their own
 * take one common factor, the brain none.
 */
export const flowClosure = {
  unchanged: ["brain"],
  provenance: derived(
    "in cirrhosis the organs that have no factor share what is left of the output by one common factor, the brain excepted; so done in every condition",
    "Edginton08",
  ),
} as const satisfies { unchanged: readonly OrganId[]; provenance: Provenance };

/** Volumes sum to the weight, itself moved or not: who grows by what another organ loses. */
export const volumeClosure: readonly {
  /** The organ whose loss or gain it is; null for all others. */
  readonly organ: OrganId | null;
  readonly madeUpBy: OrganId;
  readonly provenance: Provenance;
}[] = [
  {
    organ: "liver",
    madeUpBy: "rest",
    provenance: assumed(
      "what is lost of functional liver stays in the body as scar, without enzymes",
    ),
  },
  {
    organ: "kidneys",
    madeUpBy: "adipose",
    provenance: from("Malik20", "the volume that kidneys lose is added to fat"),
  },
  {
    organ: null,
    madeUpBy: "adipose",
    provenance: assumed("fat is the rest of the weight, as in everybody else"),
  },
];
