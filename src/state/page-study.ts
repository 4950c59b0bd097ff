/**
 * A study as the page holds it: drugs and doses once, with the one person of the Body view and the
 * crowd of the People view. A file or a link says it of either; what is kept and undone is both.
 */
import type { Outcome } from "../core/model/model";
import { checkAnyStudy, checkStudy, isOfMany } from "../interop/study-file";
import type { ManyRequest } from "../pharmacology/people/request";
import type { Study, StudyOfMany } from "../pharmacology/study";
import type { Thresholds } from "../pharmacology/thresholds";

export type AnyStudy = Study | StudyOfMany;

/** Whom many people are, and what their curves are held against. */
export interface Crowd {
  readonly many: ManyRequest;
  readonly thresholds?: Thresholds;
}

export interface PageStudy {
  readonly study: Study;
  readonly crowd: Crowd;
}

export const usualCrowd: Crowd = {
  many: { count: 1000, seed: 1, ageYears: [20, 50], femaleFraction: 0.5 },
};

/** @param crowd where the study does not say it */
export function pageStudyOf(study: AnyStudy, crowd: Crowd = usualCrowd): PageStudy {
  if (!isOfMany(study)) {
    // a person taken out of a crowd comes with what the crowd was held against
    const { thresholds: _ofMany, ...one } = study;
    return { study: one, crowd };
  }
  const { people, thresholds, ...frame } = study;
  return {
    study: { ...frame, people: { one: {} } },
    crowd: { many: people.many, ...(thresholds && { thresholds }) },
  };
}

/** The same drugs and doses, given to the crowd; keys in the order of the file. */
export function studyOfCrowd({ study, crowd }: PageStudy): StudyOfMany {
  const { perfuse, title, drugs, people: _one, ...frame } = study;
  const named = title === undefined ? {} : { title };
  const { many, thresholds } = crowd;
  return {
    perfuse,
    ...named,
    drugs,
    people: { many },
    ...frame,
    ...(thresholds && { thresholds }),
  };
}

/**
 * What was kept, checked as a file is.
 *
 * @param crowd undefined in records from before crowds were kept
 */
export function checkPageStudy(study: unknown, crowd: unknown): Outcome<PageStudy> {
  const one = checkStudy(study);
  if (!one.ok) return one;
  if (crowd === undefined) return { ok: true, value: pageStudyOf(one.value) };
  const { many, thresholds }: { many?: unknown; thresholds?: unknown } = Object(crowd);
  const joined = checkAnyStudy({ ...one.value, people: { many }, thresholds });
  if (!joined.ok) return joined;
  return { ok: true, value: { study: one.value, crowd: pageStudyOf(joined.value).crowd } };
}

/** Without thresholds of drugs that were taken out. */
export function crowdAfter(crowd: Crowd, before: Study, after: Study): Crowd {
  const left = new Set(idsOf(after));
  const gone = idsOf(before).filter((id) => !left.has(id));
  const stale = (output: string) => gone.some((id) => output.startsWith(`${id}/`));
  if (!Object.keys(crowd.thresholds ?? {}).some(stale)) return crowd;
  return withThresholds(
    crowd,
    Object.entries(crowd.thresholds ?? {}).filter(([output]) => !stale(output)),
  );
}

/** None is no key, so that a crowd without thresholds is the one it was before it had any. */
export function withThresholds(
  { many }: Crowd,
  thresholds: readonly (readonly [output: string, threshold: Thresholds[string]])[],
): Crowd {
  return thresholds.length === 0 ? { many } : { many, thresholds: Object.fromEntries(thresholds) };
}

// ——— the parts ———

function idsOf({ drugs }: Study): string[] {
  return drugs.map((entry) => (typeof entry === "string" ? entry : entry.id));
}
