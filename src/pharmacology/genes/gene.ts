/**
 * What a gene of drug metabolism or transport is to us: alleles, how frequent they are in which
 * group, the rule from two alleles to a phenotype, and what that does to the protein's activity.
 *
 * Plain data; one file of `tables` a gene. Reading, drawing and judging diplotypes is next door.
 */
import type { Provenance } from "../../core/model/model";
import type { GroupCode } from "./groups";

/** What an allele's protein does, in the words of CPIC; nobody knows of `uncertain` and `unknown`. */
export const alleleFunctions = [
  "increased",
  "normal",
  "decreased",
  "no",
  "uncertain",
  "unknown",
] as const;
export type AlleleFunction = (typeof alleleFunctions)[number];

export interface Allele {
  readonly name: string;
  readonly function: AlleleFunction;
  /** CPIC's activity value; null where there is none. */
  readonly score: number | null;
  /** Share of all copies of the gene, by group; what is absent was not reported. */
  readonly frequency: Readonly<Partial<Record<GroupCode, number>>>;
}

export type AlleleTable = readonly Allele[];

/** The row in which a source's rarest alleles are added up: no allele that one could name. */
export const pooled = "rare";

export const phenotypes = [
  "poor",
  "likely poor",
  "intermediate",
  "likely intermediate",
  "normal",
  "rapid",
  "ultrarapid",
  /** Of a transporter. */
  "increased",
  "indeterminate",
] as const;
export type Phenotype = (typeof phenotypes)[number];

/** The functions of two alleles, the more active one first. */
export type FunctionPair = `${AlleleFunction}+${AlleleFunction}`;

export type Confidence = "high" | "medium" | "low";

/** Of the intrinsic clearance through the protein: 1 is two reference alleles. */
export interface Multiplier {
  readonly factor: number;
  readonly confidence: Confidence;
  readonly provenance: Provenance;
}

/** From two alleles to a phenotype. What no rule names is indeterminate. */
export type PhenotypeRule =
  | {
      readonly kind: "score";
      /** Phenotype and the largest sum of two scores that belongs to it, ascending. */
      readonly bands: readonly (readonly [Phenotype, number])[];
      readonly provenance: Provenance;
    }
  | {
      readonly kind: "pairs";
      readonly pairs: Readonly<Partial<Record<FunctionPair, Phenotype>>>;
      readonly provenance: Provenance;
    };

/** From two alleles to a multiplier. */
export type ActivityRule =
  | {
      /** The sum of the scores times this. */
      readonly kind: "score";
      readonly perScore: number;
      readonly confidence: Confidence;
      readonly provenance: Provenance;
    }
  | {
      readonly kind: "pairs";
      readonly pairs: Readonly<Partial<Record<FunctionPair, Multiplier>>>;
    }
  | {
      readonly kind: "phenotypes";
      readonly values: Readonly<Partial<Record<Phenotype, Multiplier>>>;
    };

/** Where a group has no frequencies: whose are taken, or nobody's: then all carry the reference. */
export interface Fallback {
  readonly group: GroupCode | null;
  readonly why: string;
}

export interface Gene {
  readonly perfuseGene: 1;
  readonly id: string;
  /** The enzyme or transporter whose activity it multiplies. */
  readonly protein: string;
  /** Number of the random draw of its first allele; the second is the next. No two genes share. */
  readonly firstDraw: number;
  /** The allele that counts as 1; also what an allele of unknown function is counted as. */
  readonly reference: string;
  readonly table: AlleleTable;
  readonly frequencySource: Provenance;
  /** Of what each allele does. */
  readonly functionSource: Provenance;
  readonly fallback: Readonly<Partial<Record<GroupCode, Fallback>>>;
  /** Other spellings of alleles. */
  readonly alsoCalled?: Readonly<Record<string, string>>;
  readonly phenotype: PhenotypeRule;
  readonly activity: ActivityRule;
  /** What a reader should know of its limits. */
  readonly note?: string;
}
