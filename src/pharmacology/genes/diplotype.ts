/**
 * What two alleles of a gene make: a phenotype, and a multiplier of the protein's activity.
 *
 * An allele that nobody knows the function of makes the phenotype indeterminate. Its activity is
 * counted as the reference allele's, with low confidence: 0 would be as much of a claim.
 */
import { assumed } from "../provenance";
import {
  alleleFunctions,
  type Allele,
  type FunctionPair,
  type Gene,
  type Multiplier,
  type Phenotype,
} from "./gene";
import { geneOf } from "./library";

/** Names of two alleles, in any order. */
export type Diplotype = readonly [string, string];

/** @throws RangeError if there is no such gene or allele: `readGenotype` refuses them in words */
export function phenotypeOf(gene: string, diplotype: Diplotype): Phenotype {
  const { known, alleles } = lookUp(gene, diplotype);
  return phenotypeOfAlleles(known, ...alleles);
}

/** @throws RangeError if there is no such gene or allele */
export function activityOf(gene: string, diplotype: Diplotype): Multiplier {
  const { known, alleles } = lookUp(gene, diplotype);
  return activityOfAlleles(known, ...alleles);
}

export function phenotypeOfAlleles({ phenotype: rule }: Gene, a: Allele, b: Allele): Phenotype {
  if (rule.kind === "pairs") return rule.pairs[pairOf(a, b)] ?? "indeterminate";
  if (a.score === null || b.score === null) return "indeterminate";
  const score = a.score + b.score;
  return rule.bands.find(([, upTo]) => score <= upTo)?.[0] ?? "indeterminate";
}

export function activityOfAlleles(gene: Gene, a: Allele, b: Allele): Multiplier {
  const [countedA, countedB] = [asKnown(gene, a), asKnown(gene, b)];
  const multiplier = multiplierOf(gene, countedA, countedB);
  return countedA === a && countedB === b
    ? multiplier
    : { factor: multiplier.factor, confidence: "low", provenance: countedAsReference };
}

export function alleleOf(gene: Gene, name: string): Allele | undefined {
  return gene.table.find((allele) => allele.name === (gene.alsoCalled?.[name] ?? name));
}

// ——— the parts ———

const countedAsReference = assumed(
  "an allele of uncertain or unknown function is counted as the reference allele",
);

function lookUp(id: string, [first, second]: Diplotype) {
  const known = geneOf(id);
  const a = known && alleleOf(known, first);
  const b = known && alleleOf(known, second);
  if (!known || !a || !b) throw new RangeError(`no ${id} ${first}/${second}`);
  return { known, alleles: [a, b] as const };
}

function asKnown(gene: Gene, allele: Allele): Allele {
  if (allele.function !== "uncertain" && allele.function !== "unknown") return allele;
  return alleleOf(gene, gene.reference) ?? allele;
}

function multiplierOf(gene: Gene, a: Allele, b: Allele): Multiplier {
  const { activity: rule } = gene;
  if (rule.kind === "score") {
    const { perScore, confidence, provenance } = rule;
    return { factor: perScore * ((a.score ?? 0) + (b.score ?? 0)), confidence, provenance };
  }
  const multiplier =
    rule.kind === "pairs" ? rule.pairs[pairOf(a, b)] : rule.values[phenotypeOfAlleles(gene, a, b)];
  if (!multiplier) throw new RangeError(`no activity of ${gene.id} ${a.name}/${b.name}`);
  return multiplier;
}

/** The more active first, as the tables are written. */
function pairOf(a: Allele, b: Allele): FunctionPair {
  const inOrder = alleleFunctions.indexOf(a.function) <= alleleFunctions.indexOf(b.function);
  return inOrder ? `${a.function}+${b.function}` : `${b.function}+${a.function}`;
}
