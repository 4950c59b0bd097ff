/** Reading of the fields that stand beside those of own-drug-form.ts. */
import { readPKas } from "../interop/chemist-text";
import { parseUnit } from "../core/units/parse";
import { convert } from "../core/units/convert";
import { checkDrug } from "../interop/own-drug-file";
import type { Drug } from "../pharmacology/drug";
import { withNumber } from "../pharmacology/own-drug/numbers";
import type { Parsed } from "./fields";

export function readPKasField(text: string): Parsed<readonly number[]> {
  return readPKas(text);
}

/** A number of a drug, in its own unit or one that converts to it. */
export function readDrugNumber(text: string, unit: string): Parsed<number> {
  const match = /^([-+−]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+−]?\d+)?)\s*(.*)$/i.exec(text.trim());
  const value = Number(match?.[1]?.replace(",", ".").replaceAll("−", "-") ?? "x");
  if (!match || !Number.isFinite(value)) return { ok: false, message: "Type a number." };
  const said = match[2] ?? "";
  if (said === "" || said === unit) return { ok: true, value };
  const plain = unit === "1" ? "ratio" : unit;
  if (!parseUnit(said).ok) return { ok: false, message: `“${said}” is no unit that is known.` };
  try {
    return { ok: true, value: convert(value, said, plain) };
  } catch {
    return { ok: false, message: `“${said}” cannot be converted to ${unit}.` };
  }
}

/** A number of a drug that can be with all its others: the rules are those of its file. */
export function readNumberOf(drug: Drug, path: string, unit: string, text: string): Parsed<number> {
  const read = readDrugNumber(text, unit);
  if (!read.ok) return read;
  const checked = checkDrug(withNumber(drug, path, read.value));
  const [problem] = checked.ok ? [] : checked.problems;
  return problem ? { ok: false, message: `It ${problem.message}.` } : read;
}

/** Up to 1e5 mg, as doses of studies are. */
export function readAmount(text: string): Parsed<number> {
  const read = readDrugNumber(text, "mg");
  if (!read.ok || (read.value > 0 && read.value <= 1e5)) return read;
  return { ok: false, message: "A dose must be above 0 and at most 100 000 mg." };
}

export function readHours(text: string): Parsed<number> {
  const read = readDrugNumber(text, "h");
  if (!read.ok || (read.value >= 1 && read.value <= 2000)) return read;
  return { ok: false, message: "A curve must be from 1 to 2000 h long." };
}
