/** Every data set and every reported interaction of the folders. There is no list to edit. */
import type { EvidenceSet, InteractionRow } from "./evidence";

const sets = import.meta.glob<Record<string, readonly EvidenceSet[]>>("./evidence/*.ts", {
  eager: true,
});
const rows = import.meta.glob<Record<string, readonly InteractionRow[]>>("./interactions/*.ts", {
  eager: true,
});

export const evidenceSets: readonly EvidenceSet[] = valuesOf(sets);

export const interactionRows: readonly InteractionRow[] = valuesOf(rows);

export function evidenceOf(drug: string): EvidenceSet[] {
  return evidenceSets.filter((set) => set.drug === drug);
}

function valuesOf<T>(modules: Readonly<Record<string, Record<string, readonly T[]>>>): T[] {
  return Object.values(modules)
    .flatMap((module) => Object.values(module))
    .flat();
}
