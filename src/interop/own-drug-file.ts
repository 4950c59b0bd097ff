/** A drug in a file of its own (`"perfuseDrug": 1`): read, checked, written. */
import * as v from "valibot";
import type { Outcome, Problem } from "../core/model/model";
import type { Drug } from "../pharmacology/drug";
import { asDrug, drugSchema } from "./drug-file";
import { readJson } from "./json";
import { problemsOf } from "./problems";

const what = "the drug file";

export function parseDrug(text: string): Outcome<Drug> {
  const json = readJson(text, what);
  return json.ok ? checkDrug(json.value) : json;
}

export function checkDrug(value: unknown): Outcome<Drug> {
  const problem = formatProblem(value);
  if (problem) return { ok: false, problems: [problem] };
  const read = v.safeParse(drugSchema, value);
  return read.success
    ? { ok: true, value: asDrug(read.output) }
    : { ok: false, problems: problemsOf(read.issues, what) };
}

/** Keys in the order of the schema, two spaces, a line feed at the end. */
export function writeDrug(drug: Drug): string {
  const ordered = v.safeParse(drugSchema, drug);
  return `${JSON.stringify(ordered.success ? ordered.output : drug, null, 2)}\n`;
}

/** Whether a file's text wants to be a drug rather than a study; it may be a bad one all the same. */
export function looksLikeDrug(text: string): boolean {
  const json = readJson(text, what);
  return json.ok && typeof json.value === "object" && json.value !== null
    ? "perfuseDrug" in json.value && !("perfuse" in json.value)
    : false;
}

// ——— the parts ———

function formatProblem(value: unknown): Problem | undefined {
  if (typeof value !== "object" || value === null || !("perfuseDrug" in value)) {
    return {
      code: "not-a-drug",
      subject: what,
      message: 'is not a drug: "perfuseDrug": 1 is missing',
    };
  }
  const { perfuseDrug } = value;
  if (perfuseDrug === 1) return undefined;
  return {
    code: "newer-version",
    subject: what,
    message: `was written for format ${String(perfuseDrug).slice(0, 20)}; this Perfuse reads format 1`,
  };
}
