/**
 * A twin as something to compute: its doses as a study, its levels at their hours, people like it
 * to draw from. Plain data, so that every worker can make the same of it.
 */
import type { Outcome, Problem } from "../../core/model/model";
import { makePerson } from "../../pharmacology/body/person";
import type { Drug } from "../../pharmacology/drug";
import type { DoseRequest, StudyFrame } from "../../pharmacology/study";
import { knownAt, type KnownAt } from "../../pharmacology/twin/known";
import {
  millisecondsOf,
  type DoseTaken,
  type Level,
  type Twin,
} from "../../pharmacology/twin/twin";
import { planFor, type DrugLookup, type StudyPlan } from "../plan";

/** What a worker needs to draw people and to solve them. */
export interface TwinStudy {
  readonly frame: StudyFrame;
  readonly known: KnownAt;
  /** Of each of the frame's doses, how probable it is that each of its repeats was taken. */
  readonly taken: readonly number[];
  /** Milliseconds since 1970 of hour 0. */
  readonly originMs: number;
  /** Hours between which areas are taken. */
  readonly window: Window;
}

export interface Window {
  readonly fromHours: number;
  readonly untilHours: number;
}

export interface TwinOptions {
  /** Milliseconds since 1970: facts are those of then. */
  readonly nowMs: number;
  /** How far beyond the last event to look. */
  readonly aheadHours?: number;
  /** Areas are taken over so long from the last dose on. */
  readonly windowHours?: number;
}

export interface PlannedLevel {
  readonly id: string;
  readonly drug: string;
  readonly atHours: number;
  readonly mgPerL: number;
  readonly isBelow: boolean;
  /** Standard deviation of the time between dose and level. */
  readonly offHours: number;
  /** Between the level and now. */
  readonly ageDays: number;
  /** Number of the dose of its drug before it: levels of one occasion err together. */
  readonly occasion: number;
}

/** What was long ago is no longer in anybody: doses before are not followed. */
const longestHours = 60 * 24;
export const usualAheadHours = 24;
export const usualWindowHours = 24;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export function studyOfTwin(twin: Twin, options: TwinOptions): Outcome<TwinStudy> {
  const { aheadHours = usualAheadHours, windowHours = usualWindowHours, nowMs } = options;
  // of the whole day, so that what was solved serves as long as nothing else changes
  const known = knownAt(twin, (Math.floor(nowMs / dayMs) + 1) * dayMs);
  if (!known.ok) return known;
  const doses = twin.events.filter((event): event is DoseTaken => event.kind === "dose");
  if (doses.length === 0) return refused("no-doses", "the twin has taken nothing yet");
  const lastMs = Math.max(
    ...doses.map(lastOf),
    ...levelsIn(twin).map(({ at }) => millisecondsOf(at)),
  );
  const earliestMs = Math.max(lastMs - longestHours * hourMs, Math.min(...doses.map(firstOf)));
  const followed = doses.flatMap((dose) =>
    requestOf(dose, earliestMs).map((request) => ({ request, taken: dose.taken ?? 1 })),
  );
  const requests = followed.map(({ request }) => request);
  const lastDose = Math.max(...requests.map(lastHours));
  // to whole days: another level on the same day needs no other curves
  const lastHour = Math.ceil((lastMs - earliestMs) / dayMs) * 24;
  return {
    ok: true,
    value: {
      frame: {
        perfuse: 1,
        drugs: twin.drugs.filter((drug) => requests.some((dose) => dose.drug === idOf(drug))),
        doses: requests,
        fromHours: 0,
        untilHours: Math.max(lastHour + aheadHours, lastDose + windowHours),
      },
      known: known.value,
      taken: followed.map(({ taken }) => taken),
      originMs: earliestMs,
      window: { fromHours: lastDose, untilHours: lastDose + windowHours },
    },
  };
}

/** The study of the typical person of the twin. */
export function planTwin(
  { frame, known, window }: TwinStudy,
  lookup: DrugLookup,
): Outcome<StudyPlan> {
  const { ageYears = [35, 35], femaleFraction = 0.5, sameWeightKg } = known.request;
  const person = makePerson({
    sex: femaleFraction > 0.5 ? "female" : "male",
    ageYears: (ageYears[0] + ageYears[1]) / 2,
    ...(known.known.heightCm !== undefined && { heightCm: known.known.heightCm }),
    ...(typeof sameWeightKg === "number" && { weightKg: sameWeightKg }),
    ...(known.known.egfrMlMin173 && { egfrMlMin173: known.known.egfrMlMin173.value }),
  });
  const planned = planFor(frame, person, lookup);
  if (!planned.ok) return planned;
  const times = Float64Array.from([window.fromHours, window.untilHours]);
  return { ok: true, value: { ...planned.value, times } };
}

/** Levels of drugs that the study follows, within its span. */
export function plannedLevels(
  twin: Twin,
  { originMs, frame }: TwinStudy,
  nowMs: number,
): PlannedLevel[] {
  return levelsIn(twin).flatMap((level) => {
    const atHours = (millisecondsOf(level.at) - originMs) / hourMs;
    const before = timesOf(frame.doses, level.drug).filter((hours) => hours < atHours);
    if (atHours < 0 || before.length === 0) return [];
    const dose = doseBefore(twin, level);
    return [
      {
        id: level.id,
        drug: level.drug,
        atHours,
        mgPerL: level.mgPerL,
        isBelow: level.isBelow === true,
        offHours: Math.hypot(level.minutesOff ?? 0, dose?.minutesOff ?? 0) / 60,
        ageDays: Math.max(0, nowMs - millisecondsOf(level.at)) / dayMs,
        occasion: before.length,
      },
    ];
  });
}

// ——— the parts ———

const idOf = (drug: string | Drug) => (typeof drug === "string" ? drug : drug.id);

function levelsIn({ events }: Twin): Level[] {
  return events.filter((event): event is Level => event.kind === "level");
}

const firstOf = ({ at }: DoseTaken) => millisecondsOf(at);
const lastOf = (dose: DoseTaken) =>
  firstOf(dose) + ((dose.count ?? 1) - 1) * (dose.everyHours ?? 0) * hourMs;

const lastHours = ({ atHours, everyHours = 0, count = 1 }: DoseRequest) =>
  atHours + (count - 1) * everyHours;

/** What is left of a dose event after the moment from which on doses are followed. */
function requestOf(dose: DoseTaken, earliestMs: number): DoseRequest[] {
  const { drug, route, amountMg, everyHours, count = 1 } = dose;
  const { amountOf, overHours, formulation, fed } = dose;
  const begins = (firstOf(dose) - earliestMs) / hourMs;
  const skipped = begins >= 0 ? 0 : Math.ceil(-begins / (everyHours ?? Infinity));
  if (skipped >= count || (begins < 0 && count === 1)) return [];
  return [
    {
      drug,
      route,
      amountMg,
      atHours: begins + skipped * (everyHours ?? 0),
      ...(amountOf && { amountOf }),
      ...(overHours !== undefined && { overHours }),
      ...(count - skipped > 1 && { everyHours, count: count - skipped }),
      ...(formulation && { formulation }),
      ...(fed !== undefined && { fed }),
    } as DoseRequest,
  ];
}

function timesOf(doses: readonly DoseRequest[], drug: string): number[] {
  return doses
    .filter((dose) => dose.drug === drug)
    .flatMap(({ atHours, everyHours = 0, count = 1 }) =>
      Array.from({ length: count }, (_, i) => atHours + i * everyHours),
    );
}

function doseBefore({ events }: Twin, level: Level): DoseTaken | undefined {
  const at = millisecondsOf(level.at);
  return events
    .filter((event): event is DoseTaken => event.kind === "dose" && event.drug === level.drug)
    .filter((dose) => firstOf(dose) < at)
    .toSorted((a, b) => firstOf(a) - firstOf(b))
    .at(-1);
}

function refused(code: string, message: string): Outcome<never> {
  const problem: Problem = { code, subject: "the twin", message };
  return { ok: false, problems: [problem] };
}
