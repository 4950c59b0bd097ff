/**
 * What a study says of many people, as the study file spells it. Everything may be left open.
 *
 * Person k of a request depends on the request and k alone: not on how many are asked for.
 */
import type { ConditionRequest } from "../conditions/moves";
import { groups, type Group, type GroupCode } from "../genes/groups";

export interface ManyRequest extends ConditionRequest {
  /** 1 to 1e7. */
  readonly count: number;
  /** 0 to 2^53 − 1; 1 when absent. */
  readonly seed?: number;
  /** From and to, 0 (term newborn) to 90; 20 to 50 when absent. */
  readonly ageYears?: readonly [number, number];
  /** 0.5 when absent. */
  readonly femaleFraction?: number;
  /** Body mass index from and to, kg/m²; the survey's own spread when absent. */
  readonly bmi?: readonly [number, number];
  /** European when absent. */
  readonly group?: Group;
  /** By gene: star alleles "*1/*4", or a phenotype PM, IM, NM, RM or UM; drawn when absent. */
  readonly genes?: Readonly<Record<string, string>>;
  /** Everybody weighs this, kg: what is seen is not a matter of size. */
  readonly sameWeightKg?: number | null;
}

/** Europeans when absent: it is in their livers that the abundances of enzymes were measured. */
export function groupCodeOf(group: Group = "European"): GroupCode {
  for (const [code, name] of Object.entries(groups)) if (name === group) return code as GroupCode;
  throw new RangeError(`no group ${group}`);
}
