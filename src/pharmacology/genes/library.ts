/** The genes we know: every file of `tables` that exports one. There is no list to edit. */
import type { Gene } from "./gene";

const modules = import.meta.glob<Record<string, unknown>>("./tables/*.ts", { eager: true });

/** By id; a gene's place here is its place in `Genotypes`. */
export const genes: readonly Gene[] = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(isGene)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));

export function geneOf(id: string): Gene | undefined {
  return genes.find((gene) => gene.id === id);
}

function isGene(value: unknown): value is Gene {
  return typeof value === "object" && value !== null && "perfuseGene" in value;
}
