/**
 * Estimates a drug's fitted numbers anew, from the very data sets that each of them names.
 *
 * What is fitted is declared in the drug itself: every number whose provenance says "fitted".
 * Residuals are logarithms of predicted over observed; points below 2 % of the peak count less,
 * area and peak count besides. No other data set is looked at.
 */
import { fitLeastSquares } from "../core/numerics/fit";
import type { Outcome } from "../core/model/model";
import type { Drug, DrugNumber } from "../pharmacology/drug";
import { evidenceSets } from "../pharmacology/evidence";
import type { CompiledStudies } from "./compiled-study";
import { scoreSet, type ScoredSet } from "./score";

export interface FittedNumber {
  /** Where in the drug, for instance `metabolism.0.calibration`. */
  readonly path: string;
  readonly before: number;
  readonly after: number;
  readonly unit: string;
}

export interface DrugFit {
  readonly numbers: readonly FittedNumber[];
  readonly sets: readonly string[];
  readonly costBefore: number;
  readonly costAfter: number;
}

export function fitDrug(drug: Drug, studies: CompiledStudies): Outcome<DrugFit> {
  const places = fittedPlaces(drug, []);
  const named = new Set(places.flatMap(({ to }) => to));
  const sets = evidenceSets.filter(({ id }) => named.has(id));
  if (places.length === 0 || sets.length === 0) {
    return {
      ok: false,
      problems: [
        {
          code: "nothing-fitted",
          subject: drug.id,
          message: "has no number that says it was fitted to a data set here",
        },
      ],
    };
  }
  const residuals = (logs: readonly number[]) => {
    const changed = places.reduce(
      (next, { path }, i) => withValue(next, path, Math.exp(logs[i] ?? 0)),
      drug,
    );
    return sets.flatMap((set) => {
      const scored = scoreSet(set, studies, (id) => (id === drug.id ? changed : undefined));
      return scored.ok ? residualsOf(scored.value) : set.points.map(() => 10).concat(10, 10);
    });
  };
  const start = places.map(({ value }) => Math.log(value));
  const { parameters, cost } = fitLeastSquares(residuals, start, { difference: 0.01 });
  return {
    ok: true,
    value: {
      numbers: places.map(({ path, value, unit }, i) => ({
        path: path.join("."),
        before: value,
        after: Math.exp(parameters[i] ?? 0),
        unit,
      })),
      sets: sets.map(({ id }) => id),
      costBefore: residuals(start).reduce((sum, r) => sum + r * r, 0),
      costAfter: cost,
    },
  };
}

// ——— the parts ———

interface Place {
  readonly path: readonly string[];
  readonly value: number;
  readonly unit: string;
  readonly to: readonly string[];
}

function fittedPlaces(value: unknown, path: readonly string[]): Place[] {
  if (typeof value !== "object" || value === null) return [];
  if (isNumber(value)) {
    const { provenance, value: number, unit } = value;
    return provenance.kind === "fitted" ? [{ path, value: number, unit, to: provenance.to }] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => fittedPlaces(inner, [...path, key]));
}

function isNumber(value: object): value is DrugNumber {
  return "value" in value && "unit" in value && "provenance" in value;
}

function withValue<T>(value: T, [key, ...rest]: readonly string[], number: number): T {
  if (key === undefined) return { ...value, value: number };
  const inner = (value as Record<string, unknown>)[key];
  const changed = withValue(inner, rest, number);
  if (Array.isArray(value))
    return value.map((item, i) => (String(i) === key ? changed : item)) as T;
  return { ...value, [key]: changed };
}

function residualsOf({ points, aucRatio, cmaxRatio }: ScoredSet): number[] {
  const peak = Math.max(...points.map(({ observed }) => observed));
  const weight = 3 / Math.sqrt(points.length);
  return [
    ...points.map(({ observed, predicted }) => {
      const small = observed < 0.02 * peak ? 0.3 : 1;
      return weight * small * Math.max(-4, Math.min(4, Math.log(predicted / observed)));
    }),
    1.5 * Math.log(aucRatio),
    Math.log(cmaxRatio),
  ];
}
