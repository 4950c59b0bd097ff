/**
 * Questions to the bodies that are left: the twin with one dose less, another drug, other kidneys,
 * another regimen. Each gives a twin to compute; none is advice on what to do.
 */
import type { Outcome, Problem } from "../core/model/model";
import { doseFrom, usualRoute, type NewEvent } from "../interop/event-text";
import { parseDoses } from "../interop/dose-text";
import { later } from "../interop/health/when";
import { shippedDrug } from "../pharmacology/drugs/library";
import { saltWord } from "../pharmacology/salts";
import { millisecondsOf, type Moment, type Twin } from "../pharmacology/twin/twin";
import {
  lastOf,
  singleDoses,
  withEvents,
  withoutEvents,
  withoutOne,
  type SingleDose,
} from "./twin-edit";

export type WhatIf =
  /** Which of the drug's single doses was not taken. */
  | { readonly kind: "missed"; readonly dose: number }
  /** Another drug from the first dose on. */
  | { readonly kind: "with"; readonly drug: string; readonly doses: string }
  /** Creatinine times so much. */
  | { readonly kind: "kidneys"; readonly times: number }
  /** Other doses in place of all from one of the single doses on. */
  | { readonly kind: "regimen"; readonly from: number; readonly doses: string };

/** The twin under another history; or why it cannot be asked. */
export function changedBy(whatIf: WhatIf, twin: Twin, drug: string, now: Moment): Outcome<Twin> {
  const doses = singleDoses(twin, drug);
  const [first] = doses;
  if (!first) return refuse("no-doses", "the question", "needs a dose that was taken");
  switch (whatIf.kind) {
    case "missed": {
      const missed = doses[whatIf.dose];
      if (!missed) return refuse("no-such-dose", "the dose", "is not in the history any more");
      if (doses.length === 1) {
        return refuse(
          "only-dose",
          "the dose",
          "is the only one; without it nothing is left to see",
        );
      }
      return { ok: true, value: withoutOne(twin, missed) };
    }
    case "with":
      return withOther(twin, whatIf, first);
    case "kidneys":
      return withKidneys(twin, whatIf.times, now);
    case "regimen": {
      const from = doses[whatIf.from];
      if (!from) return refuse("no-such-dose", "the dose", "is not in the history any more");
      return withRegimen(twin, drug, from, whatIf.doses);
    }
  }
}

/** How a typed regimen is refused at its field; undefined where it is understood. */
export function problemInDoses(text: string, drug: string): string | undefined {
  const read = dosesFor(text, drug, "2026-01-01T00:00:00Z");
  return read.ok
    ? undefined
    : read.problems.map(({ subject, message }) => `${subject} ${message}`)[0];
}

// ——— the parts ———

function withOther(
  twin: Twin,
  { drug, doses }: Extract<WhatIf, { kind: "with" }>,
  first: SingleDose,
): Outcome<Twin> {
  const events = dosesFor(doses, drug, first.event.at);
  return events.ok ? { ok: true, value: withEvents(twin, events.value) } : events;
}

function withKidneys(twin: Twin, times: number, at: Moment): Outcome<Twin> {
  const creatinine = lastOf(twin, "creatinine");
  if (!creatinine) {
    const message = "is not known yet; with a creatinine the question can be asked";
    return refuse("no-creatinine", "how much the kidneys filter", message);
  }
  const value = creatinine.value * times;
  return {
    ok: true,
    value: withEvents(twin, [{ kind: "measured", at, what: "creatinine", value }]),
  };
}

function withRegimen(twin: Twin, drug: string, from: SingleDose, text: string): Outcome<Twin> {
  const replaced = singleDoses(twin, drug).filter(({ atMs }) => atMs >= from.atMs);
  // from the last one on, so that the places of those before stay as they are
  const shortened = replaced.reduceRight((left, { atMs }) => {
    const there = singleDoses(left, drug).findLast((dose) => dose.atMs === atMs);
    return there ? withoutOne(left, there) : left;
  }, twin);
  const at = later(from.event.at, (from.atMs - millisecondsOf(from.event.at)) / 60_000);
  const events = dosesFor(text, drug, at);
  return events.ok ? { ok: true, value: withEvents(shortened, events.value) } : events;
}

/** Doses as they are typed, from a moment on. */
function dosesFor(text: string, drug: string, at: Moment): Outcome<readonly NewEvent[]> {
  const known = shippedDrug(drug);
  if (!known) return refuse("unknown-drug", drug, "is no drug that ships with Perfuse");
  const parsed = parseDoses(text, usualRoute(known), saltWord(known));
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const events: NewEvent[] = [];
  for (const dose of parsed.doses) {
    const made = doseFrom(dose, known);
    if (!made.ok) return made;
    events.push({ ...made.value, at: later(at, 60 * dose.atHours) });
  }
  return { ok: true, value: events };
}

function refuse(code: string, subject: string, message: string): Outcome<never> {
  const problem: Problem = { code, subject, message };
  return { ok: false, problems: [problem] };
}

/** Whether anything of the drug is left when the other events are. */
export const hasDoses = (twin: Twin): boolean => twin.events.some(({ kind }) => kind === "dose");

/** The twin without its levels: what is known of people like this one. */
export function withoutLevels(twin: Twin): Twin {
  const ids = twin.events.flatMap((event) => (event.kind === "level" ? [event.id] : []));
  return withoutEvents(twin, ids);
}
