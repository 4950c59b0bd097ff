/**
 * Doses as people type them: `7.5 q12h x 4`, `1 mg iv over 5 min`, `200 then 100 q6h x 3`.
 *
 * A dose is an amount (mg unless it says otherwise) and, in any order: what it is an amount of (the
 * drug's salt by its name, or "salt"; "base" is what nothing says), route (oral, iv),
 * formulation (tablet, solution, enteric, weibull), `over 5 min`, `q12h` or daily, bid, tid, qid,
 * `x 4` or `for 3 days`, `at 2 h`, `with food`. Doses are joined by `then` (which begins where the
 * one before ends) or `;`. What is written back reads the same again.
 */
import type { Problem } from "../core/model/model";
import type { Formulation } from "../pharmacology/mechanisms/absorption";
import type { AmountOf, DoseRequest, Route } from "../pharmacology/study";

/** A dose without the drug: one text belongs to one drug. */
export type TypedDose = Omit<DoseRequest, "drug">;

export type ParsedDoses =
  | { readonly ok: true; readonly doses: readonly TypedDose[] }
  | { readonly ok: false; readonly problem: Problem };

/** Repeats without a number go on for three days. */
const defaultRepeatHours = 72;

/** @param salt  what the drug's salt is called, where it declares one */
export function parseDoses(text: string, defaultRoute: Route, salt?: string): ParsedDoses {
  const doses: TypedDose[] = [];
  const parts = text.trim().split(/\s*(;|\n|\bthen\b)\s*/i);
  let joiner = ";";
  for (const part of parts) {
    if (/^(;|\n|then)$/i.test(part)) {
      joiner = part.toLowerCase();
      continue;
    }
    if (part.trim() === "") continue;
    const before = doses.at(-1);
    const words = readWords(part, before?.route ?? defaultRoute, salt);
    if (!words.ok) return words;
    const atHours = words.atHours ?? startAfter(before, words.dose, joiner === "then");
    if (atHours === undefined) {
      return refuse(part.trim(), 'follows with "then", but nothing says when; add "at 6 h"');
    }
    doses.push({ ...words.dose, atHours });
  }
  if (doses.length === 0) return refuse("doses", 'are empty; type an amount such as "200 mg oral"');
  return { ok: true, doses };
}

/** The shortest text that parseDoses reads back as the same doses. */
export function printDoses(
  doses: readonly TypedDose[],
  defaultRoute: Route,
  salt?: string,
): string {
  return doses
    .map((dose, index) => {
      const before = doses[index - 1];
      const { atHours, ...rest } = dose;
      const follows = before && startAfter(before, rest, true) === atHours;
      const joiner = index === 0 ? "" : follows ? " then " : "; ";
      const isImplied = follows === true || (atHours === 0 && (index === 0 || !follows));
      return joiner + printDose(dose, before?.route ?? defaultRoute, !isImplied, salt);
    })
    .join("");
}

/** h as people say it: `5 min`, `1.5 h`. */
export function printDuration(hours: number): string {
  const minutes = hours * 60;
  const isRound = Math.abs(minutes - Math.round(minutes)) < 1e-9;
  return Math.abs(hours) < 1 && isRound && hours !== 0
    ? `${Math.round(minutes)} min`
    : `${hours} h`;
}

// ——— reading ———

type Words =
  | { readonly ok: true; readonly dose: Omit<TypedDose, "atHours">; readonly atHours?: number }
  | { readonly ok: false; readonly problem: Problem };

const number = String.raw`(\d+(?:[.,]\d+)?|[.,]\d+)`;
const duration = String.raw`${number}\s*(hours?|hrs?|h|minutes?|mins?|min|seconds?|secs?|s|days?|d|weeks?|w)\b`;
const amountShape = new RegExp(
  String.raw`^${number}\s*(mg/kg|µg/kg|ug/kg|mcg/kg|mg|µg|ug|mcg|ng|g|kg)?(?![a-z\d/])`,
  "i",
);

const milligrams: Readonly<Record<string, number>> = {
  mg: 1,
  "mg/kg": 1,
  g: 1000,
  kg: 1e6,
  µg: 1e-3,
  ug: 1e-3,
  mcg: 1e-3,
  "µg/kg": 1e-3,
  "ug/kg": 1e-3,
  "mcg/kg": 1e-3,
  ng: 1e-6,
};

const everyWord: Readonly<Record<string, number>> = {
  daily: 24,
  qd: 24,
  od: 24,
  bid: 12,
  tid: 8,
  qid: 6,
  weekly: 168,
};

interface Draft {
  amountMg?: number;
  amountMgPerKg?: number;
  amountOf?: AmountOf;
  route?: Route;
  formulation?: Formulation;
  overHours?: number;
  everyHours?: number;
  count?: number;
  forHours?: number;
  atHours?: number;
  fed?: boolean;
}

/** Each rule takes the beginning of what is left, or leaves it. */
const rules: readonly [RegExp, (draft: Draft, match: RegExpExecArray) => void][] = [
  [
    /^(?:once\s+)?(daily|qd|od|bid|tid|qid|weekly)\b/i,
    (d, m) => (d.everyHours = everyWord[(m[1] ?? "").toLowerCase()] ?? 24),
  ],
  [/^twice\s+(?:daily|a\s+day)\b/i, (d) => (d.everyHours = 12)],
  [new RegExp(String.raw`^(?:q|every)\s*${duration}`, "i"), (d, m) => (d.everyHours = hoursOf(m))],
  [new RegExp(String.raw`^over\s+${duration}`, "i"), (d, m) => (d.overHours = hoursOf(m))],
  [new RegExp(String.raw`^for\s+${duration}`, "i"), (d, m) => (d.forHours = hoursOf(m))],
  [
    new RegExp(String.raw`^at\s+(-?)\s*${duration}`, "i"),
    (d, m) => (d.atHours = signed(m[1], hoursOf(m, 2))),
  ],
  [/^[x×*]\s*(\d+)\b/i, (d, m) => (d.count = Number(m[1]))],
  [/^(\d+)\s*(?:times|doses)\b/i, (d, m) => (d.count = Number(m[1]))],
  [/^(?:oral(?:ly)?|p\.?o\.?|by\s+mouth)(?![a-z])/i, (d) => (d.route = "oral")],
  [/^(?:i\.?v\.?|intravenous(?:ly)?|bolus|infusion)(?![a-z])/i, (d) => (d.route = "iv")],
  [/^(?:as\s+|of\s+)?salt\b/i, (d) => (d.amountOf = "salt")],
  [/^(?:as\s+|of\s+)?base\b/i, (d) => (d.amountOf = "base")],
  [/^tablets?\b/i, (d) => (d.formulation = "tablet")],
  [/^solution\b/i, (d) => (d.formulation = "solution")],
  [/^enteric(?:-coated)?\b/i, (d) => (d.formulation = "enteric")],
  [/^weibull\b/i, (d) => (d.formulation = "weibull")],
  [/^(?:with\s+food|fed)\b/i, (d) => (d.fed = true)],
  [/^(?:fasted|without\s+food)\b/i, (d) => (d.fed = false)],
];

function readWords(part: string, route: Route, salt: string | undefined): Words {
  const draft: Draft = {};
  let left = part.trim();
  const amount = amountShape.exec(left);
  if (!amount) return refuse(left.slice(0, 40), 'does not begin with an amount such as "200 mg"');
  const unit = (amount[2] ?? "mg").toLowerCase();
  const value = readNumber(amount[1]) * (milligrams[unit] ?? 1);
  if (unit.endsWith("/kg")) draft.amountMgPerKg = value;
  else draft.amountMg = value;
  left = left.slice(amount[0].length);
  for (;;) {
    left = left.replace(/^[\s,]+/, "");
    if (left === "") break;
    if (salt !== undefined && beginsWithWord(left, salt)) {
      draft.amountOf = "salt";
      left = left.slice(salt.length);
      continue;
    }
    const rule = rules.find(([shape]) => shape.test(left));
    const match = rule?.[0].exec(left);
    if (!rule || !match) {
      const word = left.split(/\s/)[0] ?? left;
      return refuse(
        word,
        "is not understood; known are oral, iv, over 5 min, q12h, x 4, for 3 days, at 2 h, with food",
      );
    }
    rule[1](draft, match);
    left = left.slice(match[0].length);
  }
  return finish(draft, route, part.trim());
}

function beginsWithWord(text: string, word: string): boolean {
  return (
    text.toLowerCase().startsWith(word.toLowerCase()) && !/^[a-z\d]/i.test(text.slice(word.length))
  );
}

function finish(draft: Draft, route: Route, part: string): Words {
  const { forHours, atHours, ...rest } = draft;
  const amount = rest.amountMg ?? rest.amountMgPerKg ?? 0;
  if (!(amount > 0)) return refuse(part, "must be more than 0 mg");
  if (amount > 1e5) return refuse(part, "is more than 100 000 mg, the most that can be given");
  if (rest.overHours === 0)
    return refuse(part, "cannot run over no time; leave it out for an injection at once");
  if (rest.everyHours === 0) return refuse(part, "cannot repeat every 0 h");
  if (rest.count === 0) return refuse(part, "cannot be given 0 times");
  if ((rest.count ?? 1) > 10_000) return refuse(part, "repeats more than 10 000 times");
  const chosen: Route = rest.route ?? (rest.overHours === undefined ? route : "iv");
  if (chosen === "oral" && rest.overHours !== undefined) {
    return refuse(part, "is swallowed and cannot run over a time; write iv");
  }
  const repeats = repeatsOf(rest, forHours);
  if (repeats === "count only")
    return refuse(part, 'repeats, but nothing says how often; add "q12h"');
  const { count: _count, everyHours: _every, route: _route, ...others } = rest;
  const timed = atHours === undefined ? {} : { atHours };
  return { ok: true, dose: { ...others, route: chosen, ...repeats }, ...timed };
}

function repeatsOf(
  { everyHours, count }: Draft,
  forHours: number | undefined,
): { everyHours?: number; count?: number } | "count only" {
  if (everyHours === undefined) return (count ?? 1) > 1 ? "count only" : {};
  const span = forHours ?? defaultRepeatHours;
  const times =
    count ?? Math.max(forHours === undefined ? 2 : 1, Math.ceil(span / everyHours - 1e-9));
  return times === 1 ? {} : { everyHours, count: times };
}

/** Where a dose that follows begins: one interval after the last of the one before. */
function startAfter(
  before: TypedDose | undefined,
  dose: Omit<TypedDose, "atHours">,
  follows: boolean,
): number | undefined {
  if (!before || !follows) return 0;
  const interval = before.everyHours ?? dose.everyHours;
  return interval === undefined ? undefined : before.atHours + (before.count ?? 1) * interval;
}

function hoursOf(match: RegExpExecArray, first = 1): number {
  const value = readNumber(match[first]);
  const unit = (match[first + 1] ?? "h").toLowerCase();
  if (unit.startsWith("m")) return value / 60;
  if (unit.startsWith("s")) return value / 3600;
  if (unit.startsWith("d")) return value * 24;
  return unit.startsWith("w") ? value * 168 : value;
}

function readNumber(text: string | undefined): number {
  return Number((text ?? "").replace(",", "."));
}

function signed(sign: string | undefined, value: number): number {
  return sign === "-" ? -value : value;
}

function refuse(subject: string, message: string): Extract<Words, { ok: false }> {
  return { ok: false, problem: { code: "dose-text", subject, message } };
}

// ——— writing ———

function printDose(
  dose: TypedDose,
  impliedRoute: Route,
  withTime: boolean,
  salt: string | undefined,
): string {
  const { amountMg, amountMgPerKg, route, formulation, overHours, everyHours, count, fed } = dose;
  const words = [
    amountMg === undefined ? `${amountMgPerKg ?? 0} mg/kg` : `${amountMg} mg`,
    dose.amountOf === "salt" ? (salt ?? "salt") : (dose.amountOf ?? ""),
    route === impliedRoute && overHours === undefined ? "" : route,
    formulation ?? "",
    overHours === undefined ? "" : `over ${printDuration(overHours)}`,
    everyHours === undefined ? "" : `q${printDuration(everyHours).replace(" ", "")}`,
    everyHours === undefined ? "" : `x ${count ?? 1}`,
    fed === undefined ? "" : fed ? "with food" : "fasted",
    withTime ? `at ${printDuration(dose.atHours)}` : "",
  ];
  return words.filter((word) => word !== "").join(" ");
}
