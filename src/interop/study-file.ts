/**
 * The study file (`"perfuse": 1`): read, checked, written. One schema for the app, the command
 * line and the tests; `public/schema/study-1.json` is made from it.
 */
import * as v from "valibot";
import type { Outcome, Problem } from "../core/model/model";
import { personLimits } from "../pharmacology/body/person";
import { formulations } from "../pharmacology/mechanisms/absorption";
import { amountsOf, routes, type Study, type StudyOfMany } from "../pharmacology/study";
import { asDrug, drugSchema } from "./drug-file";
import { readJson } from "./json";
import { problemsOf } from "./problems";
import { above, finite, text, within } from "./schema-parts";

export function parseStudy(text: string): Outcome<Study> {
  const json = readJson(text, "the study file");
  return json.ok ? withOneFiltration(checkStudy(json.value)) : json;
}

/** A study of one person or of many. */
export function parseAnyStudy(text: string): Outcome<Study | StudyOfMany> {
  const json = readJson(text, "the study file");
  return json.ok ? withOneFiltration(checkAnyStudy(json.value)) : json;
}

export function checkStudy(value: unknown): Outcome<Study> {
  const checked = checkAnyStudy(value);
  if (!checked.ok) return checked;
  const study = checked.value;
  if (isOfMany(study)) {
    return refuse("many-people", "people.many", "describes many people; one person is wanted here");
  }
  return { ok: true, value: study };
}

export function checkAnyStudy(value: unknown): Outcome<Study | StudyOfMany> {
  const version = versionProblem(value);
  if (version) return { ok: false, problems: [version] };
  const result = v.safeParse(studySchema, value);
  if (!result.success) return { ok: false, problems: problemsOf(result.issues, "the study file") };
  const { people, drugs, ...rest } = result.output;
  const study = {
    ...rest,
    drugs: drugs.map((drug) => (typeof drug === "string" ? drug : asDrug(drug))),
  };
  if ("one" in people && study.thresholds !== undefined) {
    return refuse(
      "many-only",
      "thresholds",
      "are held against many people; leave them out for one",
    );
  }
  const twice = liverProblem(people);
  if (twice) return { ok: false, problems: [twice] };
  if ("many" in people) {
    const { childPugh, ...many } = people.many;
    const hepatic = many.hepatic ?? childPugh;
    return {
      ok: true,
      value: plain<StudyOfMany>({ ...study, people: { many: given({ ...many, hepatic }) } }),
    };
  }
  const { childPugh, ...one } = people.one;
  const hepatic = one.hepatic ?? childPugh;
  return {
    ok: true,
    value: plain<Study>({ ...study, people: { one: given({ ...one, hepatic }) } }),
  };
}

export function isOfMany(study: Study | StudyOfMany): study is StudyOfMany {
  return "many" in study.people;
}

/** The file's text: keys in the order of the schema, two spaces, a line feed at the end. */
export function writeStudy(study: Study | StudyOfMany): string {
  return `${JSON.stringify(study, null, 2)}\n`;
}

// ——— the schema ———

/** Absent and null both mean typical. */
const open = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema));

/** Five years. */
const longestHours = 43_800;
const time = within(-longestHours, longestHours, "h");

const conditions = {
  renal: open(v.picklist(["normal", "mild", "moderate", "severe", "esrd"])),
  hepatic: open(v.picklist(["normal", "A", "B", "C"])),
  childPugh: open(v.picklist(["normal", "A", "B", "C"])),
  pregnancyWeeks: open(within(0, 42, "weeks")),
  group: open(text(80)),
  genes: open(v.record(text(20), text(40))),
};

const onePerson = v.strictObject({
  sex: open(v.picklist(["male", "female"], 'must be "male" or "female"')),
  ageYears: open(within(personLimits.ageYears[0], personLimits.ageYears[1], "years")),
  heightCm: open(within(personLimits.heightCm[0], personLimits.heightCm[1], "cm")),
  weightKg: open(within(personLimits.weightKg[0], personLimits.weightKg[1], "kg")),
  egfrMlMin: open(within(0, 400, "mL/min")),
  egfrMlMin173: open(within(0, 400, "mL/min per 1.73 m²")),
  ...conditions,
});

const range = (least: number, most: number, unit: string) =>
  v.tuple([within(least, most, unit), within(least, most, unit)]);

const manyPeople = v.strictObject({
  count: v.pipe(within(1, 1e7, "people"), v.integer("must be a whole number")),
  seed: v.optional(v.pipe(finite, v.integer("must be a whole number"))),
  ageYears: v.optional(range(0, 110, "years")),
  femaleFraction: v.optional(within(0, 1, "")),
  bmi: v.optional(range(8, 100, "kg/m²")),
  sameWeightKg: open(within(0.5, 400, "kg")),
  ...conditions,
});

const dose = v.pipe(
  v.strictObject({
    drug: text(40),
    route: v.picklist(routes, 'must be "iv" or "oral"'),
    amountMg: v.optional(above(0, 1e5, "mg")),
    amountMgPerKg: v.optional(above(0, 1e5, "mg/kg")),
    amountOf: v.optional(v.picklist(amountsOf, 'must be "base" or "salt"')),
    atHours: time,
    overHours: v.optional(above(0, 8784, "h")),
    everyHours: v.optional(above(0, 8784, "h")),
    count: v.optional(v.pipe(within(1, 10_000, "doses"), v.integer("must be a whole number"))),
    formulation: v.optional(v.picklist(formulations, `must be one of ${formulations.join(", ")}`)),
    fed: v.optional(v.boolean("must be true or false")),
  }),
  v.check(
    (given) => (given.amountMg === undefined) !== (given.amountMgPerKg === undefined),
    "needs either amountMg or amountMgPerKg",
  ),
  v.check(
    (given) => (given.count ?? 1) === 1 || given.everyHours !== undefined,
    "repeats but does not say every how many hours",
  ),
);

const thresholdHelp = 'must be a number above 0, or one with its unit such as "50 ng/mL"';
/** A number is in the output's unit; a text says its own, which only a model can judge. */
const threshold = v.pipe(
  v.union([v.number(), v.string()], thresholdHelp),
  v.check(
    (given) => (typeof given === "string" ? given.length <= 40 : given > 0 && given <= 1e9),
    thresholdHelp,
  ),
);

export const studySchema = v.pipe(
  v.strictObject({
    perfuse: v.literal(1, "must be 1, the format this Perfuse reads"),
    title: v.optional(text(200)),
    drugs: v.pipe(
      v.array(v.union([text(40), drugSchema], "must be the id of a drug, or a whole drug")),
      v.minLength(1, "must name at least one drug"),
      v.maxLength(20, "must name at most 20 drugs"),
    ),
    people: v.union(
      [v.strictObject({ one: onePerson }), v.strictObject({ many: manyPeople })],
      'must be { "one": … } or { "many": … }',
    ),
    doses: v.pipe(
      v.array(dose),
      v.maxLength(10_000, "must have at most 10 000 doses"),
      v.check(
        (doses) => doses.reduce((sum, given) => sum + (given.count ?? 1), 0) <= 10_000,
        "must have at most 10 000 doses, repeats included",
      ),
    ),
    fromHours: v.optional(time),
    untilHours: v.optional(time),
    record: v.optional(
      v.strictObject({
        everyHours: v.optional(above(0, 8784, "h")),
        outputs: v.optional(v.pipe(v.array(text(120)), v.minLength(1, "must name an output"))),
      }),
    ),
    overrides: v.optional(v.record(text(120), finite)),
    thresholds: v.optional(v.record(text(120), threshold)),
  }),
);

// ——— the parts ———

/** Absent and null both mean typical: null is left out. */
function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Without keys that are undefined, so that what is read is what would be written. */
function plain<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/**
 * Two numbers for one pair of kidneys are refused in a file. Not in what was kept here before that
 * was so: there the absolute one is taken, as it was then.
 */
function withOneFiltration<S extends Study | StudyOfMany>(checked: Outcome<S>): Outcome<S> {
  if (!checked.ok || isOfMany(checked.value)) return checked;
  const { egfrMlMin, egfrMlMin173 } = checked.value.people.one;
  if (egfrMlMin === undefined || egfrMlMin173 === undefined) return checked;
  const message = `is ${egfrMlMin173} and egfrMlMin is ${egfrMlMin}, both of the same kidneys; leave one out`;
  return refuse("said-twice", "people.one.egfrMlMin173", message);
}

/** Two spellings of one class: said twice it must be said alike. */
function liverProblem(people: { readonly one: Liver } | { readonly many: Liver }) {
  const [which, { hepatic, childPugh }] =
    "many" in people ? (["many", people.many] as const) : (["one", people.one] as const);
  if ((hepatic ?? childPugh ?? null) === (childPugh ?? hepatic ?? null)) return undefined;
  return {
    code: "said-twice",
    subject: `people.${which}.childPugh`,
    message: `is ${childPugh} and hepatic is ${hepatic}, which mean the same; leave one out`,
  };
}

interface Liver {
  readonly hepatic?: string | null | undefined;
  readonly childPugh?: string | null | undefined;
}

function versionProblem(value: unknown): Problem | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {
      code: "not-a-study",
      subject: "the study file",
      message: 'is not a study: it must be an object with "perfuse": 1',
    };
  }
  const version = "perfuse" in value ? value.perfuse : undefined;
  if (typeof version === "number" && version > 1) {
    return {
      code: "newer-version",
      subject: "the study file",
      message: `was written for format ${version}; this Perfuse reads format 1, so a newer one is needed`,
    };
  }
  if (version === undefined) {
    return {
      code: "not-a-study",
      subject: "the study file",
      message: 'is not a study: "perfuse": 1 is missing',
    };
  }
  return undefined;
}

function refuse(code: string, subject: string, message: string): Outcome<never> {
  return { ok: false, problems: [{ code, subject, message }] };
}
