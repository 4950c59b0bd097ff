/**
 * The genotypes of one person: drawn from the frequencies of a group, or as given.
 *
 * Two alleles are drawn independently (Hardy–Weinberg), each from its own numbered draw, so that
 * neither another gene nor what is given of one changes the rest of a person. A given phenotype is
 * a diplotype drawn among those that make it, by how frequent they are in the group; where it has
 * none of them, in the mean of all groups; where nobody has, all alike.
 *
 * Made to be called for every person of a crowd: what can be known beforehand is in tables.
 */
import { activityOfAlleles, alleleOf, phenotypeOfAlleles } from "./diplotype";
import { frequenciesOf } from "./frequencies";
import type { Gene, Multiplier, Phenotype } from "./gene";
import { groupCodes } from "./allele-table";
import type { GroupCode } from "./groups";
import { genes } from "./library";
import { phenotypeCodes, readGenotype, type PhenotypeCode } from "./read-genotype";

/** Places in the allele tables, two for each gene in the order of `genes`. */
export type Genotypes = Uint8Array;

export type GivenGenes = Readonly<Record<string, string>>;

/** The proteins that genes act on, in the order of `genes`. */
export const geneProteins: readonly string[] = genes.map(({ protein }) => protein);

/**
 * @param uniform  gives in [0, 1) for the number of a draw; numbers from 1000 on are the genes'
 * @param given    by gene, as `readGenotype` reads it; keep the object, it is prepared once
 * @param into     two places a gene; a new one when absent
 * @throws RangeError if `given` is not what `readGenotype` would accept
 */
export function drawGenotypes(
  group: GroupCode,
  uniform: (draw: number) => number,
  given: GivenGenes = nothingGiven,
  into: Genotypes = new Uint8Array(2 * genes.length),
): Genotypes {
  const plans = plansOf(group, given);
  for (let index = 0; index < plans.length; index++) {
    const plan = plans[index];
    if (plan) drawGene(plan, uniform, into, 2 * index);
  }
  return into;
}

/**
 * The person nobody was asked about: reference alleles, but what is given. Of a given phenotype
 * the diplotype that is most frequent in the group.
 */
export function typicalGenotypes(given: GivenGenes = nothingGiven, group: GroupCode = "EUR") {
  const genotypes: Genotypes = new Uint8Array(2 * genes.length);
  genes.forEach((gene, index) => {
    const text = given[gene.id];
    const pair = text === undefined ? referencePair(gene) : mostFrequent(gene, group, text);
    genotypes.set(pair, 2 * index);
  });
  return genotypes;
}

/** Activity of each protein relative to two reference alleles, by its id. */
export function activityFactors(genotypes: Genotypes): Readonly<Record<string, number>> {
  const factors: Record<string, number> = {};
  for (let index = 0; index < genes.length; index++) {
    factors[geneProteins[index] ?? ""] = factorAt(index, genotypes);
  }
  return factors;
}

/** As `activityFactors`, by place in `geneProteins`. */
export function activityFactorsInto(genotypes: Genotypes, into: Float64Array): void {
  for (let index = 0; index < genes.length; index++) into[index] = factorAt(index, genotypes);
}

export interface ReadableGenotype {
  readonly gene: string;
  readonly protein: string;
  /** "*1/*4"; rare alleles of a pooled row are called "rare". */
  readonly diplotype: string;
  readonly phenotype: Phenotype;
  readonly activity: Multiplier;
}

export function readableGenotypes(genotypes: Genotypes): readonly ReadableGenotype[] {
  return genes.map((gene, index) => {
    const a = alleleAt(gene, genotypes[2 * index]);
    const b = alleleAt(gene, genotypes[2 * index + 1]);
    return {
      gene: gene.id,
      protein: gene.protein,
      diplotype: `${a.name}/${b.name}`,
      phenotype: phenotypeOfAlleles(gene, a, b),
      activity: activityOfAlleles(gene, a, b),
    };
  });
}

// ——— drawing one gene ———

/** What is left to do for a gene: draw two alleles, draw one pair of them, or nothing. */
type Plan =
  | { readonly kind: "alleles"; readonly draw: number; readonly alleles: Cumulative }
  | {
      readonly kind: "pairs";
      readonly draw: number;
      readonly pairs: Cumulative;
      readonly first: Uint8Array;
      readonly second: Uint8Array;
    }
  | { readonly kind: "fixed"; readonly first: number; readonly second: number };

function drawGene(
  plan: Plan,
  uniform: (draw: number) => number,
  into: Genotypes,
  at: number,
): void {
  switch (plan.kind) {
    case "alleles":
      into[at] = pick(plan.alleles, uniform(plan.draw));
      into[at + 1] = pick(plan.alleles, uniform(plan.draw + 1));
      return;
    case "pairs": {
      const pair = pick(plan.pairs, uniform(plan.draw));
      into[at] = plan.first[pair] ?? 0;
      into[at + 1] = plan.second[pair] ?? 0;
      return;
    }
    case "fixed":
      into[at] = plan.first;
      into[at + 1] = plan.second;
      return;
    default:
      plan satisfies never;
  }
}

/** Running sums of shares, and for each 1/256 of their range where the search begins. */
interface Cumulative {
  readonly upTo: Float64Array;
  readonly start: Uint16Array;
}

const slots = 256;

function cumulative(shares: Float64Array): Cumulative {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const upTo = new Float64Array(shares.length);
  let sum = 0;
  shares.forEach((share, index) => {
    sum += share;
    upTo[index] = sum / total;
  });
  // rounding must leave no gap below 1, and nobody beyond the last share that is not 0
  upTo.fill(
    1,
    shares.findLastIndex((share) => share > 0),
  );
  const start = Uint16Array.from({ length: slots }, (_, slot) =>
    upTo.findIndex((share) => share > slot / slots),
  );
  return { upTo, start };
}

function pick({ upTo, start }: Cumulative, uniform: number): number {
  let index = start[Math.floor(uniform * slots)] ?? 0;
  while (uniform >= (upTo[index] ?? 1)) index++;
  return index;
}

// ——— plans, made once for a group and what is given ———

const nothingGiven: GivenGenes = {};
const prepared = new WeakMap<GivenGenes, Map<GroupCode, readonly Plan[]>>();

function plansOf(group: GroupCode, given: GivenGenes): readonly Plan[] {
  let byGroup = prepared.get(given);
  if (!byGroup) prepared.set(given, (byGroup = new Map()));
  let plans = byGroup.get(group);
  if (!plans) byGroup.set(group, (plans = makePlans(group, given)));
  return plans;
}

function makePlans(group: GroupCode, given: GivenGenes): readonly Plan[] {
  const unknown = Object.keys(given).find((id) => !genes.some((gene) => gene.id === id));
  if (unknown !== undefined) throw new RangeError(`no gene ${unknown}`);
  return genes.map((gene) => {
    const text = given[gene.id];
    if (text !== undefined) return planGiven(gene, group, text);
    const alleles = cumulative(frequenciesOf(gene, group).values);
    return { kind: "alleles", draw: gene.firstDraw, alleles };
  });
}

function planGiven(gene: Gene, group: GroupCode, text: string): Plan {
  const given = readOrThrow(gene, text);
  if (given.kind === "diplotype") {
    const [first, second] = given.alleles.map((name) => indexOf(gene, name));
    return { kind: "fixed", first: first ?? 0, second: second ?? 0 };
  }
  const made = pairsOf(gene, group, given.code);
  return {
    kind: "pairs",
    draw: gene.firstDraw,
    pairs: cumulative(Float64Array.from(made, ({ weight }) => weight)),
    first: Uint8Array.from(made, ({ first }) => first),
    second: Uint8Array.from(made, ({ second }) => second),
  };
}

function readOrThrow(gene: Gene, text: string) {
  const read = readGenotype(gene.id, text);
  if (!read.ok) throw new RangeError(read.problems.map(({ message }) => message).join("; "));
  return read.value;
}

interface WeightedPair {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

/** Every ordered pair of alleles that makes the phenotype, with its frequency. */
function pairsOf(gene: Gene, group: GroupCode, code: PhenotypeCode): readonly WeightedPair[] {
  const inGroup = frequenciesOf(gene, group).values;
  const meant: readonly Phenotype[] = phenotypeCodes[code];
  const pairs = gene.table.flatMap((a, first) =>
    gene.table.flatMap((b, second) =>
      meant.includes(phenotypeOfAlleles(gene, a, b)) ? [{ first, second }] : [],
    ),
  );
  const weigh = (shares: Float64Array) =>
    pairs.map(({ first, second }) => ({
      first,
      second,
      weight: (shares[first] ?? 0) * (shares[second] ?? 0),
    }));
  const someoneHas = (weighed: readonly WeightedPair[]) => weighed.some(({ weight }) => weight > 0);
  const weighed = [weigh(inGroup), weigh(meanOfGroups(gene))].find(someoneHas);
  return weighed ?? pairs.map((pair) => ({ ...pair, weight: 1 }));
}

function meanOfGroups(gene: Gene): Float64Array {
  const tables = groupCodes.map((group) => frequenciesOf(gene, group).values);
  return Float64Array.from(gene.table, (_, index) =>
    tables.reduce((sum, shares) => sum + (shares[index] ?? 0) / tables.length, 0),
  );
}

function mostFrequent(gene: Gene, group: GroupCode, text: string): readonly [number, number] {
  const given = readOrThrow(gene, text);
  if (given.kind === "diplotype") {
    const [a, b] = given.alleles;
    return [indexOf(gene, a), indexOf(gene, b)];
  }
  const best = pairsOf(gene, group, given.code).reduce((a, b) => (b.weight > a.weight ? b : a));
  return [best.first, best.second];
}

function referencePair(gene: Gene): readonly [number, number] {
  const index = indexOf(gene, gene.reference);
  return [index, index];
}

function indexOf(gene: Gene, name: string): number {
  const allele = alleleOf(gene, name);
  if (!allele) throw new RangeError(`${gene.id} has no allele ${name}`);
  return gene.table.indexOf(allele);
}

function alleleAt(gene: Gene, index: number | undefined) {
  const allele = gene.table[index ?? -1];
  if (!allele) throw new RangeError(`${gene.id} has no allele at ${index}`);
  return allele;
}

// ——— activity, for every pair of every gene beforehand ———

const factorTables: readonly Float64Array[] = genes.map((gene) =>
  Float64Array.from(
    gene.table.flatMap((a) => gene.table.map((b) => activityOfAlleles(gene, a, b).factor)),
  ),
);

function factorAt(index: number, genotypes: Genotypes): number {
  const alleles = genes[index]?.table.length ?? 0;
  const place = (genotypes[2 * index] ?? 0) * alleles + (genotypes[2 * index + 1] ?? 0);
  return factorTables[index]?.[place] ?? 1;
}
