/**
 * Raw genotypes as 23andMe, AncestryDNA and MyHeritage export them: a line a site with its rs
 * number and two letters. Only the sites that define star alleles are looked at; the rest of a
 * genome is not kept, not even for a moment longer than its line.
 */
import type { Outcome } from "../../core/model/model";
import {
  definedGenes,
  possibleDiplotypes,
  type DefinedGene,
  type Possibilities,
} from "../../pharmacology/genes/defining-sites";
import { geneOf } from "../../pharmacology/genes/library";
import { readGenotype } from "../../pharmacology/genes/read-genotype";
import { gather } from "./gather";
import { limits, refuse } from "./limits";
import { cellsOf, linesOf } from "./lines";
import type { Draft, Reading, Remark, Understood } from "./understood";

export function readGenotypeFile(text: string, reading: Reading): Outcome<Understood> {
  const sites = readSites(text, reading);
  if (!sites.ok) return sites;
  const { letters, rows, noCalls } = sites.value;
  const others = rows - Object.keys(letters).length - noCalls;
  const found = definedGenes.map((defined) => readGene(defined, letters, reading));
  const genes = Object.assign({}, ...found.map(({ gene }) => gene)) as Record<string, string>;
  const ignored: Remark[] = [
    ...(others > 0
      ? [remark("Sites of the genome", "define no allele of this model", others)]
      : []),
    ...(noCalls > 0
      ? [remark("Sites that define alleles", "were not read by the chip", noCalls)]
      : []),
    remark("CYP2D6", "depends on deletions and duplications, which such files do not hold"),
    ...found.flatMap((one) => one.ignored ?? []),
  ];
  const facts = Object.keys(genes).length > 0 ? { genes } : {};
  const drafts = found.flatMap(({ draft }) => draft ?? []);
  return { ok: true, value: gather({ facts, drafts, ignored }, reading) };
}

/** Whether a text's beginning is of such a file. */
export function looksLikeGenotypes(beginning: string): boolean {
  return /^"?(?:rs|i)\d+"?[\t, ]+"?(?:\d{1,2}|X|Y|MT)"?[\t, ]+"?\d+"?[\t, ]+"?[ACGTDI0-]/im.test(
    beginning,
  );
}

// ——— lines ———

interface Sites {
  readonly letters: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly noCalls: number;
}

const wanted: ReadonlySet<string> = new Set(
  definedGenes.flatMap(({ sites }) => sites.map(({ rsid }) => rsid)),
);

function readSites(text: string, { source }: Reading): Outcome<Sites> {
  const letters = new Map<string, string>();
  const silent = new Set<string>();
  let rows = 0;
  for (const line of linesOf(text)) {
    if (line === "" || line.startsWith("#") || /^"?rsid/i.test(line)) continue;
    if (++rows > limits.rows) {
      return refuse("too-many-rows", source, `has more than ${limits.rows} lines`);
    }
    const site = readSite(line);
    if (!site)
      return refuse("bad-line", source, `has a line that is no site: line ${rows} of the data`);
    if (!wanted.has(site.rsid)) continue;
    const before = letters.get(site.rsid);
    const contradicts = before !== undefined && inOrder(before) !== inOrder(site.letters);
    if (contradicts || !/^[ACGT]{2}$/.test(site.letters)) silent.add(site.rsid);
    else letters.set(site.rsid, site.letters);
  }
  if (rows === 0) return refuse("not-genotypes", source, "holds no site of a genome");
  for (const rsid of silent) letters.delete(rsid);
  return { ok: true, value: { letters: Object.fromEntries(letters), rows, noCalls: silent.size } };
}

/** Most lines are not wanted, so a line is cut up only as far as it must. */
function readSite(line: string): { readonly rsid: string; readonly letters: string } | undefined {
  if (line.length > 200) return undefined;
  const cells = cellsOf(line, line.includes("\t") ? "\t" : ",");
  const [rsid = "", chromosome = "", position = "", first = "", second = ""] = cells;
  if (!/^(?:rs|i|VG)\w+$|^\.$/i.test(rsid) || !/^(?:\d{1,2}|X|Y|XY|MT?)$/i.test(chromosome))
    return undefined;
  if (!/^\d{1,10}$/.test(position) || !/^(?:[ACGTDI0-]{1,2})?$/i.test(first)) return undefined;
  return cells.length > 5 ? undefined : { rsid, letters: (first + second).toUpperCase() };
}

function inOrder(letters: string): string {
  return letters.split("").toSorted().join("");
}

// ——— genes ———

interface GeneFound {
  readonly gene?: Readonly<Record<string, string>>;
  readonly draft?: Draft;
  readonly ignored?: Remark;
}

function readGene(defined: DefinedGene, letters: Sites["letters"], reading: Reading): GeneFound {
  const id = defined.gene;
  const possible = possibleDiplotypes(defined, letters);
  if (!possible) return { ignored: remark(id, "not seen: the file holds none of its sites") };
  const { diplotypes, notSeen, unknownLetters } = possible;
  if (unknownLetters.length > 0) {
    return {
      ignored: remark(id, `has other letters than are known at ${unknownLetters.join(", ")}`),
    };
  }
  const known = diplotypes.filter((diplotype) => readGenotype(id, diplotype).ok);
  const [only, ...others] = known;
  if (only === undefined) return { ignored: remark(id, "fits no two alleles that are known here") };
  if (others.length === 0 && (notSeen.length === 0 || !hasReference(id, only))) {
    return { gene: { [id]: only } };
  }
  return { draft: asked(id, known, possible, reading) };
}

function hasReference(id: string, diplotype: string): boolean {
  return diplotype.split("/").includes(geneOf(id)?.reference ?? "");
}

function asked(
  gene: string,
  diplotypes: readonly string[],
  { notSeen }: Possibilities,
  { source }: Reading,
): Draft {
  const fits = `${gene}: what the file holds fits ${diplotypes.join(" or ")}`;
  const several = diplotypes.length > 1 ? "; it does not say which letters stand together" : "";
  const unseen =
    notSeen.length > 0 ? ` Not seen, and so not ruled out: ${shortList(notSeen)}.` : "";
  return {
    kind: "gene",
    gene,
    label: `${gene} ${diplotypes.join(" or ")}`,
    source,
    when: { known: "nothing" },
    options: diplotypes.map((value) => ({ value, label: value })),
    open: `${fits}${several}.${unseen} Which should the twin have?`,
  };
}

function shortList(names: readonly string[]): string {
  const most = 8;
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}

function remark(what: string, why: string, count = 1): Remark {
  return { what, why, count };
}
