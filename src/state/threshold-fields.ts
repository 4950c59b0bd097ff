/** Thresholds as people type them beside a drug: a concentration in plasma with its unit. */
import type { Drug } from "../pharmacology/drug";
import { readThreshold, type Threshold } from "../pharmacology/thresholds";
import type { Parsed } from "./fields";

/** What the page's thresholds of a drug are held against. */
export function plasmaOf({ id }: Pick<Drug, "id">): string {
  return `${id}/venous-plasma`;
}

const plasmaUnit = "mg/L";

/** The text itself, so that it comes back as it was typed; empty means none. */
export function readThresholdText(text: string, drug: Drug): Parsed<Threshold | undefined> {
  const bare = text.trim();
  if (bare === "") return { ok: true, value: undefined };
  const read = readThreshold(bare, { unit: plasmaUnit, molarMass: drug.molarMass.value });
  return read.ok
    ? { ok: true, value: bare }
    : { ok: false, message: `“${bare.slice(0, 40)}” ${read.message}.` };
}

export function printThreshold(threshold: Threshold | undefined): string {
  if (threshold === undefined) return "";
  return typeof threshold === "number" ? `${threshold} ${plasmaUnit}` : threshold;
}
