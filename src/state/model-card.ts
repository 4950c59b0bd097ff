/** What the card of a drug's model tells besides its words: what was fitted, and whence the data are. */
import type { Drug, DrugNumber } from "../pharmacology/drug";
import type { InteractionItem, SetItem } from "./evidence-view";

export interface FittedNumber {
  /** As the drug's file names it. */
  readonly path: string;
  readonly value: number;
  readonly unit: string;
  /** Ids of the data sets. */
  readonly to: readonly string[];
  readonly why: string;
}

export interface DataSource {
  readonly citation: string;
  /** Who collected or read the numbers. */
  readonly via: string;
}

export function fittedNumbers(drug: Drug): FittedNumber[] {
  return numbersIn(drug, []).flatMap(({ path, number }) => {
    const { provenance, value, unit } = number;
    if (provenance.kind !== "fitted") return [];
    return [{ path, value, unit, to: provenance.to, why: provenance.why }];
  });
}

/** Each paper once. */
export function dataSources(
  sets: readonly SetItem[],
  interactions: readonly InteractionItem[],
): DataSource[] {
  const all = [
    ...sets.map(({ set }) => ({ citation: set.citation, via: set.digitisedBy })),
    ...interactions.map(({ row }) => ({ citation: row.citation, via: row.collectedBy })),
  ];
  const byCitation = new Map(all.map((source) => [source.citation, source]));
  return [...byCitation.values()].toSorted((a, b) => a.citation.localeCompare(b.citation, "en"));
}

// ——— the parts ———

function numbersIn(
  value: unknown,
  path: readonly string[],
): { readonly path: string; readonly number: DrugNumber }[] {
  if (typeof value !== "object" || value === null) return [];
  if (isNumber(value)) return [{ path: path.join("."), number: value }];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]));
}

function isNumber(value: object): value is DrugNumber {
  return "value" in value && "unit" in value && "provenance" in value;
}
