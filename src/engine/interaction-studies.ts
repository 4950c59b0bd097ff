/**
 * The two studies of an interaction: a victim with the other drugs of a study, and alone. The only
 * place that says over how long they are compared; score-interactions.ts and the page use the same.
 *
 * What cannot be compared is refused by name, before anything is computed.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { Drug } from "../pharmacology/drug";
import { turnedOverBy } from "../pharmacology/mechanisms/modulation";
import type { DoseRequest, Study, StudyFrame } from "../pharmacology/study";
import { idsOf, substancesOf } from "../pharmacology/substances";

export interface InteractionStudies<S extends StudyFrame = Study> {
  readonly with: S;
  readonly without: S;
}

/** A study whose drugs are written out. */
export interface WholeStudy extends Study {
  readonly drugs: readonly Drug[];
}

/**
 * Both begin with the first dose of all and end when the victim has been followed for three days
 * after its last dose, digoxin for four: whatever else the study says of its span, the areas are
 * over the same one.
 */
export function interactionStudies(study: WholeStudy, victim: string): Outcome<InteractionStudies> {
  const problems = problemsOf(study, victim);
  if (problems.length > 0) return { ok: false, problems };
  const { fromHours: _from, untilHours: _until, record: _record, ...frame } = study;
  const record = { outputs: [`${victim}/venous-plasma`] };
  const others = study.drugs.filter(({ id }) => id !== victim);
  const drugs = study.drugs.filter(({ id }) => id === victim);
  const doses = dosesOf(drugs, study.doses);
  const first = Math.min(...study.doses.map(({ atHours }) => atHours));
  const span = { fromHours: first, untilHours: followedUntil(doses, victim) };
  return {
    ok: true,
    value: {
      with: { ...frame, ...span, record },
      without: {
        ...withoutOverridesOf(others, drugs, { ...frame, drugs, doses }),
        ...span,
        record,
      },
    },
  };
}

/** When a victim has been followed long enough. @param doses its own */
export function followedUntil(doses: readonly DoseRequest[], victim: string): number {
  return lastGiven(doses) + (followedHours[victim] ?? followedHours.others);
}

export function lastGiven(doses: readonly DoseRequest[]): number {
  return Math.max(
    ...doses.map(({ atHours, everyHours = 0, count = 1 }) => atHours + everyHours * (count - 1)),
  );
}

/** What is given of some drugs, or of forms of them. */
export function dosesOf(drugs: readonly Drug[], doses: readonly DoseRequest[]): DoseRequest[] {
  const ids = new Set(drugs.flatMap(idsOf));
  return doses.filter(({ drug }) => ids.has(drug));
}

/** Why a victim cannot be compared, each drug by its name. */
export function problemsOf({ drugs, doses }: WholeStudy, victim: string): Problem[] {
  const ids = drugs.map(({ id }) => id);
  const twice = drugs.filter(({ id }, place) => ids.indexOf(id) !== place);
  const isGiven = (drug: Drug) => dosesOf([drug], doses).length > 0;
  const chosen = drugs.find(({ id }) => id === victim);
  if (!chosen) return [problem("unknown-drug", victim, "is not in this study")];
  return [
    ...twice.map(({ name }) =>
      problem("duplicate-drug", name, "is in the study twice; one of them has to go"),
    ),
    ...(drugs.length < 2
      ? [problem("one-drug", chosen.name, "is the only drug; add the one that acts on it")]
      : []),
    ...drugs
      .filter((drug) => !isGiven(drug))
      .map(({ id, name }) =>
        id === victim
          ? problem("victim-without-doses", name, "has no doses, so there is nothing to compare")
          : problem("perpetrator-without-doses", name, "has no doses, so it can do nothing"),
      ),
  ];
}

// ——— the parts ———

const followedHours: Readonly<Record<string, number>> & { readonly others: number } = {
  digoxin: 96,
  others: 72,
};

/** A study cannot override numbers of drugs that it does not have, nor of what only they change. */
function withoutOverridesOf(gone: readonly Drug[], left: readonly Drug[], study: Study): Study {
  const { overrides, ...rest } = study;
  if (!overrides) return study;
  const kept = turnedOverBy(left.flatMap(substancesOf));
  const isGone = (name: string) => {
    const [first = "", second] = name.split(".");
    if (second === "turnover") return !kept.has(first);
    return gone.flatMap(idsOf).includes(first);
  };
  const own = Object.entries(overrides).filter(([name]) => !isGone(name));
  return own.length === 0 ? rest : { ...rest, overrides: Object.fromEntries(own) };
}

function problem(code: string, subject: string, message: string): Problem {
  return { code, subject, message };
}
