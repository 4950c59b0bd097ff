/**
 * By what a drug leaves the body, as the model has it: shares of all that was metabolised or
 * excreted, on the way in as well as later. Read off recorded flows, so it holds for this person
 * and these doses.
 */
import type { Flux } from "../engine/api";
import type { Drug } from "../pharmacology/drug";
import { givenForms, pathwaysOf } from "../pharmacology/mechanisms/pathways";

/** Share of each enzyme, by its name. Carriers share flows with others and have none. */
export type ClearedShares = ReadonlyMap<string, number>;

/** Beginnings of state names between which and the drug's own all flows that clear it run. */
export function clearingStates(drug: Drug): string[] {
  return givenForms(drug).flatMap(({ id, metabolism }) => [
    ...["metabolised", "urine", "bile"].map((end) => `${id}.${end}.`),
    ...metabolism.flatMap(({ product }) => (product === undefined ? [] : [`${product}.`])),
  ]);
}

/** @param fluxes  recorded of `clearingStates`, at the times, in mg/h */
export function clearedShares(
  drug: Drug,
  times: Float64Array,
  fluxes: readonly Flux[],
): ClearedShares {
  const forms = givenForms(drug);
  const enzymes = new Set(
    forms.flatMap((form) => pathwaysOf(form).flatMap((p) => (p.isEnzyme ? [p.protein] : []))),
  );
  const amounts = new Map<string, number>();
  let all = 0;
  for (const { name, from, values } of fluxes) {
    if (!forms.some(({ id }) => from?.startsWith(`${id}.`))) continue;
    const amount = integral(times, values);
    all += amount;
    const enzyme = name.split(".").find((part) => enzymes.has(part));
    if (enzyme !== undefined) amounts.set(enzyme, (amounts.get(enzyme) ?? 0) + amount);
  }
  return new Map([...amounts].map(([enzyme, amount]) => [enzyme, all > 0 ? amount / all : 0]));
}

// ——— the parts ———

/** By trapezes: report times lie close after doses, and a share is told in whole percents. */
function integral(times: Float64Array, values: Float64Array): number {
  let area = 0;
  for (let i = 1; i < times.length; i++) {
    const width = (times[i] ?? 0) - (times[i - 1] ?? 0);
    area += (width * ((values[i] ?? 0) + (values[i - 1] ?? 0))) / 2;
  }
  return area;
}
