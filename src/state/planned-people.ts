/**
 * What the page must know of a study of many before workers do: that people can be like that, and
 * its thresholds in the units of their outputs. Loaded when many people are asked for.
 */
import type { Outcome } from "../core/model/model";
import { planPeople } from "../engine/people/people-plan";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { StudyOfMany } from "../pharmacology/study";
import { thresholdsIn } from "../pharmacology/thresholds";

/** By output; or why nobody can be simulated so. */
export function thresholdsOf(study: StudyOfMany): Outcome<Readonly<Record<string, number>>> {
  const planned = planPeople(study, shippedDrug);
  return planned.ok ? thresholdsIn(study.thresholds ?? {}, planned.value.plan) : planned;
}
