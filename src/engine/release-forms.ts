/**
 * Which of a drug's forms holds each dose that is released by Weibull's function.
 *
 * A form is free again once no more than a ten-thousandth of its dose is left, or where it is given
 * again at the same moment; so a tablet that dissolves in minutes needs one form however often it is
 * taken, and one that lasts for a day as many as are taken meanwhile. The model's own part is
 * pharmacology/mechanisms/release.ts.
 */
import type { Problem } from "../core/model/model";
import type { Drug, Molecule } from "../pharmacology/drug";
import { usualFormulation, type Formulation } from "../pharmacology/mechanisms/absorption";
import { hoursToRelease, mostForms, weibullOf } from "../pharmacology/mechanisms/release";
import { idsOf, substancesOf } from "../pharmacology/substances";
import type { DoseRequest, StudyFrame } from "../pharmacology/study";

/** Of one drug. */
export interface ReleaseForms {
  /** How long a form's clock runs. */
  readonly hours: number;
  /** The form that is swallowed at a moment, from 1 on. */
  readonly formAt: ReadonlyMap<number, number>;
  readonly count: number;
}

/** By drug, those of which something is given that releases by Weibull's function. */
export function releaseFormsOf(
  { doses, overrides }: Pick<StudyFrame, "doses" | "overrides">,
  drugs: readonly Drug[],
  problems: Problem[],
): ReadonlyMap<string, ReleaseForms> {
  const found = drugs.flatMap((drug): [string, ReleaseForms][] => {
    const moments = doses
      .filter((dose) => idsOf(drug).includes(dose.drug) && isByWeibull(dose, drug))
      .flatMap(momentsOf);
    const hours = longestRelease(drug, overrides);
    if (moments.length === 0 || hours === undefined) return [];
    const forms = distributed(moments, hours);
    if (forms.count > mostForms) problems.push(tooMany(drug, forms.count, hours));
    return [[drug.id, { hours, ...forms }]];
  });
  return new Map(found);
}

export function formulationOf({ formulation }: DoseRequest, drug: Molecule): Formulation {
  return formulation ?? usualFormulation(drug);
}

/** When each repeat of a dose is taken. */
export function momentsOf({ atHours, count = 1, everyHours = 0 }: DoseRequest): number[] {
  return Array.from({ length: count }, (_, repeat) => atHours + repeat * everyHours);
}

// ——— the parts ———

function isByWeibull(dose: DoseRequest, drug: Drug): boolean {
  return dose.route === "oral" && formulationOf(dose, drug) === "weibull";
}

/** Of its two enantiomers the slower one's; they are swallowed as one. */
function longestRelease(drug: Drug, overrides: StudyFrame["overrides"]): number | undefined {
  const all = substancesOf(drug).flatMap((substance) => {
    const weibull = weibullOf(substance, overrides);
    return weibull ? [hoursToRelease(weibull)] : [];
  });
  return all.length === 0 ? undefined : Math.max(...all);
}

/** Each moment to the first form that is free. */
function distributed(moments: readonly number[], hours: number) {
  const formAt = new Map<number, number>();
  const freeAt: number[] = [];
  for (const moment of [...new Set(moments)].toSorted((a, b) => a - b)) {
    const free = freeAt.findIndex((until) => until <= moment);
    const form = free < 0 ? freeAt.length : free;
    freeAt[form] = moment + hours;
    formAt.set(moment, form + 1);
  }
  return { formAt, count: freeAt.length };
}

function tooMany({ name, id }: Drug, count: number, hours: number): Problem {
  return {
    code: "overlapping-release",
    subject: id,
    message: `${name} releases for ${hours.toPrecision(3)} h, so ${count} forms would release at a time; at most ${mostForms} can, so give it less often`,
  };
}
