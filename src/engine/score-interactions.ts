/**
 * Observed against predicted interactions: each reported ratio of exposures, with a second drug over
 * without, simulated by the engine itself.
 *
 * Area and peak are taken over the same span with and without the other drug, which
 * interaction-studies.ts tells. What the scores say together is evidence-summary.ts.
 */
import type { Outcome } from "../core/model/model";
import type { InteractionRow } from "../pharmacology/evidence";
import type { Study } from "../pharmacology/study";
import type { CompiledStudies } from "./compiled-study";
import { withinGuest } from "./guest-limits";
import { followedUntil } from "./interaction-studies";
import { planStudy, type DrugLookup } from "./plan";
import { failureOf, simulatePerson, type OutputSummary } from "./simulate";

export interface ScoredInteraction {
  readonly row: InteractionRow;
  /** Predicted, with over without. */
  readonly aucRatio: number;
  readonly cmaxRatio: number;
  /** Whether the predicted area ratio lies within Guest's limits; undefined where none is reported. */
  readonly isWithinGuest: boolean | undefined;
}

/** The two studies of a row: the victim with the perpetrator, and alone. */
export function studiesOf(row: InteractionRow): { readonly with: Study; readonly without: Study } {
  const { victim, perpetrator, person, label } = row;
  const own = row.doses.filter(({ drug }) => drug === victim);
  const untilHours = followedUntil(own, victim);
  const study = (drugs: readonly string[], title: string): Study => ({
    perfuse: 1,
    title,
    drugs,
    people: { one: person },
    doses: row.doses.filter(({ drug }) => drugs.includes(drug)),
    untilHours,
    record: { outputs: [`${victim}/venous-plasma`] },
  });
  return {
    with: study([victim, perpetrator], `${label}: ${victim} with ${perpetrator}`),
    without: study([victim], `${label}: ${victim} alone`),
  };
}

export function scoreInteraction(
  row: InteractionRow,
  studies: CompiledStudies,
  lookup: DrugLookup,
): Outcome<ScoredInteraction> {
  const pair = studiesOf(row);
  const without = exposureOf(pair.without, studies, lookup);
  if (!without.ok) return without;
  const exposed = exposureOf(pair.with, studies, lookup);
  if (!exposed.ok) return exposed;
  const aucRatio = exposed.value.area / without.value.area;
  const cmaxRatio = exposed.value.max / without.value.max;
  const isWithinGuest =
    row.aucRatio === undefined ? undefined : withinGuest(aucRatio, row.aucRatio);
  return { ok: true, value: { row, aucRatio, cmaxRatio, isWithinGuest } };
}

// ——— the parts ———

function exposureOf(
  study: Study,
  studies: CompiledStudies,
  lookup: DrugLookup,
): Outcome<OutputSummary> {
  const plan = planStudy(study, lookup);
  if (!plan.ok) return plan;
  const prepared = studies.prepare(plan.value.model);
  if (!prepared.ok) return prepared;
  const result = simulatePerson(plan.value, prepared.value);
  const failure = failureOf(result);
  if (failure) return { ok: false, problems: [failure] };
  const [summary] = result.summaries;
  if (!summary) throw new Error(`${study.title ?? "a study"} records nothing`);
  return { ok: true, value: summary };
}
