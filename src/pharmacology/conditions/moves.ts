/**
 * What a condition does to a body: named numbers, each moved by a factor with its source.
 *
 * A condition never writes to a body itself. It lists its moves; `people/apply-moves.ts` makes them
 * and restores what must close (volumes to the body, flows to the output). So nothing is moved
 * silently, and what was moved can be shown.
 */
import type { Provenance } from "../../core/model/model";
import type { OrganId } from "../body/organs";

export const renalStages = ["normal", "mild", "moderate", "severe", "esrd"] as const;
export type RenalStage = (typeof renalStages)[number];

export const hepaticClasses = ["normal", "A", "B", "C"] as const;
export type HepaticClass = (typeof hepaticClasses)[number];

/** Absent and null both mean typical. */
export interface ConditionRequest {
  readonly renal?: RenalStage | null;
  /** Child–Pugh class. */
  readonly hepatic?: HepaticClass | null;
  /** Week of gestation, 0 to 41. */
  readonly pregnancyWeeks?: number | null;
}

/**
 * What can be moved. Enzymes and transporters by their id, as activity per volume of the organ's
 * tissue relative to the person's own, on top of what happens to that volume.
 */
export type MoveTarget =
  | `volume.${OrganId | "blood"}`
  /** The liver's is its artery alone. */
  | `flow.${Exclude<OrganId, "lungs">}`
  | "flow.cardiacOutput"
  | "weight"
  | "haematocrit"
  | "albumin"
  | "aag"
  | "gfr"
  | "gastricEmptyingTime"
  | "intestinalTransitTime"
  | `liver.${string}`
  | `gut.${string}`
  | `kidney.${string}`;

/** Whom a condition is moved in. */
export interface Covariates {
  readonly sex: "male" | "female";
  readonly ageYears: number;
  readonly heightCm: number;
  /** Of the person without the condition, so before pregnancy. */
  readonly weightKg: number;
  /** Measured filtration: absolute, or per 1.73 m². No condition moves a filtration that is given. */
  readonly egfrMlMin?: number;
  readonly egfrMlMin173?: number;
}

export interface Move {
  readonly target: MoveTarget;
  /** Multiplies what the person would have without the condition. */
  readonly factor: number;
  readonly provenance: Provenance;
  /** For people: "Child–Pugh B". */
  readonly condition: string;
}
