/**
 * Observed against predicted: each clinical data set simulated by the engine itself and scored.
 * What the scores say together is evidence-summary.ts.
 *
 * Rules, the same for every set: AUC and Cmax are taken at the observed times on both sides, AUC
 * by the linear-up log-down rule; after an intravenous dose Cmax counts from 10 min on, because
 * blood is one mixed pool here; points in the first 5 min are left out, and those before what a
 * set itself says, with its reason. Fold errors are predicted over observed.
 */
import type { Outcome } from "../core/model/model";
import type { EvidenceSet } from "../pharmacology/evidence";
import type { Study } from "../pharmacology/study";
import type { CompiledStudies } from "./compiled-study";
import { planStudy, type DrugLookup } from "./plan";
import { foldErrors } from "./fold-errors";
import { reportTimes } from "./report-times";
import { failureOf, simulatePerson, type PersonResult } from "./simulate";

export interface ScoredPoint {
  readonly timeHours: number;
  /** mg/L. */
  readonly observed: number;
  readonly predicted: number;
}

export interface ScoredSet {
  readonly set: EvidenceSet;
  readonly points: readonly ScoredPoint[];
  /** The predicted curve, for drawing. */
  readonly curve: PersonResult;
  readonly aucRatio: number;
  readonly cmaxRatio: number;
  /** Geometric mean fold error of the concentrations, ≥ 1. */
  readonly gmfe: number;
}

/** The study that repeats a data set. */
export function studyOf(set: EvidenceSet): Study {
  const last = set.points.at(-1)?.[0] ?? 24;
  return {
    perfuse: 1,
    title: `${set.label}: ${set.dose}`,
    drugs: [set.drug, ...(set.with ?? [])],
    people: { one: set.person },
    doses: set.doses,
    untilHours: last,
    record: { outputs: [`${set.molecule ?? set.drug}/venous-plasma`] },
  };
}

export function scoreSet(
  set: EvidenceSet,
  studies: CompiledStudies,
  lookup: DrugLookup,
): Outcome<ScoredSet> {
  const plan = planStudy(studyOf(set), lookup);
  if (!plan.ok) return plan;
  const prepared = studies.prepare(plan.value.model);
  if (!prepared.ok) return prepared;
  const scored = scoredPoints(set);
  const times = Float64Array.from(
    [...new Set([...reportTimes(plan.value), ...scored.map(([time]) => time)])].toSorted(
      (a, b) => a - b,
    ),
  );
  const curve = simulatePerson({ ...plan.value, times }, prepared.value);
  const failure = failureOf(curve);
  if (failure) return { ok: false, problems: [failure] };
  const values = curve.curves[0]?.values ?? new Float64Array();
  const points = scored.map(([timeHours, observed]) => ({
    timeHours,
    observed,
    predicted: values[times.indexOf(timeHours)] ?? Number.NaN,
  }));
  return { ok: true, value: { set, points, curve, ...ratios(set, points) } };
}

/** Area by the linear rule while rising and the logarithmic one while falling. */
export function areaUnder(points: readonly (readonly [number, number])[]): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const [t0, c0] = points[i - 1] ?? [0, 0];
    const [t1, c1] = points[i] ?? [0, 0];
    const falls = c1 < c0 && c1 > 0;
    area += falls ? ((t1 - t0) * (c0 - c1)) / Math.log(c0 / c1) : ((t1 - t0) * (c0 + c1)) / 2;
  }
  return area;
}

// ——— the parts ———

const firstScoredHours = 5 / 60 - 0.004;
const firstPeakHours = 10 / 60;

function scoredPoints(set: EvidenceSet) {
  const from = Math.max(firstScoredHours, set.scoredFrom?.hours ?? 0);
  return set.points.filter(([time, value]) => time >= from && value > 0);
}

function ratios(set: EvidenceSet, points: readonly ScoredPoint[]) {
  const area = (side: "observed" | "predicted") =>
    areaUnder(points.map((point) => [point.timeHours, point[side]]));
  const intravenous = set.doses.some(
    ({ route, drug }) => route === "iv" && !set.with?.includes(drug),
  );
  const forPeak = points.filter(({ timeHours }) => !intravenous || timeHours >= firstPeakHours);
  const peak = (side: "observed" | "predicted") => Math.max(...forPeak.map((p) => p[side]));
  return {
    aucRatio: area("predicted") / area("observed"),
    cmaxRatio: peak("predicted") / peak("observed"),
    gmfe: foldErrors(points.map(({ observed, predicted }) => predicted / observed)).gmfe,
  };
}
