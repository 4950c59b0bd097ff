/** The shipped drugs: every file of this folder that exports one. There is no list to edit. */
import type { Drug } from "../drug";

const modules = import.meta.glob<Record<string, unknown>>("./*.ts", { eager: true });

export const shippedDrugs: readonly Drug[] = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(isDrug)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));

export function shippedDrug(id: string): Drug | undefined {
  return shippedDrugs.find((drug) => drug.id === id);
}

function isDrug(value: unknown): value is Drug {
  return typeof value === "object" && value !== null && "perfuseDrug" in value;
}
