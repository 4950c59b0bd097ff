/**
 * What happened to somebody, as people type it, a line an event:
 *
 *     1000 mg iv over 1 h, 2026-11-19 08:00, every 12 h x 4
 *     14.2 mg/L, Fri 07:30            vancomycin < 0.5 mg/L 20.11.2026 19:30 ± 15 min
 *     creatinine 97 µmol/L yesterday  weight 71 kg 2026-11-19   heart rate 64
 *
 * The order within a line is free. A dose is read by dose-text, whose words hold here too. Times
 * are those of the person's clock; what a line does not say is asked for, never guessed.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { Drug } from "../pharmacology/drug";
import { saltWord } from "../pharmacology/salts";
import type { Route } from "../pharmacology/study";
import { readThreshold } from "../pharmacology/thresholds";
import {
  isDay,
  measurements,
  millisecondsOf,
  type Measurable,
  type Moment,
  type TwinEvent,
} from "../pharmacology/twin/twin";
import { parseWeight } from "./body-size";
import { parseDoses, type TypedDose } from "./dose-text";
import { creatinineMolarMassGPerMol } from "./health/quantity";
import { later } from "./health/when";

type Without<Event, Key extends PropertyKey> = Event extends unknown ? Omit<Event, Key> : never;
export type NewEvent = Without<TwinEvent, "id">;

/** What a line is read against. */
export interface EventTextContext {
  /** The twin's own first: a line without a name is of the first. */
  readonly drugs: readonly Drug[];
  /** The day on the person's clock, "2026-11-20". */
  readonly today: string;
  /** "2026-11-20T07:30:00" of the person's clock; undefined for a time that it never showed. */
  readonly momentOf: (local: string) => Moment | undefined;
  /** Why an event that can be read cannot have happened. */
  readonly refusalOf?: (event: NewEvent) => string | undefined;
}

export interface ReadLines {
  readonly events: readonly NewEvent[];
  /** Subjects are "line 3". */
  readonly problems: readonly Problem[];
}

/** Lines of a text or rows of a pasted table; one without a figure is a heading and left out. */
export function readEventLines(text: string, context: EventTextContext): ReadLines {
  const events: NewEvent[] = [];
  const problems: Problem[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (!/\d/.test(line)) {
      if (index > 0 && line.trim() !== "") {
        problems.push(problemOf(index, "has no number in it"));
      }
      return;
    }
    const read = readEvent(line, context);
    const refusal = read.ok
      ? read.value.map((event) => context.refusalOf?.(event)).find((why) => why !== undefined)
      : undefined;
    if (refusal !== undefined) problems.push(problemOf(index, refusal));
    else if (read.ok) events.push(...read.value);
    else problems.push(problemOf(index, read.problems[0]?.message ?? "is not understood"));
  });
  return { events, problems };
}

/** One line; "then" makes several doses of it. */
export function readEvent(line: string, context: EventTextContext): Outcome<readonly NewEvent[]> {
  const plain = line
    .replace(/\t/g, ", ")
    .replace(/;(?=\s*\S)/g, ", ")
    .trim();
  const dated = takeMoment(plain, context);
  if (!dated.ok) return dated;
  const off = takeDoubt(dated.value.left);
  if (!off.ok) return off;
  const doubt = off.value.minutesOff > 0 ? { minutesOff: off.value.minutesOff } : {};
  const named = takeDrug(off.value.left, context.drugs);
  const what = tidy(named.left);
  const when: When = { ...dated.value.when, doubt };
  return (
    readMeasured(what, when) ??
    readLevel(what, named.drug, when) ??
    readDose(what, named.drug, when)
  );
}

/** So that readEvent reads it back; for editing one. */
export function printDoseWords(dose: TypedDose): string {
  const { amountOf, overHours, everyHours, count, formulation, fed } = dose;
  return [
    `${dose.amountMg ?? 0} mg`,
    amountOf ?? "",
    dose.route,
    formulation ?? "",
    overHours === undefined ? "" : `over ${hoursInWords(overHours)}`,
    everyHours === undefined ? "" : `every ${hoursInWords(everyHours)} x ${count ?? 1}`,
    fed === undefined ? "" : fed ? "with food" : "fasted",
  ]
    .filter((word) => word !== "")
    .join(" ");
}

// ——— when ———

interface When {
  readonly day: string | undefined;
  readonly at: Moment | undefined;
  readonly noon: Moment | undefined;
  readonly doubt: { readonly minutesOff?: number };
}

interface Taken<T> {
  readonly left: string;
  readonly value: T;
}

const clockShape = /(?<![\d.:+-])(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*(am|pm)\b)?/i;
const offsetShape = /^\s*(Z\b|[+-]\d{2}:\d{2})/;

function takeMoment(
  text: string,
  { today, momentOf }: EventTextContext,
): Outcome<{ readonly left: string; readonly when: Omit<When, "doubt"> }> {
  const dated = takeDay(text, today);
  if (!dated) return refuse("has a date that is in no calendar");
  const { left, value: day } = dated;
  const clock = clockShape.exec(left);
  const noon = momentOf(`${day ?? today}T12:00:00`);
  if (!clock) return { ok: true, value: { left, when: { day, at: undefined, noon } } };
  const local = `${day ?? today}T${clockTime(clock)}`;
  const after = left.slice(clock.index + clock[0].length);
  const offset = offsetShape.exec(after);
  const at = offset ? `${local}${offset[1] ?? ""}` : momentOf(local);
  const rest = left.slice(0, clock.index) + after.slice(offset?.[0].length ?? 0);
  if (at === undefined || !Number.isFinite(millisecondsOf(at))) {
    return refuse(`has a time, ${clock[0]}, that no clock showed on that day`);
  }
  if (day === undefined) return refuse("has a time but no day; write 2026-11-20, Fri or yesterday");
  return { ok: true, value: { left: rest, when: { day, at, noon } } };
}

function clockTime([, hours = "", minutes = "", half]: RegExpExecArray): string {
  const late = half?.toLowerCase() === "pm" && Number(hours) < 12 ? 12 : 0;
  const early = half?.toLowerCase() === "am" && Number(hours) === 12 ? -12 : 0;
  return `${String(Number(hours) + late + early).padStart(2, "0")}:${minutes}:00`;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const weekdays = "sun mon tue wed thu fri sat".split(" ");

/** The shapes of a day, each to "2026-11-20". */
const dayShapes: readonly [RegExp, (match: RegExpExecArray, today: string) => string][] = [
  [/(?:\bat\s+|\bon\s+)?\b(\d{4})-(\d{2})-(\d{2})(?:[T ](?=\d))?/i, (m) => m.slice(1, 4).join("-")],
  [
    /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})\b/,
    ([, day = "", month = "", year = ""]) =>
      `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  ],
  [
    /\b(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(\d{4})\b)?/i,
    ([, day = "", month = "", year], today) =>
      `${year ?? today.slice(0, 4)}-${String(months.indexOf(month.toLowerCase()) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`,
  ],
  [/\btoday\b/i, (_, today) => today],
  [/\byesterday\b/i, (_, today) => daysBefore(today, 1)],
  [
    /\b(?:on\s+)?(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?\b/i,
    ([, name = ""], today) => lastWeekday(name.toLowerCase(), today),
  ],
];

/** @returns undefined for a day that is none, such as 30 February */
function takeDay(text: string, today: string): Taken<string | undefined> | undefined {
  for (const [shape, dayOf] of dayShapes) {
    const match = shape.exec(text);
    if (!match) continue;
    const day = dayOf(match, today);
    if (!isDay(day)) return undefined;
    const left = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { left, value: day };
  }
  return { left: text, value: undefined };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Today, or the last one before. */
function lastWeekday(name: string, today: string): string {
  const now = new Date(`${today}T12:00:00Z`).getUTCDay();
  return daysBefore(today, (now - weekdays.indexOf(name) + 7) % 7);
}

function takeDoubt(text: string): Outcome<{ readonly left: string; readonly minutesOff: number }> {
  const match = /(?:±|\+\/-)\s*(\d+(?:[.,]\d+)?)\s*(min(?:utes?)?|h(?:ours?)?)\b/i.exec(text);
  if (!match) return { ok: true, value: { left: text, minutesOff: 0 } };
  const value = Number((match[1] ?? "").replace(",", "."));
  const minutesOff = /^h/i.test(match[2] ?? "") ? 60 * value : value;
  if (minutesOff > 1440) return refuse("may be off by a day at most");
  return { ok: true, value: { left: text.replace(match[0], " "), minutesOff } };
}

// ——— what ———

function takeDrug(
  text: string,
  drugs: readonly Drug[],
): { readonly left: string; readonly drug: Drug | undefined } {
  const words = text.toLowerCase();
  for (const drug of drugs) {
    for (const name of [drug.name.toLowerCase(), drug.id]) {
      const at = words.indexOf(name);
      const isWord =
        at >= 0 &&
        !/[\p{L}\p{N}-]/u.test(words[at - 1] ?? " ") &&
        !/[\p{L}\p{N}]/u.test(words[at + name.length] ?? " ");
      if (isWord) return { left: `${text.slice(0, at)} ${text.slice(at + name.length)}`, drug };
    }
  }
  return { left: text, drug: drugs[0] };
}

/** A comma between figures may be a decimal mark, and stays. */
const tidy = (text: string) =>
  text
    .replace(/(?:\s+,|,(?!\d)|(?<!\d),)[\s,]*/g, ", ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,]+$/g, "");

const measuredNames: readonly (readonly [RegExp, Measurable])[] = [
  [/\b(?:body )?weight\b/i, "weight"],
  [/\b(?:serum )?creatinine\b|\bs?cr\b/i, "creatinine"],
  [/\balbumin\b/i, "albumin"],
  [/\b(?:α1-acid glycoprotein|aag|orosomucoid)\b/i, "aag"],
  [/\b(?:ha?ematocrit|hct)\b/i, "haematocrit"],
  [/\b(?:heart rate|pulse|hr)\b/i, "heart-rate"],
  [/\bsteps\b/i, "steps"],
];

/** Undefined where the line is of nothing that is measured of a body. */
function readMeasured(text: string, when: When): Outcome<readonly NewEvent[]> | undefined {
  const found = measuredNames.find(([shape]) => shape.test(text));
  if (!found) return undefined;
  const [shape, what] = found;
  const value = readMeasurement(what, tidy(text.replace(shape, " ")));
  if (!value.ok) return value;
  // a day says enough of a measurement that holds for days
  const at = when.at ?? (when.day === undefined ? undefined : when.noon);
  if (at === undefined) return refuse("has no day; write 2026-11-20, Fri or yesterday");
  return { ok: true, value: [{ kind: "measured", at, ...when.doubt, what, value: value.value }] };
}

/** "97 µmol/L" in the unit that a twin keeps it in; a bare number is in that unit already. */
export function readMeasurement(what: Measurable, text: string): Outcome<number> {
  const { name, unit, least, most } = measurements[what];
  const value = inOwnUnit(what, text.trim());
  if (!value.ok) return value;
  if (value.value < least || value.value > most) {
    return refuse(`is outside what ${name.toLowerCase()} can be, ${least} to ${most} ${unit}`);
  }
  return { ok: true, value: Number(value.value.toPrecision(6)) };
}

function inOwnUnit(what: Measurable, text: string): Outcome<number> {
  const bare = Number(text.replace(",", "."));
  if (text !== "" && Number.isFinite(bare)) return { ok: true, value: bare };
  if (what === "weight") {
    const read = parseWeight(text);
    return read.ok ? read : refuse("needs a weight such as 73 kg, 160 lb or 11 st 4");
  }
  const { unit } = measurements[what];
  if (what === "heart-rate" || what === "steps") {
    const match = /^(\d+(?:[.,]\d+)?)\s*(?:\/?\s*min|bpm|beats?\/min|\/d|a day|per day)$/i.exec(
      text,
    );
    return match
      ? { ok: true, value: Number((match[1] ?? "").replace(",", ".")) }
      : refuse(`needs a number in ${unit}`);
  }
  const molarMass = what === "creatinine" ? creatinineMolarMassGPerMol : undefined;
  const read = readThreshold(text, { unit, molarMass });
  return read.ok ? read : refuse(read.message);
}

const concentration =
  /(?:\b(?:level|trough|peak|conc(?:entration)?)\b)?[\s,:=]*(<|below)?\s*(\d+(?:[.,]\d+)?)[\s,]*((?:[munpµμ]?c?g|[mnpuµμ]?mol)\s*\/\s*[dmµμu]?l|[munpµμ]M\b)/i;

/** Undefined where the line holds no concentration and does not say that it is of one. */
function readLevel(
  text: string,
  drug: Drug | undefined,
  when: When,
): Outcome<readonly NewEvent[]> | undefined {
  const match = concentration.exec(text);
  if (!match) return /\b(?:level|trough|peak|below)\b|</i.test(text) ? levelWithoutUnit : undefined;
  if (!drug) return refuse("is a level, but no drug is chosen; name it in the line");
  const rest = tidy(
    text.replace(match[0], " ").replace(/\b(?:level|trough|peak|in plasma)\b/gi, " "),
  );
  if (rest !== "") return refuse(`has “${rest.slice(0, 40)}”, which is not understood`);
  const mgPerL = readLevelValue(`${match[2] ?? ""} ${match[3] ?? ""}`, drug);
  if (!mgPerL.ok) return mgPerL;
  if (when.at === undefined)
    return refuse("is a level and needs a day and a time: 2026-11-20 07:30");
  const isBelow = match[1] === undefined ? {} : { isBelow: true };
  return {
    ok: true,
    value: [
      {
        kind: "level",
        at: when.at,
        ...when.doubt,
        drug: drug.id,
        mgPerL: mgPerL.value,
        ...isBelow,
      },
    ],
  };
}

/** "14.2 mg/L", "980 ng/mL", "9.8 µmol/L" in mg/L. */
export function readLevelValue(
  text: string,
  { molarMass }: Pick<Drug, "molarMass">,
): Outcome<number> {
  const written = text
    .replace(/\bmcg\b/gi, "µg")
    .replace(/\s*\/\s*/, "/")
    .replace(/\/d?l\b/, (l) => l.replace("l", "L"));
  const read = readThreshold(written, { unit: "mg/L", molarMass: molarMass.value });
  if (!read.ok) return refuse(read.message);
  if (read.value > 1e4) return refuse("is above 10 000 mg/L, more than plasma can hold");
  return { ok: true, value: Number(read.value.toPrecision(6)) };
}

const takenShape = /\b(?:taken\s+(\d{1,3})\s*%|(\d{1,3})\s*%\s+taken\b)/i;

function readDose(text: string, drug: Drug | undefined, when: When): Outcome<readonly NewEvent[]> {
  if (!drug) return refuse("is a dose, but no drug is chosen; name it in the line");
  const share = takenShape.exec(text);
  const words = tidy(text.replace(takenShape, " ").replace(/\b(?:dose|took)\b/gi, " "));
  const parsed = parseDoses(words.replace(/, /g, " "), usualRoute(drug), saltWord(drug));
  if (!parsed.ok) return refuse(`has “${parsed.problem.subject}”, which ${parsed.problem.message}`);
  if (when.at === undefined)
    return refuse("is a dose and needs a day and a time: 2026-11-19 08:00");
  const first = when.at;
  const taken = share ? { taken: Number(share[1] ?? share[2]) / 100 } : {};
  if ((taken.taken ?? 1) > 1) return refuse("cannot be taken in more than 100 %");
  const events: NewEvent[] = [];
  for (const dose of parsed.doses) {
    const made = doseFrom(dose, drug);
    if (!made.ok) return made;
    events.push({ ...made.value, at: later(first, 60 * dose.atHours), ...when.doubt, ...taken });
  }
  return { ok: true, value: events };
}

type DoseWithoutTime = Omit<Extract<NewEvent, { kind: "dose" }>, "at">;

/** What a dose text says, as a dose that was taken; without its time. */
export function doseFrom(dose: TypedDose, drug: Drug): Outcome<DoseWithoutTime> {
  const { amountMg, amountOf, route, overHours, everyHours, count, formulation, fed } = dose;
  if (amountOf === "salt" && !drug.salt) {
    return refuse(
      `is of a salt, but ${drug.name} declares none; write the amount of the drug itself`,
    );
  }
  if (amountMg === undefined) return refuse("gives mg/kg; write the amount that was taken, in mg");
  if (route === "oral" && !drug.absorption) {
    return refuse(`is swallowed, but ${drug.name} is not absorbed from the gut; write iv`);
  }
  return {
    ok: true,
    value: {
      kind: "dose",
      drug: drug.id,
      route,
      amountMg,
      ...(amountOf && { amountOf }),
      ...(overHours !== undefined && { overHours }),
      ...(everyHours !== undefined && { everyHours, count: count ?? 1 }),
      ...(formulation && { formulation }),
      ...(fed !== undefined && { fed }),
    },
  };
}

export const usualRoute = (drug: Drug): Route => (drug.absorption ? "oral" : "iv");

// ——— saying no ———

const levelWithoutUnit: Outcome<never> = {
  ok: false,
  problems: [
    {
      code: "event-text",
      subject: "",
      message: "is a level without a number and a unit; write 14.2 mg/L, 980 ng/mL or 9.8 µmol/L",
    },
  ],
};

function refuse(message: string): Outcome<never> {
  return { ok: false, problems: [{ code: "event-text", subject: "", message }] };
}

const problemOf = (index: number, message: string): Problem => ({
  code: "event-text",
  subject: `line ${index + 1}`,
  message,
});

function hoursInWords(hours: number): string {
  const minutes = hours * 60;
  return hours < 1 ? `${Number(minutes.toPrecision(4))} min` : `${hours} h`;
}
