/**
 * The single letters of DNA by which star alleles are told apart, and what a set of letters leaves
 * possible.
 *
 * Chips look at some of these sites only. An allele none of whose own sites was looked at cannot be
 * told from the reference: it is `notSeen`, and the reference allele is then no finding. Deletions,
 * duplications and repeats (all of CYP2D6's, UGT1A1*28) are in no such file, so they are not here.
 */
import type { Provenance } from "../../core/model/model";
import { assumed, derived } from "../provenance";
import { pooled, type Gene } from "./gene";
import { geneOf } from "./library";

export interface DefiningSite {
  readonly rsid: string;
  /** On the plus strand of the genome, as chips report it. */
  readonly reference: string;
  readonly variant: string;
}

export interface DefinedGene {
  readonly gene: string;
  readonly sites: readonly DefiningSite[];
  /** By allele: the sites at which it has the variant; all others are as the reference allele. */
  readonly alleles: Readonly<Record<string, readonly string[]>>;
  readonly provenance: Provenance;
}

const lettersFrom = derived(
  "sites of each allele as PharmVar and CPIC define it; letters as in the positions of PharmCAT",
  "PharmVar",
  "PharmCAT",
);

/** The commoner alleles, those that chips look for. */
export const definedGenes: readonly DefinedGene[] = [
  defined(
    "CYP2C19",
    "rs4244285 G A; rs12769205 A G; rs4986893 G A; rs28399504 A G; rs56337013 C T; rs41291556 T C; rs17884712 G A; rs6413438 C T; rs12248560 C T",
    "*2 rs4244285 rs12769205; *3 rs4986893; *4 rs28399504; *5 rs56337013; *8 rs41291556; *9 rs17884712; *10 rs6413438; *17 rs12248560; *35 rs12769205",
  ),
  defined(
    "CYP2C9",
    "rs1799853 C T; rs1057910 A C; rs28371686 C G; rs7900194 G A; rs28371685 C T",
    "*2 rs1799853; *3 rs1057910; *5 rs28371686; *8 rs7900194; *11 rs28371685",
  ),
  defined(
    "CYP2B6",
    "rs3745274 G T; rs2279343 A G; rs28399499 T C; rs3211371 C T; rs34223104 T C; rs8192709 C T",
    "*6 rs3745274 rs2279343; *9 rs3745274; *4 rs2279343; *18 rs28399499; *5 rs3211371; *7 rs3745274 rs2279343 rs3211371; *22 rs34223104; *2 rs8192709",
  ),
  defined("CYP3A5", "rs776746 T C; rs10264272 C T", "*3 rs776746; *6 rs10264272"),
  defined(
    "SLCO1B1",
    "rs4149056 T C; rs2306283 A G",
    "*5 rs4149056; *37 rs2306283; *15 rs4149056 rs2306283",
  ),
  defined(
    "DPYD",
    "rs3918290 C T; rs55886062 A C; rs67376798 T A; rs75017182 G C; rs115232898 T C",
    "*2A rs3918290; *13 rs55886062; c.2846A>T rs67376798; HapB3 rs75017182; c.557A>G rs115232898",
    derived(
      "variants of decreased or no function; letters as in the positions of PharmCAT",
      "Amstutz18",
      "PharmCAT",
    ),
  ),
  defined(
    "UGT1A1",
    "rs4148323 G A; rs887829 C T; rs35350960 C A",
    "*6 rs4148323; *80 rs887829; *27 rs35350960",
  ),
  defined(
    "CYP1A2",
    "rs762551 C A",
    "*1F rs762551",
    assumed("as the gene's table has it: *1F carries the A of rs762551 (−163C>A)"),
  ),
];

/** The two letters that were read at a site, in any order. */
export type Letters = Readonly<Record<string, string>>;

export interface Possibilities {
  /** Two alleles each, "*1/*2", that fit what was read; empty where no two alleles of the table do. */
  readonly diplotypes: readonly string[];
  /** Alleles of the gene that were not looked for, so that the reference may be one of them. */
  readonly notSeen: readonly string[];
  /** Sites at which something else was read than the letters that are known. */
  readonly unknownLetters: readonly string[];
}

/** @returns undefined where none of the gene's sites was read */
export function possibleDiplotypes(defined: DefinedGene, read: Letters): Possibilities | undefined {
  const gene = geneOf(defined.gene);
  const copies = variantCopies(defined.sites, read);
  if (!gene || copies.size === 0) return undefined;
  const unknownLetters = [...copies.entries()].flatMap(([rsid, n]) =>
    n === undefined ? rsid : [],
  );
  const looked = new Set(copies.keys());
  const told = Object.entries(defined.alleles).filter(([, at]) =>
    at.some((rsid) => looked.has(rsid)),
  );
  const known: readonly (readonly [string, readonly string[]])[] = [[gene.reference, []], ...told];
  const diplotypes = unknownLetters.length > 0 ? [] : pairsThatFit(known, copies);
  return {
    diplotypes,
    notSeen: notAmong(
      gene,
      told.map(([name]) => name),
    ),
    unknownLetters,
  };
}

// ——— the parts ———

/** How many of the two copies have the variant, at every site that was read; undefined for other letters. */
function variantCopies(
  sites: readonly DefiningSite[],
  read: Letters,
): ReadonlyMap<string, number | undefined> {
  return new Map(
    sites.flatMap(({ rsid, reference, variant }) => {
      const letters = Object.hasOwn(read, rsid) ? read[rsid] : undefined;
      if (letters === undefined) return [];
      const both = letters.split("");
      const known = both.every((letter) => letter === reference || letter === variant);
      const copies = both.filter((letter) => letter === variant).length;
      return [[rsid, known && both.length === 2 ? copies : undefined] as const];
    }),
  );
}

function pairsThatFit(
  alleles: readonly (readonly [name: string, at: readonly string[]])[],
  copies: ReadonlyMap<string, number | undefined>,
): readonly string[] {
  return alleles.flatMap(([first, atFirst], index) =>
    alleles.slice(index).flatMap(([second, atSecond]) => {
      const has = (at: readonly string[], rsid: string) => (at.includes(rsid) ? 1 : 0);
      const fits = [...copies.entries()].every(
        ([rsid, read]) => has(atFirst, rsid) + has(atSecond, rsid) === read,
      );
      return fits ? [`${first}/${second}`] : [];
    }),
  );
}

/** Copies of an allele in a row, and what a source pools, are no alleles of their own. */
function notAmong({ table, reference }: Gene, told: readonly string[]): readonly string[] {
  const names = table.map(({ name }) => name).filter((name) => !/x\D*\d$/.test(name));
  return names.filter((name) => name !== reference && name !== pooled && !told.includes(name));
}

/** @throws RangeError where an allele names a site that is not listed */
function defined(
  gene: string,
  sites: string,
  alleles: string,
  provenance: Provenance = lettersFrom,
): DefinedGene {
  const listed = sites.split("; ").map((text) => {
    const [rsid = "", reference = "", variant = ""] = text.split(" ");
    return { rsid, reference, variant };
  });
  const byAllele = alleles.split("; ").map((text) => {
    const [name = "", ...at] = text.split(" ");
    const missing = at.find((rsid) => !listed.some((site) => site.rsid === rsid));
    if (missing !== undefined) throw new RangeError(`${gene}${name} names ${missing}, not listed`);
    return [name, at] as const;
  });
  return { gene, sites: listed, alleles: Object.fromEntries(byAllele), provenance };
}
