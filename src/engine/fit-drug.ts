/**
 * Estimates a drug's fitted numbers anew, from the very data sets that each of them names.
 *
 * What is fitted is declared in the drug itself: every number whose provenance says "fitted".
 * Residuals are logarithms of predicted over observed; points below 2 % of the peak count less,
 * area and peak count besides; of a reported interaction its two ratios. No other data is looked at.
 */
import { fitLeastSquares } from "../core/numerics/fit";
import type { Outcome } from "../core/model/model";
import type { Drug, DrugNumber } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import { evidenceSets, interactionRows } from "../pharmacology/evidence-sets";
import type { CompiledStudies } from "./compiled-study";
import { scoreInteraction, type ScoredInteraction } from "./score-interactions";
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
  const places = [...fittedPlaces(drug, [], new Map()).values()];
  const named = new Set(places.flatMap(({ to }) => to));
  const sets = evidenceSets.filter(({ id }) => named.has(id));
  const rows = interactionRows.filter(({ id }) => named.has(id));
  if (places.length === 0 || sets.length + rows.length === 0) {
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
      (next, { paths }, i) =>
        paths.reduce((drug, path) => withValue(drug, path, Math.exp(logs[i] ?? 0)), next),
      drug,
    );
    const lookup = (id: string) => (id === drug.id ? changed : shippedDrug(id));
    return [
      ...sets.flatMap((set) => {
        const scored = scoreSet(set, studies, lookup);
        return scored.ok ? residualsOf(scored.value) : set.points.map(() => 10).concat(10, 10);
      }),
      ...rows.flatMap((row) => {
        const scored = scoreInteraction(row, studies, lookup);
        return scored.ok ? interactionResiduals(scored.value) : [10, 10];
      }),
    ];
  };
  const start = places.map(({ value }) => Math.log(value));
  const { parameters, cost } = fitLeastSquares(residuals, start, { difference: 0.01 });
  return {
    ok: true,
    value: {
      numbers: places.map(({ paths, value, unit }, i) => ({
        path: paths.map((path) => path.join(".")).join(" and "),
        before: value,
        after: Math.exp(parameters[i] ?? 0),
        unit,
      })),
      sets: [...sets, ...rows].map(({ id }) => id),
      costBefore: residuals(start).reduce((sum, r) => sum + r * r, 0),
      costAfter: cost,
    },
  };
}

// ——— the parts ———

interface Place {
  /** Where it stands; a number that several things share stands in several places. */
  readonly paths: readonly (readonly string[])[];
  readonly value: number;
  readonly unit: string;
  readonly to: readonly string[];
}

/** By the very object that declares the number: where it is used twice, it is one. */
function fittedPlaces(
  value: unknown,
  path: readonly string[],
  known: Map<object, Place>,
): Map<object, Place> {
  if (typeof value !== "object" || value === null) return known;
  if (!isNumber(value)) {
    for (const [key, inner] of Object.entries(value)) fittedPlaces(inner, [...path, key], known);
    return known;
  }
  const { provenance, value: number, unit } = value;
  if (provenance.kind !== "fitted") return known;
  const paths = [...(known.get(value)?.paths ?? []), path];
  return known.set(value, { paths, value: number, unit, to: provenance.to });
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

function interactionResiduals({ row, aucRatio, cmaxRatio }: ScoredInteraction): number[] {
  const of = (predicted: number, observed: number | undefined) =>
    observed === undefined ? 0 : Math.log(predicted / observed);
  return [1.5 * of(aucRatio, row.aucRatio), of(cmaxRatio, row.cmaxRatio)];
}
