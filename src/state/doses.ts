/** Doses as text, for the panels. */
import { printDoses as print, type TypedDose } from "../interop/dose-text";
import type { Drug } from "../pharmacology/drug";
import { saltWord } from "../pharmacology/salts";
import { defaultRoute } from "./study.svelte";

export type { TypedDose } from "../interop/dose-text";

export function printDoses(doses: readonly TypedDose[], drug: Drug): string {
  return print(doses, defaultRoute(drug), saltWord(drug));
}
