/**
 * Changes of a twin, each giving a new one: facts, drugs, events. Plain functions of plain data;
 * who keeps it, and the way back, are open-twin's.
 */
import type { NewEvent } from "../interop/event-text";
import { later } from "../interop/health/when";
import type { HepaticClass } from "../pharmacology/conditions/moves";
import type { Drug } from "../pharmacology/drug";
import { shippedDrug } from "../pharmacology/drugs/library";
import {
  millisecondsOf,
  type DoseTaken,
  type Illness,
  type Measurable,
  type Measured,
  type Moment,
  type Twin,
  type TwinEvent,
  type TwinFacts,
} from "../pharmacology/twin/twin";
import { momentNow } from "./twin-clock";

/** Each of its keys may be said to be nothing. */
type Open<T> = { readonly [Key in keyof T]: T[Key] | undefined };

export const emptyTwin = (name: string): Twin => ({
  perfuseTwin: 1,
  name,
  facts: {},
  drugs: [],
  events: [],
});

export function drugsOf({ drugs }: Twin): readonly Drug[] {
  return drugs.flatMap((entry) => (typeof entry === "string" ? (shippedDrug(entry) ?? []) : entry));
}

/** What is undefined is left open again. */
export function withFacts(twin: Twin, change: Partial<Open<TwinFacts>>): Twin {
  const facts = Object.entries({ ...twin.facts, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...twin, facts: Object.fromEntries(facts) };
}

/** The drug stands first from now on. */
export function withDrug(twin: Twin, drug: string): Twin {
  const others = twin.drugs.filter((entry) => idOf(entry) !== drug);
  const own = twin.drugs.find((entry) => idOf(entry) === drug) ?? drug;
  return { ...twin, drugs: [own, ...others] };
}

/** A drug leaves with all its doses and levels. */
export function withoutDrug(twin: Twin, drug: string): Twin {
  return {
    ...twin,
    drugs: twin.drugs.filter((entry) => idOf(entry) !== drug),
    events: twin.events.filter((event) => !("drug" in event) || event.drug !== drug),
  };
}

/** In order of time; drugs that the events name and the twin lacks come in after its own. */
export function withEvents(twin: Twin, events: readonly NewEvent[]): Twin {
  const first = nextNumber(twin.events);
  const named = events.map((event, index): TwinEvent => ({ ...event, id: `e${first + index}` }));
  return settled({ ...twin, events: [...twin.events, ...named] });
}

/** What a file held, with the ids that it was given there. */
export function withImported(
  twin: Twin,
  { facts, events }: { readonly facts: Partial<TwinFacts>; readonly events: readonly TwinEvent[] },
): Twin {
  return settled({
    ...withFacts(twin, facts),
    events: [...twin.events, ...events],
  });
}

export function withEvent(twin: Twin, id: string, event: NewEvent): Twin {
  const events = twin.events.map((old): TwinEvent => (old.id === id ? { ...event, id } : old));
  return settled({ ...twin, events });
}

export function withoutEvents(twin: Twin, ids: readonly string[]): Twin {
  const gone = new Set(ids);
  return { ...twin, events: twin.events.filter(({ id }) => !gone.has(id)) };
}

/**
 * A measurement that the twin is described by: the first of its kind, or the one that is there.
 *
 * @param value undefined: nothing of the kind is known any more
 * @param at    for one that is new
 */
export function withMeasurement(
  twin: Twin,
  what: Measurable,
  value: number | undefined,
  at: Moment,
): Twin {
  const last = lastOf(twin, what);
  if (value === undefined) return last ? withoutEvents(twin, [last.id]) : twin;
  if (!last) return withEvents(twin, [{ kind: "measured", at, what, value }]);
  const { id: _id, ...event } = last;
  return withEvent(twin, last.id, { ...event, value });
}

export function lastOf(twin: Twin, what: Measurable): Measured | undefined {
  return twin.events
    .filter((event): event is Measured => event.kind === "measured")
    .findLast((event) => event.what === what);
}

/** @param said "" leaves the gene open */
export function withGene(twin: Twin, gene: string, said: string): Twin {
  const others = Object.entries(twin.facts.genes ?? {}).filter(([id]) => id !== gene);
  const all = said === "" ? others : [...others, [gene, said] as const];
  return withFacts(twin, { genes: all.length === 0 ? undefined : Object.fromEntries(all) });
}

/** What an illness makes of the body now, as far as the fields show it. */
export function conditionOf(
  { events }: Twin,
  nowMs: number,
): { readonly hepatic?: HepaticClass; readonly weeks?: number } {
  const on = (what: Illness["what"]) =>
    events.findLast(
      (event): event is Illness =>
        event.kind === "illness" && event.what === what && event.until === undefined,
    );
  const hepatic = on("liver")?.hepatic;
  const pregnancy = on("pregnancy");
  const since = pregnancy ? (nowMs - millisecondsOf(pregnancy.at)) / (7 * 24 * hourMs) : 0;
  return {
    ...(hepatic && { hepatic }),
    ...(pregnancy?.weeks !== undefined && { weeks: Math.floor(pregnancy.weeks + since) }),
  };
}

export type Condition =
  | { readonly kind: "liver"; readonly hepatic: HepaticClass }
  | { readonly kind: "pregnancy"; readonly weeks: number | undefined };

/** In place of what was said of it before; written down as of now. */
export function withCondition(twin: Twin, condition: Condition, nowMs: number): Twin {
  const ids = twin.events.flatMap((event) =>
    event.kind === "illness" && event.what === condition.kind && event.until === undefined
      ? [event.id]
      : [],
  );
  const cleared = withoutEvents(twin, ids);
  const at = momentNow(nowMs);
  if (condition.kind === "liver") {
    return condition.hepatic === "normal"
      ? cleared
      : withEvents(cleared, [{ kind: "illness", at, what: "liver", hepatic: condition.hepatic }]);
  }
  return condition.weeks === undefined
    ? cleared
    : withEvents(cleared, [{ kind: "illness", at, what: "pregnancy", weeks: condition.weeks }]);
}

/** One administration of a dose event. */
export interface SingleDose {
  readonly event: DoseTaken;
  /** Which of its repeats, from 0. */
  readonly index: number;
  readonly atMs: number;
}

export function singleDoses(twin: Twin, drug: string): SingleDose[] {
  return twin.events
    .flatMap((event) => (event.kind === "dose" && event.drug === drug ? [event] : []))
    .flatMap((event) =>
      Array.from({ length: event.count ?? 1 }, (_, index) => ({
        event,
        index,
        atMs: millisecondsOf(event.at) + index * (event.everyHours ?? 0) * hourMs,
      })),
    )
    .toSorted((a, b) => a.atMs - b.atMs);
}

/**
 * A dose event without one of its repeats, or with it at another time: up to three events.
 *
 * @param shiftHours undefined: it was not taken at all
 */
export function withoutOne(twin: Twin, { event, index }: SingleDose, shiftHours?: number): Twin {
  const { id: _id, everyHours = 0, count = 1, ...one } = event;
  const at = (repeat: number, hours = 0) => later(event.at, 60 * (repeat * everyHours + hours));
  const part = (from: number, until: number): NewEvent[] =>
    until <= from
      ? []
      : [{ ...one, at: at(from), ...(until - from > 1 && { everyHours, count: until - from }) }];
  const moved = shiftHours === undefined ? [] : [{ ...one, at: at(index, shiftHours) }];
  return withEvents(withoutEvents(twin, [event.id]), [
    ...part(0, index),
    ...moved,
    ...part(index + 1, count),
  ]);
}

// ——— the parts ———

const hourMs = 3_600_000;

const idOf = (entry: string | Drug) => (typeof entry === "string" ? entry : entry.id);

function nextNumber(events: readonly TwinEvent[]): number {
  return events.reduce((most, { id }) => {
    const number = Number(/^e(\d{1,9})$/.exec(id)?.[1] ?? 0);
    return Math.max(most, number + 1);
  }, 1);
}

function settled(twin: Twin): Twin {
  const known = new Set(twin.drugs.map(idOf));
  const named = twin.events.flatMap((event) => ("drug" in event ? [event.drug] : []));
  const fresh = [...new Set(named)].filter((drug) => !known.has(drug));
  return {
    ...twin,
    drugs: [...twin.drugs, ...fresh],
    events: twin.events.toSorted((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at)),
  };
}
