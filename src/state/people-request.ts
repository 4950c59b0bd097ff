/** What workers are asked about many people. */
import type { Outcome } from "../core/model/model";
import type { PeopleRequest } from "../engine/people/people-api";
import type { StudyOfMany } from "../pharmacology/study";
import { mostKept } from "./kept-people";

/** With the study's thresholds in the units of what they are held against. */
export async function requestFor(study: StudyOfMany): Promise<Outcome<PeopleRequest>> {
  const request = { study, told: mostKept };
  if (!study.thresholds) return { ok: true, value: request };
  const { thresholdsOf } = await import("./planned-people");
  const thresholds = thresholdsOf(study);
  if (!thresholds.ok) return thresholds;
  return { ok: true, value: { ...request, thresholds: thresholds.value } };
}
