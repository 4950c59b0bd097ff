/**
 * How frequent each allele of a gene is in a group, and whose numbers these are.
 *
 * Where a group has none, a stated fallback stands in: never silently, `takenFrom` and `why` say so.
 */
import type { Gene } from "./gene";
import type { GroupCode } from "./groups";

export interface Frequencies {
  /** By place in the gene's table; they sum to 1. */
  readonly values: Float64Array;
  /** The group whose numbers these are; null if all carry the reference allele. */
  readonly takenFrom: GroupCode | null;
  /** Why it is not the group that was asked for. */
  readonly why?: string;
}

/** @throws RangeError if the gene neither reports the group nor says what stands in */
export function frequenciesOf(gene: Gene, group: GroupCode): Frequencies {
  if (isReported(gene, group)) return { values: sharesOf(gene, group), takenFrom: group };
  const fallback = gene.fallback[group];
  if (!fallback) throw new RangeError(`${gene.id} says nothing of the group ${group}`);
  const { group: takenFrom, why } = fallback;
  const values = takenFrom ? sharesOf(gene, takenFrom) : allReference(gene);
  return { values, takenFrom, why };
}

export function isReported(gene: Gene, group: GroupCode): boolean {
  return gene.table.some((allele) => allele.frequency[group] !== undefined);
}

/** Scaled to sum to 1: as printed they do so within a few units of their last digit. */
function sharesOf(gene: Gene, group: GroupCode): Float64Array {
  const printed = gene.table.map((allele) => allele.frequency[group] ?? 0);
  const sum = printed.reduce((total, share) => total + share, 0);
  return Float64Array.from(printed, (share) => share / sum);
}

function allReference(gene: Gene): Float64Array {
  return Float64Array.from(gene.table, ({ name }) => (name === gene.reference ? 1 : 0));
}
