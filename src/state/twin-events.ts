/** Events in words, and lines of text as events: what the list and the entry of a twin show. */
import type { Problem } from "../core/model/model";
import { printDoseWords, readEventLines, type NewEvent } from "../interop/event-text";
import { shippedDrugs } from "../pharmacology/drugs/library";
import {
  measurements,
  millisecondsOf,
  twinLimits,
  type Twin,
  type TwinEvent,
} from "../pharmacology/twin/twin";
import { dayHere, momentHere } from "./twin-clock";
import { drugsOf, withEvents } from "./twin-edit";
import { figures } from "./twin-words";

export type { NewEvent } from "../interop/event-text";

export function eventInWords(event: NewEvent | TwinEvent, twin: Twin): string {
  switch (event.kind) {
    case "dose": {
      const { drug, taken, amountMg, ...dose } = event;
      const words = printDoseWords({ ...dose, amountMg, atHours: 0 });
      const sure = taken === undefined ? "" : `, taken ${Math.round(taken * 100)} %`;
      return `${nameOf(twin, drug)} ${words}${sure}`;
    }
    case "level": {
      const { drug, mgPerL, isBelow } = event;
      return `${nameOf(twin, drug)} ${isBelow ? "below " : ""}${figures(mgPerL)} mg/L`;
    }
    case "measured": {
      const { name, unit } = measurements[event.what];
      return `${name} ${figures(event.value)} ${unit}`;
    }
    case "illness":
      return illnessInWords(event);
  }
}

export function kindInWords({ kind }: Pick<TwinEvent, "kind">): string {
  return { dose: "Dose", level: "Level", measured: "Measured", illness: "Illness" }[kind];
}

export interface Added {
  readonly twin: Twin;
  readonly problems: readonly Problem[];
}

/** What is understood of a text comes in; what is not is told by the number of its line. */
export function addLines(twin: Twin, text: string, nowMs: number): Added {
  const own = drugsOf(twin);
  const others = shippedDrugs.filter(({ id }) => !own.some((drug) => drug.id === id));
  const { events, problems } = readEventLines(text, {
    drugs: [...own, ...others],
    today: dayHere(nowMs),
    momentOf: momentHere,
    refusalOf: (event) => problemWith(event, nowMs)?.message,
  });
  const room = twinLimits.events - twin.events.length;
  const tooMany: Problem = {
    code: "too-many",
    subject: "the twin",
    message: `has room for ${twinLimits.events} events; nothing was added`,
  };
  return events.length > room
    ? { twin, problems: [tooMany] }
    : { twin: events.length > 0 ? withEvents(twin, events) : twin, problems };
}

/** A minute is what clocks differ by. */
const patienceMs = 60_000;

/** What cannot have happened: only the past is learnt from. */
export function problemWith(event: NewEvent, nowMs: number): Problem | undefined {
  if (millisecondsOf(event.at) <= nowMs + patienceMs) return undefined;
  return {
    code: "in-the-future",
    subject: kindInWords(event).toLowerCase(),
    message: "lies in the future; what is not yet is asked as a what-if",
  };
}

// ——— the parts ———

function nameOf(twin: Twin, id: string): string {
  return drugsOf(twin).find((drug) => drug.id === id)?.name ?? id;
}

function illnessInWords(event: Extract<NewEvent, { kind: "illness" }>): string {
  const note = event.note ? `: ${event.note}` : "";
  switch (event.what) {
    case "liver":
      return `Liver disease, Child–Pugh ${event.hepatic ?? "?"}${note}`;
    case "pregnancy":
      return `Pregnancy, week ${event.weeks ?? "?"}${note}`;
    case "other":
      return `Illness${note}`;
  }
}
