/** What people type into the recipe of a crowd, read and checked. */
import type { Problem } from "../core/model/model";
import type { ManyRequest } from "../pharmacology/people/request";
import type { Parsed } from "./fields";
import { sentenceOf } from "./notices.svelte";

const numberPattern = /^\d+(?:[.,]\d+)?$/;

function numberOf(text: string): number {
  return Number(text.replace(",", "."));
}

/** "1000", "10 000", "10,000", "10k", "1 million". */
export function readCount(text: string): Parsed<number> {
  const bare = text.trim().toLowerCase();
  const match = /^([\d\s.,']+?)\s*(k|thousand|m|million)?$/.exec(bare);
  const times = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 }[match?.[2] ?? ""] ?? 1;
  const digits = (match?.[1] ?? "").replace(/[\s']/g, "");
  // a comma or a dot before three digits groups them, unless a unit follows
  const plain = times === 1 ? digits.replace(/[.,](?=\d{3}(\D|$))/g, "") : digits;
  const value = numberPattern.test(plain) ? Math.round(numberOf(plain) * times * 1e6) / 1e6 : NaN;
  if (!Number.isInteger(value) || value < 1 || value > 1e7) {
    return { ok: false, message: "Type a whole number of people from 1 to 10 million." };
  }
  return { ok: true, value };
}

export function readSeed(text: string): Parsed<number> {
  const value = /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN;
  if (!Number.isSafeInteger(value)) {
    return {
      ok: false,
      message: "Type a whole number, such as 1: the same gives the same people.",
    };
  }
  return { ok: true, value };
}

/** "20 to 50", "20-50", "65"; empty means any. */
export function readRange(
  text: string,
  [least, most]: readonly [number, number],
  what: string,
): Parsed<readonly [number, number] | undefined> {
  const bare = text.trim();
  if (bare === "") return { ok: true, value: undefined };
  const parts = bare.split(/\s*(?:to|–|-|…)\s*/);
  const [from, to = from] = parts.map((part) => (numberPattern.test(part) ? numberOf(part) : NaN));
  if (parts.length > 2 || from === undefined || to === undefined || Number.isNaN(from + to)) {
    return { ok: false, message: `Type ${what} such as ${least + 20} to ${least + 30}.` };
  }
  if (from < least || to > most) {
    return { ok: false, message: `It must lie between ${least} and ${most}.` };
  }
  if (from > to) return { ok: false, message: "Write the smaller number first." };
  return { ok: true, value: [from, to] };
}

export function printRange(range: readonly [number, number] | undefined): string {
  if (!range) return "";
  const [from, to] = range;
  return from === to ? String(from) : `${from} to ${to}`;
}

/** A number within limits; empty means none. */
export function readOptional(
  text: string,
  [least, most]: readonly [number, number],
  unit: string,
): Parsed<number | undefined> {
  const bare = text.trim();
  if (bare === "") return { ok: true, value: undefined };
  const value = numberPattern.test(bare) ? numberOf(bare) : NaN;
  if (!(value >= least && value <= most)) {
    return {
      ok: false,
      message: `Type a number from ${least} to ${most} ${unit}, or leave it empty.`,
    };
  }
  return { ok: true, value };
}

/** What stands under the field that a problem is about: a sentence, without the field's key. */
export function fieldMessage(problems: readonly Problem[], field: string): string | undefined {
  const problem = problems.find(({ subject }) => subject === field);
  return problem && sentenceOf({ ...problem, subject: "" });
}

/** The problem as a sentence of its own: keys of fields are the file's, not a person's. */
export function refusalSentence(problem: Problem): string {
  const isField = fields.has(problem.subject) || problem.subject.startsWith("thresholds.");
  return sentenceOf(isField ? { ...problem, subject: "" } : problem);
}

// ——— the parts ———

const fields: ReadonlySet<string> = new Set<keyof ManyRequest>([
  "count",
  "seed",
  "ageYears",
  "bmi",
  "sameWeightKg",
  "group",
  "renal",
  "hepatic",
  "pregnancyWeeks",
]);
