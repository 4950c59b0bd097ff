/**
 * The few numbers that somebody who makes a molecule has of it, as they were measured.
 *
 * Plain data that goes with the drug (`own.typed`), so that a drug that was exported can be changed
 * where it was made. What is absent is not known; make-drug.ts makes a range of it, never a value in
 * silence. Units are fixed and stand in the names; interop reads what people type.
 */
import type { PartitionMethod } from "../mechanisms/partition";

export interface ChemistNumbers {
  readonly name: string;
  readonly id: string;
  readonly molarMassGPerMol?: number | undefined;
  readonly logP?: number | undefined;
  /** Octanol:water of all forms together, at pH 7.4. */
  readonly logD?: number | undefined;
  /** None: no such group. The smaller first. */
  readonly acidPKa: readonly number[];
  readonly basePKa: readonly number[];
  readonly fup?: number | undefined;
  readonly bloodPlasmaRatio?: number | undefined;
  readonly partition: PartitionMethod;
  /** Absent: not known. */
  readonly clearance?: MeasuredClearance | undefined;
  /** Id in body/enzymes.ts of what metabolises it; `unspecific` where nobody knows. */
  readonly enzyme: string;
  readonly renal?: MeasuredRenal | undefined;
  /** Absent: not known. */
  readonly permeability?: MeasuredPermeability | undefined;
  /** Time in which 85 % of a tablet dissolve. */
  readonly dissolvedInMin?: number | undefined;
  /** Of the uncharged form. Absent: nothing limits how much dissolves. */
  readonly solubilityMgPerML?: number | undefined;
}

export type MeasuredClearance =
  | {
      readonly from: "microsomes";
      /** µL/min per mg of microsomal protein. */
      readonly CLint: number;
      readonly fuMic?: number | undefined;
      /** Of the incubation; only to predict what is unbound in it. */
      readonly proteinMgPerML?: number | undefined;
    }
  | {
      readonly from: "hepatocytes";
      /** µL/min per million cells. */
      readonly CLint: number;
      readonly fuInc?: number | undefined;
      readonly millionCellsPerML?: number | undefined;
    }
  /** Total clearance from plasma after an intravenous dose. */
  | { readonly from: "intravenous"; readonly CLLPerH: number }
  /** It leaves as it is. */
  | { readonly from: "none" };

export type MeasuredRenal =
  /** Share of what is filtered that is lost: 1 is filtration alone. */
  | { readonly from: "filtration"; readonly share: number }
  /** Renal clearance from plasma. */
  | { readonly from: "clearance"; readonly CLLPerH: number };

export type MeasuredPermeability =
  /** Effective, of the human jejunum, in 10⁻⁴ cm/s. */
  | { readonly from: "jejunum"; readonly Peff: number }
  /** Apparent, of Caco-2 cells, in 10⁻⁶ cm/s. */
  | { readonly from: "Caco-2"; readonly Papp: number }
  /** As the model has it: of the whole surface with its folds and villi, cm/min. */
  | { readonly from: "specific"; readonly cmPerMin: number }
  /** It is not swallowed. */
  | { readonly from: "none" };

/** What a person's own drug says besides its numbers. */
export interface OwnDrug {
  /** What it was made from; absent where its numbers were changed one by one. */
  readonly typed?: ChemistNumbers | undefined;
  /** What may be, by the path of a number in the drug (`absorption.permeability`), in its unit. */
  readonly ranges?: Readonly<Record<string, readonly [low: number, high: number]>> | undefined;
  /** Id of the shipped drug that it began as a copy of. */
  readonly copyOf?: string | undefined;
}
