/**
 * What people write of a gene: two star alleles ("*1/*4") or a phenotype ("PM"), read and judged.
 *
 * Phenotypes are the five letters of CPIC; "likely" ones count with the plain. For a transporter
 * PM is poor function, IM decreased, NM normal and UM increased function.
 */
import type { Outcome, Problem } from "../../core/model/model";
import type { Diplotype } from "./diplotype";
import { alleleOf, phenotypeOfAlleles } from "./diplotype";
import { pooled, type Gene, type Phenotype } from "./gene";
import { geneOf, genes } from "./library";

export const phenotypeCodes = {
  PM: ["poor", "likely poor"],
  IM: ["intermediate", "likely intermediate"],
  NM: ["normal"],
  RM: ["rapid"],
  UM: ["ultrarapid", "increased"],
} as const satisfies Record<string, readonly Phenotype[]>;
export type PhenotypeCode = keyof typeof phenotypeCodes;

export type GivenGenotype =
  | { readonly kind: "diplotype"; readonly alleles: Diplotype }
  | { readonly kind: "phenotype"; readonly code: PhenotypeCode };

/** Allele names come back in the table's own spelling. */
export function readGenotype(geneId: string, text: string): Outcome<GivenGenotype> {
  const gene = geneOf(geneId);
  if (!gene) {
    const known = genes.map(({ id }) => id).join(", ");
    return refuse("unknown-gene", geneId, `there is no gene ${geneId}; there are ${known}`);
  }
  const written = text.trim().replaceAll(">=", "≥");
  return written.includes("/")
    ? readDiplotype(gene, written)
    : readPhenotype(gene, written.toUpperCase());
}

/** All that is wrong with the genes of a request; nothing if all of them can be met. */
export function problemsOfGenes(given: Readonly<Record<string, string>>): readonly Problem[] {
  return Object.entries(given).flatMap(([gene, text]) => {
    const read = readGenotype(gene, text);
    return read.ok ? [] : read.problems;
  });
}

/** Codes of the phenotypes that some two alleles of this gene make. */
export function codesOf(gene: Gene): readonly PhenotypeCode[] {
  const made = new Set(
    gene.table.flatMap((a) => gene.table.map((b) => phenotypeOfAlleles(gene, a, b))),
  );
  return allCodes.filter((code) => phenotypeCodes[code].some((phenotype) => made.has(phenotype)));
}

// ——— the parts ———

const allCodes = Object.keys(phenotypeCodes).filter(isCode);

function isCode(text: string): text is PhenotypeCode {
  return text in phenotypeCodes;
}

function readDiplotype(gene: Gene, text: string): Outcome<GivenGenotype> {
  const names = text.split("/").map((name) => name.trim());
  const [first, second] = names;
  if (first === undefined || second === undefined || names.length > 2) {
    return refuse("bad-diplotype", gene.id, `"${text}" is not two alleles with one / between them`);
  }
  const [a, b] = [readAllele(gene, first), readAllele(gene, second)];
  if (a && b) return { ok: true, value: { kind: "diplotype", alleles: [a, b] } };
  const known = gene.table.flatMap(({ name }) => (name === pooled ? [] : name)).join(" ");
  const wrong = a ? second : first;
  return refuse(
    "unknown-allele",
    gene.id,
    `${gene.id} has no allele "${wrong}" here; there are ${known}`,
  );
}

function readAllele(gene: Gene, name: string): string | undefined {
  return name === pooled ? undefined : alleleOf(gene, name)?.name;
}

function readPhenotype(gene: Gene, text: string): Outcome<GivenGenotype> {
  const codes = codesOf(gene);
  const code = codes.find((known) => known === text);
  if (code) return { ok: true, value: { kind: "phenotype", code } };
  return refuse(
    "unknown-phenotype",
    gene.id,
    `${gene.id} has no phenotype "${text}"; give ${codes.join(", ")} or two alleles as ${gene.reference}/${gene.reference}`,
  );
}

function refuse(code: string, subject: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject, message }] };
}
