/** A FHIR Patient: sex, and the age in years on the day of reading. Nothing else of it is kept. */
import type { ResourceFound } from "./fhir-resource";
import { inWords, textAt, valueAt, type Fields } from "./json-tree";
import type { Draft, Reading, Remark } from "./understood";
import { readWhen, yearsBetween } from "./when";
import { twinLimits, type TwinFacts } from "../../pharmacology/twin/twin";

export function readPatient(patient: Fields, reading: Reading): ResourceFound {
  const sex = readSex(textAt(patient, "gender"));
  const age = readAge(textAt(patient, "birthDate"), reading);
  const personal = ["name", "identifier", "address", "telecom", "photo", "contact"];
  const dropped = personal.filter((key) => valueAt(patient, key) !== undefined);
  return {
    facts: { ...sex.facts, ...age.facts },
    drafts: age.drafts,
    ignored: [
      ...sex.ignored,
      ...age.ignored,
      ...dropped.map((key) => remark(`Patient: ${key}`, "never kept")),
    ],
  };
}

/** A full day of birth as an age; less is asked for. */
export function readAge(birth: string | undefined, { now, source }: Reading) {
  const nothing = {
    facts: {} as Partial<TwinFacts>,
    drafts: [] as Draft[],
    ignored: [] as Remark[],
  };
  if (birth === undefined) return nothing;
  const today = now.slice(0, 10);
  if (/^\d{4}(?:-\d{2})?$/.test(birth)) {
    const draft: Draft = { kind: "age", label: birth, source, when: { known: "nothing" } };
    return { ...nothing, drafts: [draft] };
  }
  const years = readWhen(birth)?.known === "day" ? yearsBetween(birth, today) : undefined;
  if (years === undefined || years > twinLimits.years[1]) {
    return { ...nothing, ignored: [remark("Date of birth", "is no day that can be")] };
  }
  return { ...nothing, facts: { age: { years, on: today } } };
}

// ——— the parts ———

function readSex(gender: string | undefined): { facts: Partial<TwinFacts>; ignored: Remark[] } {
  if (gender === undefined) return { facts: {}, ignored: [] };
  if (gender === "male" || gender === "female") return { facts: { sex: gender }, ignored: [] };
  const why = "the model has female and male bodies; which is closer can be set by hand";
  return { facts: {}, ignored: [remark(`Patient: gender “${inWords(gender, 20)}”`, why)] };
}

function remark(what: string, why: string): Remark {
  return { what, why, count: 1 };
}
