/** What people type into the panels, read and checked: a value, or one sentence that helps. */
import { parseHeight, parseWeight } from "../interop/body-size";
import { parseDoses, type TypedDose } from "../interop/dose-text";
import { personLimits } from "../pharmacology/body/person";
import type { Drug } from "../pharmacology/drug";
import { saltWord } from "../pharmacology/salts";
import { sentenceOf } from "./notices.svelte";
import { defaultRoute } from "./study.svelte";

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export function readHeight(text: string): Parsed<number> {
  return within(parseHeight(text), personLimits.heightCm, "cm", "A height");
}

export function readWeight(text: string): Parsed<number> {
  return within(parseWeight(text), personLimits.weightKg, "kg", "A weight");
}

/** Years, or with a unit: `6 months`, `3 weeks`, `10 days`. */
export function readAge(text: string): Parsed<number> {
  const match = /^(\d+(?:[.,]\d+)?)\s*(y|years?|m|mo|months?|w|weeks?|d|days?)?$/i.exec(
    text.trim(),
  );
  if (!match) return { ok: false, message: "Type an age such as 35, 6 months or 10 days." };
  const value = Number((match[1] ?? "").replace(",", "."));
  const unit = (match[2] ?? "y").charAt(0).toLowerCase();
  const perYear = { y: 1, m: 12, w: 52.18, d: 365.25 }[unit] ?? 1;
  return within({ ok: true, value: value / perYear }, personLimits.ageYears, "years", "An age");
}

/** Kidney filtration; empty means typical for the body. */
export function readFiltration(text: string): Parsed<number | undefined> {
  if (text.trim() === "") return { ok: true, value: undefined };
  const value = Number(
    text
      .trim()
      .replace(",", ".")
      .replace(/\s*ml\/min$/i, ""),
  );
  if (!Number.isFinite(value)) {
    return { ok: false, message: "Type a number in mL/min, or leave it empty." };
  }
  return within({ ok: true, value }, [0, 400], "mL/min", "Kidney filtration");
}

export function readDoses(text: string, drug: Drug): Parsed<readonly TypedDose[]> {
  const parsed = parseDoses(text, defaultRoute(drug), saltWord(drug));
  if (!parsed.ok) return { ok: false, message: sentenceOf(parsed.problem) };
  const swallowed = parsed.doses.some(({ route }) => route === "oral");
  if (swallowed && !drug.absorption) {
    return { ok: false, message: `${drug.name} is not absorbed from the gut; write iv.` };
  }
  if (!drug.salt && parsed.doses.some(({ amountOf }) => amountOf === "salt")) {
    return {
      ok: false,
      message: `${drug.name} declares no salt; write the amount of the drug itself.`,
    };
  }
  return { ok: true, value: parsed.doses };
}

export function readParameter(text: string): Parsed<number> {
  const value = Number(text.trim().replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) {
    return { ok: false, message: "Type a number of 0 or more." };
  }
  return { ok: true, value };
}

/** `35 years`, `1 year`, `6 months`, `newborn`. */
export function ageInWords(years: number): string {
  if (years === 0) return "newborn";
  if (years < 1) return `${Math.round(years * 12)} months`;
  const rounded = Math.round(years * 10) / 10;
  return rounded === 1 ? "1 year" : `${rounded} years`;
}

// ——— the parts ———

function within(
  parsed: Parsed<number>,
  [least, most]: readonly [number, number],
  unit: string,
  what: string,
): Parsed<number> {
  if (!parsed.ok || (parsed.value >= least && parsed.value <= most)) return parsed;
  return { ok: false, message: `${what} must be from ${least} to ${most} ${unit}.` };
}
