/**
 * A twin in a file of its own (`"perfuseTwin": 1`): read, checked, written. The vault keeps the
 * same text, so what is exported is what was kept.
 */
import * as v from "valibot";
import type { Outcome, Problem } from "../core/model/model";
import { hepaticClasses } from "../pharmacology/conditions/moves";
import { stateProblems } from "../pharmacology/people/in-condition";
import { groups, type Group } from "../pharmacology/genes/groups";
import { formulations } from "../pharmacology/mechanisms/absorption";
import { amountsOf, routes } from "../pharmacology/study";
import {
  isDay,
  isMoment,
  measurements,
  millisecondsOf,
  twinLimits,
  type Measurable,
  type Twin,
} from "../pharmacology/twin/twin";
import { asDrug, drugSchema } from "./drug-file";
import { readJson } from "./json";
import { problemsOf } from "./problems";
import { above, finite, text, within } from "./schema-parts";

const what = "the twin file";

export function parseTwin(text: string): Outcome<Twin> {
  const json = readJson(text, what);
  return json.ok ? checkTwin(json.value) : json;
}

export function checkTwin(value: unknown): Outcome<Twin> {
  const problem = formatProblem(value);
  if (problem) return { ok: false, problems: [problem] };
  const read = v.safeParse(twinSchema, value);
  if (!read.success) return { ok: false, problems: problemsOf(read.issues, what) };
  const { drugs, ...rest } = read.output;
  const twin = {
    ...rest,
    drugs: drugs.map((drug) => (typeof drug === "string" ? drug : asDrug(drug))),
  };
  const problems = problemsAmong(twin);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: plain<Twin>(twin) };
}

/** Two spaces, a line feed at the end. */
export function writeTwin(twin: Twin): string {
  return `${JSON.stringify(twin, null, 2)}\n`;
}

/** Whether a file's text wants to be a twin; it may be a bad one all the same. */
export function looksLikeTwin(text: string): boolean {
  const json = readJson(text, what);
  return (
    json.ok && typeof json.value === "object" && json.value !== null && "perfuseTwin" in json.value
  );
}

// ——— the schema ———

const moment = v.pipe(
  text(40),
  v.check(isMoment, 'must be a moment with its offset, as "2026-11-20T07:30:00+01:00"'),
);
const day = v.pipe(text(10), v.check(isDay, 'must be a day, as "2026-11-20"'));

const happened = {
  id: v.pipe(text(40), v.minLength(1, "must not be empty")),
  at: moment,
  minutesOff: v.optional(within(...twinLimits.minutesOff, "min")),
  source: v.optional(text(120)),
};

const doseTaken = v.strictObject({
  kind: v.literal("dose"),
  ...happened,
  drug: text(40),
  route: v.picklist(routes, 'must be "iv" or "oral"'),
  amountMg: above(...twinLimits.amountMg, "mg"),
  amountOf: v.optional(v.picklist(amountsOf, 'must be "base" or "salt"')),
  overHours: v.optional(above(0, 8784, "h")),
  everyHours: v.optional(above(0, 8784, "h")),
  count: v.optional(v.pipe(within(1, 10_000, "doses"), v.integer("must be a whole number"))),
  formulation: v.optional(v.picklist(formulations, `must be one of ${formulations.join(", ")}`)),
  fed: v.optional(v.boolean("must be true or false")),
  taken: v.optional(within(0, 1, "")),
});

const level = v.strictObject({
  kind: v.literal("level"),
  ...happened,
  drug: text(40),
  mgPerL: above(...twinLimits.mgPerL, "mg/L"),
  isBelow: v.optional(v.boolean("must be true or false")),
});

const measured = v.strictObject({
  kind: v.literal("measured"),
  ...happened,
  what: v.picklist(Object.keys(measurements) as Measurable[], "is nothing that can be measured"),
  value: finite,
});

const illness = v.strictObject({
  kind: v.literal("illness"),
  ...happened,
  what: v.picklist(["liver", "pregnancy", "other"]),
  hepatic: v.optional(v.picklist(hepaticClasses)),
  weeks: v.optional(within(0, 42, "weeks")),
  until: v.optional(moment),
  note: v.optional(text(500)),
});

const twinSchema = v.strictObject({
  perfuseTwin: v.literal(1),
  name: v.pipe(text(120), v.minLength(1, "must not be empty")),
  facts: v.strictObject({
    sex: v.optional(v.picklist(["male", "female"], 'must be "male" or "female"')),
    age: v.optional(v.strictObject({ years: within(...twinLimits.years, "years"), on: day })),
    heightCm: v.optional(within(...twinLimits.heightCm, "cm")),
    group: v.optional(v.picklist(Object.values(groups) as Group[], "is none of the groups")),
    genes: v.optional(v.record(text(20), text(40))),
  }),
  drugs: v.pipe(
    v.array(v.union([text(40), drugSchema], "must be the id of a drug, or a whole drug")),
    v.maxLength(20, "must name at most 20 drugs"),
  ),
  events: v.pipe(
    v.array(v.variant("kind", [doseTaken, level, measured, illness])),
    v.maxLength(twinLimits.events, `must have at most ${twinLimits.events} events`),
  ),
});

// ——— the parts ———

type Read = Omit<v.InferOutput<typeof twinSchema>, "drugs"> & Pick<Twin, "drugs">;

/** What no single value can be blamed for. */
function problemsAmong({ facts, drugs, events }: Read): Problem[] {
  const known = new Set(drugs.map((drug) => (typeof drug === "string" ? drug : drug.id)));
  const seen = new Set<string>();
  const problems = [...stateProblems({ genes: facts.genes ?? {} })];
  const refuse = (index: number, key: string, message: string) =>
    problems.push({ code: "bad-value", subject: `events[${index}].${key}`, message });
  events.forEach((event, index) => {
    if (seen.has(event.id)) refuse(index, "id", `"${event.id}" is another event's`);
    seen.add(event.id);
    if ("drug" in event && !known.has(event.drug)) {
      refuse(index, "drug", `"${event.drug}" is none of the twin's drugs`);
    }
    for (const [key, message] of faultsOf(event)) refuse(index, key, message);
  });
  return problems.slice(0, mostProblems);
}

const mostProblems = 20;

function faultsOf(event: Read["events"][number]): (readonly [key: string, message: string])[] {
  switch (event.kind) {
    case "dose":
      return [
        ...((event.count ?? 1) > 1 && event.everyHours === undefined
          ? [["everyHours", "is missing: the dose repeats but does not say how often"] as const]
          : []),
        ...(event.route === "oral" && event.overHours !== undefined
          ? [["overHours", "is of infusions; this dose is swallowed"] as const]
          : []),
      ];
    case "measured": {
      const { least, most, unit } = measurements[event.what];
      if (event.value >= least && event.value <= most) return [];
      return [["value", `must be ${least} to ${most} ${unit}`]];
    }
    case "illness":
      return event.until !== undefined && millisecondsOf(event.until) < millisecondsOf(event.at)
        ? [["until", "is before it begins"]]
        : [];
    case "level":
      return [];
  }
}

function plain<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function formatProblem(value: unknown): Problem | undefined {
  if (typeof value !== "object" || value === null || !("perfuseTwin" in value)) {
    return {
      code: "not-a-twin",
      subject: what,
      message: 'is not a twin: "perfuseTwin": 1 is missing',
    };
  }
  const { perfuseTwin } = value;
  if (perfuseTwin === 1) return undefined;
  return {
    code: "newer-version",
    subject: what,
    message: `was written for format ${String(perfuseTwin).slice(0, 20)}; this Perfuse reads format 1`,
  };
}
