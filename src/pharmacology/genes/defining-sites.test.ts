/** The sites that define alleles, held to the tables of alleles and to how genotypes arise. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { definedGenes, possibleDiplotypes, type DefinedGene } from "./defining-sites";
import { geneOf } from "./library";
import { readGenotype } from "./read-genotype";

test("every allele is one of its gene's table, and every site defines some allele", () => {
  for (const { gene, alleles, sites } of definedGenes) {
    for (const name of Object.keys(alleles)) {
      expect(readGenotype(gene, `${name}/${name}`).ok, `${gene}${name}`).toBe(true);
    }
    const used = new Set(Object.values(alleles).flat());
    expect(sites.map(({ rsid }) => rsid).toSorted(), gene).toEqual([...used].toSorted());
  }
});

test("no two alleles of a gene have the same sites, and none is the reference", () => {
  for (const { gene, alleles } of definedGenes) {
    const sets = Object.values(alleles).map((at) => at.toSorted().join(" "));
    expect(new Set(sets).size, gene).toBe(sets.length);
    expect(sets, gene).not.toContain("");
    expect(Object.keys(alleles)).not.toContain(geneOf(gene)?.reference);
  }
});

const anyCase = fc.constantFrom(...definedGenes).chain((defined) => {
  const names = [geneOf(defined.gene)?.reference ?? "", ...Object.keys(defined.alleles)];
  return fc.record({
    defined: fc.constant(defined),
    first: fc.constantFrom(...names),
    second: fc.constantFrom(...names),
    seen: fc.subarray([...defined.sites], { minLength: 1 }),
  });
});

test("whoever carries two alleles is among the possibilities, whatever sites were looked at", () => {
  fc.assert(
    fc.property(anyCase, ({ defined, first, second, seen }) => {
      const read = Object.fromEntries(
        seen.map(({ rsid }) => [
          rsid,
          letterAt(defined, first, rsid) + letterAt(defined, second, rsid),
        ]),
      );
      const possible = possibleDiplotypes(defined, read);
      const told = new Set(
        Object.keys(defined.alleles).filter((name) => !possible?.notSeen.includes(name)),
      );
      // an allele that was not looked for stands under what its seen sites look like: the reference
      const reference = geneOf(defined.gene)?.reference ?? "";
      const [a, b] = [first, second].map((name) => (told.has(name) ? name : reference));
      const either = new Set([`${a}/${b}`, `${b}/${a}`]);
      expect(possible?.diplotypes.some((diplotype) => either.has(diplotype))).toBe(true);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

function letterAt({ sites, alleles }: DefinedGene, allele: string, rsid: string): string {
  const site = sites.find((one) => one.rsid === rsid);
  return (alleles[allele]?.includes(rsid) ? site?.variant : site?.reference) ?? "";
}
