/**
 * The form of one event: what stands in its fields, and the event that they make. Fields hold text,
 * so that what cannot be used yet is not lost; a problem's subject is the field's name.
 */
import type { Outcome, Problem } from "../core/model/model";
import { readLevelValue, readMeasurement, usualRoute, type NewEvent } from "../interop/event-text";
import { hepaticClasses, type HepaticClass } from "../pharmacology/conditions/moves";
import type { Drug } from "../pharmacology/drug";
import { formulations, type Formulation } from "../pharmacology/mechanisms/absorption";
import type { Route } from "../pharmacology/study";
import {
  measurements,
  twinLimits,
  type Illness,
  type Measurable,
  type TwinEvent,
} from "../pharmacology/twin/twin";
import { clockOf, dayHere, momentHere, momentNow } from "./twin-clock";
import { problemWith } from "./twin-events";
import { readDoubt, readTaken } from "./twin-fields";

export type EventKind = TwinEvent["kind"];

/** Text, as it is typed. */
export interface EventDraft {
  readonly kind: EventKind;
  readonly day: string;
  readonly time: string;
  /** Of the clock that it was written by; undefined: the clock here. */
  readonly offset: string | undefined;
  readonly minutesOff: string;
  readonly drug: string;
  readonly amount: string;
  readonly amountOf: "base" | "salt";
  readonly route: Route;
  readonly overMinutes: string;
  readonly everyHours: string;
  readonly count: string;
  readonly formulation: Formulation | "";
  readonly fed: "" | "fed" | "fasted";
  readonly taken: string;
  readonly level: string;
  readonly levelUnit: string;
  readonly isBelow: boolean;
  readonly what: Measurable;
  readonly value: string;
  readonly illness: Illness["what"];
  readonly hepatic: HepaticClass;
  readonly weeks: string;
  readonly untilDay: string;
  readonly note: string;
}

export const levelUnits = ["mg/L", "µg/mL", "ng/mL", "µmol/L"] as const;

/** @param drugs the twin's, the usual one first */
export function emptyDraft(kind: EventKind, drugs: readonly Drug[], nowMs: number): EventDraft {
  const [drug] = drugs;
  return {
    kind,
    ...clockOf(momentNow(nowMs)),
    day: dayHere(nowMs),
    offset: undefined,
    minutesOff: "",
    drug: drug?.id ?? "",
    amount: "",
    amountOf: "base",
    route: drug ? usualRoute(drug) : "oral",
    overMinutes: "",
    everyHours: "",
    count: "",
    formulation: "",
    fed: "",
    taken: "",
    level: "",
    levelUnit: "mg/L",
    isBelow: false,
    what: "creatinine",
    value: "",
    illness: "other",
    hepatic: "A",
    weeks: "",
    untilDay: "",
    note: "",
  };
}

export function draftOf(event: TwinEvent, drugs: readonly Drug[], nowMs: number): EventDraft {
  const text = (value: number | undefined) => (value === undefined ? "" : String(value));
  const common = {
    ...emptyDraft(event.kind, drugs, nowMs),
    ...clockOf(event.at),
    offset: event.at.slice(19),
    minutesOff: text(event.minutesOff),
  };
  switch (event.kind) {
    case "dose":
      return {
        ...common,
        drug: event.drug,
        amount: text(event.amountMg),
        amountOf: event.amountOf ?? "base",
        route: event.route,
        overMinutes: text(event.overHours && Number((event.overHours * 60).toPrecision(6))),
        everyHours: text(event.everyHours),
        count: text(event.count),
        formulation: event.formulation ?? "",
        fed: event.fed === undefined ? "" : event.fed ? "fed" : "fasted",
        taken: text(event.taken && Math.round(event.taken * 100)),
      };
    case "level":
      return {
        ...common,
        drug: event.drug,
        level: text(event.mgPerL),
        isBelow: event.isBelow === true,
      };
    case "measured":
      return { ...common, what: event.what, value: text(event.value) };
    case "illness":
      return {
        ...common,
        illness: event.what,
        hepatic: event.hepatic ?? "A",
        weeks: text(event.weeks),
        untilDay: event.until?.slice(0, 10) ?? "",
        note: event.note ?? "",
      };
  }
}

/** @param source kept where the event was imported */
export function eventFrom(
  draft: EventDraft,
  drugs: readonly Drug[],
  nowMs: number,
  source?: string,
): Outcome<NewEvent> {
  const at = momentOf(draft);
  const off = readDoubt(draft.minutesOff);
  if (at === undefined) return fault("time", "needs a day and a time that the clock showed");
  if (!off.ok) return fault("minutesOff", off.message);
  const common = {
    at,
    ...(off.value && { minutesOff: off.value }),
    ...(source !== undefined && { source }),
  };
  const made = partOf(draft, drugs);
  if (!made.ok) return made;
  const event: NewEvent = { ...made.value, ...common };
  const problem = problemWith(event, nowMs);
  return problem ? fault("time", problem.message) : { ok: true, value: event };
}

// ——— the parts ———

type Without<Event> = Event extends unknown ? Omit<Event, "at" | "minutesOff" | "source"> : never;
type Part = Without<NewEvent>;

function momentOf({ day, time, offset }: EventDraft) {
  const local = `${day}T${time}:00`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00$/.test(local)) return undefined;
  return offset === undefined ? momentHere(local) : `${local}${offset}`;
}

function partOf(draft: EventDraft, drugs: readonly Drug[]): Outcome<Part> {
  const drug = drugs.find(({ id }) => id === draft.drug);
  switch (draft.kind) {
    case "dose":
      return drug ? doseOf(draft, drug) : noDrug;
    case "level":
      return drug ? levelOf(draft, drug) : noDrug;
    case "measured": {
      const value = readMeasurement(draft.what, draft.value);
      const [problem] = value.ok ? [] : value.problems;
      if (!value.ok) return fault("value", problem?.message ?? "");
      return { ok: true, value: { kind: "measured", what: draft.what, value: value.value } };
    }
    case "illness":
      return illnessOf(draft);
  }
}

function doseOf(draft: EventDraft, drug: Drug): Outcome<Part> {
  const { route, formulation, fed } = draft;
  const amountMg = numberIn(draft.amount);
  const [, most] = twinLimits.amountMg;
  if (!(amountMg > 0) || amountMg > most)
    return fault("amount", `must be above 0, up to ${most} mg`);
  if (route === "oral" && !drug.absorption) {
    return fault("route", `is by mouth, but ${drug.name} is not absorbed from the gut`);
  }
  const over = optional(draft.overMinutes);
  if (over !== undefined && !(over > 0))
    return fault("overMinutes", "must be above 0 minutes, or empty");
  const every = optional(draft.everyHours);
  const count = optional(draft.count) ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > 10_000) {
    return fault("count", "must be a whole number from 1 to 10 000");
  }
  if (every !== undefined && !(every > 0))
    return fault("everyHours", "must be above 0 hours, or empty");
  if (count > 1 && every === undefined)
    return fault("everyHours", "is missing: several doses need it");
  const taken = readTaken(draft.taken);
  if (!taken.ok) return fault("taken", taken.message);
  return {
    ok: true,
    value: {
      kind: "dose",
      drug: drug.id,
      route,
      amountMg,
      ...(drug.salt && draft.amountOf === "salt" && { amountOf: draft.amountOf }),
      ...(route === "iv" && over !== undefined && { overHours: over / 60 }),
      ...(count > 1 && every !== undefined && { everyHours: every, count }),
      ...(route === "oral" && formulation !== "" && { formulation }),
      ...(route === "oral" && fed !== "" && { fed: fed === "fed" }),
      ...(taken.value !== undefined && { taken: taken.value }),
    },
  };
}

function levelOf({ level, levelUnit, isBelow }: EventDraft, drug: Drug): Outcome<Part> {
  const value = readLevelValue(`${level.trim()} ${levelUnit}`, drug);
  const [problem] = value.ok ? [] : value.problems;
  if (!value.ok) return fault("level", problem?.message ?? "");
  return {
    ok: true,
    value: { kind: "level", drug: drug.id, mgPerL: value.value, ...(isBelow && { isBelow }) },
  };
}

function illnessOf(draft: EventDraft): Outcome<Part> {
  const until = draft.untilDay === "" ? undefined : momentHere(`${draft.untilDay}T12:00:00`);
  if (draft.untilDay !== "" && (until === undefined || draft.untilDay < draft.day)) {
    return fault("untilDay", "must not be before it begins");
  }
  const weeks = optional(draft.weeks);
  if (draft.illness === "pregnancy" && !(weeks !== undefined && weeks >= 0 && weeks <= 41)) {
    return fault("weeks", "must be from 0 to 41");
  }
  const note = draft.note.trim().slice(0, 500);
  return {
    ok: true,
    value: {
      kind: "illness",
      what: draft.illness,
      ...(draft.illness === "liver" && { hepatic: draft.hepatic }),
      ...(draft.illness === "pregnancy" && weeks !== undefined && { weeks }),
      ...(until !== undefined && { until }),
      ...(note !== "" && { note }),
    },
  };
}

const numberIn = (text: string) =>
  text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));

const optional = (text: string) => (text.trim() === "" ? undefined : numberIn(text));

const noDrug: Outcome<never> = fault("drug", "is missing: choose one");

function fault(subject: keyof EventDraft, message: string): Outcome<never> {
  const problem: Problem = { code: "bad-value", subject, message };
  return { ok: false, problems: [problem] };
}

export const choices = {
  formulations: formulations.filter((name) => name !== "weibull"),
  hepatic: hepaticClasses.filter((name) => name !== "normal"),
  measured: Object.entries(measurements).map(([id, { name, unit }]) => ({
    id: id as Measurable,
    label: `${name} (${unit})`,
  })),
};
