/**
 * By what a drug leaves the body, as the model has it: amounts that were metabolised or excreted, on
 * the way in as well as later, by enzyme and organ. Read off recorded flows, so it holds for this
 * person and these doses.
 */
import { gutSegments } from "../pharmacology/body/gut";
import type { Drug } from "../pharmacology/drug";
import type { Place } from "../pharmacology/mechanisms/modulation";
import { givenForms, pathwaysOf } from "../pharmacology/mechanisms/pathways";
import { integralOf } from "./curve-means";

/** Share of each enzyme, by its name. Carriers share flows with others and have none. */
export type ClearedShares = ReadonlyMap<string, number>;

export interface Cleared {
  readonly totalMg: number;
  readonly byEnzyme: readonly {
    readonly enzyme: string;
    readonly place: Place;
    readonly amountMg: number;
  }[];
}

/** A flow by its name (`midazolam.liver.CYP3A4.metabolised`), and the state it comes from. */
export interface RecordedFlux {
  readonly name: string;
  readonly from: string | null;
  /** mg/h. */
  readonly values: Float64Array;
}

/** Beginnings of state names between which and the drug's own all flows that clear it run. */
export function clearingStates(drug: Drug): string[] {
  return givenForms(drug).flatMap(({ id, metabolism }) => [
    ...["metabolised", "urine", "bile"].map((end) => `${id}.${end}.`),
    ...metabolism.flatMap(({ product }) => (product === undefined ? [] : [`${product}.`])),
  ]);
}

/** @param fluxes  recorded of `clearingStates`, at the times, in mg/h */
export function clearedIn(
  drug: Drug,
  times: ArrayLike<number>,
  fluxes: readonly RecordedFlux[],
): Cleared {
  const forms = givenForms(drug);
  const enzymes = new Set(
    forms.flatMap((form) => pathwaysOf(form).flatMap((p) => (p.isEnzyme ? [p.protein] : []))),
  );
  const own = fluxes.filter(({ from }) => forms.some(({ id }) => from?.startsWith(`${id}.`)));
  const amounts = own.map(({ name, values }) => ({
    parts: name.split("."),
    amountMg: integralOf(times, values),
  }));
  return {
    totalMg: amounts.reduce((sum, { amountMg }) => sum + amountMg, 0),
    byEnzyme: amounts.flatMap(({ parts, amountMg }) => {
      const enzyme = parts.find((part) => enzymes.has(part));
      return enzyme === undefined ? [] : [{ enzyme, place: placeIn(parts), amountMg }];
    }),
  };
}

export function clearedShares(
  drug: Drug,
  times: Float64Array,
  fluxes: readonly RecordedFlux[],
): ClearedShares {
  const { totalMg, byEnzyme } = clearedIn(drug, times, fluxes);
  const shares = new Map<string, number>();
  for (const { enzyme, amountMg } of byEnzyme) {
    shares.set(enzyme, (shares.get(enzyme) ?? 0) + (totalMg > 0 ? amountMg / totalMg : 0));
  }
  return shares;
}

// ——— the parts ———

const segments = new Set(gutSegments.map(({ id }) => id));

/** Of a flow by its name: `midazolam.duodenum.CYP3A4.metabolised`. */
function placeIn(parts: readonly string[]): Place {
  if (parts.some((part) => segments.has(part))) return "gut";
  return parts.includes("kidneys") ? "kidneys" : "liver";
}
