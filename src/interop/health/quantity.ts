/**
 * Amounts and concentrations as health files write them: a number and a unit of UCUM, or of a
 * laboratory's habit. An unknown unit is an answer, not a guess.
 */
import { convert } from "../../core/units/convert";
import { sameDimension } from "../../core/units/dimension";
import { parseUnit, unitOf } from "../../core/units/parse";
import type { Measurable } from "../../pharmacology/twin/twin";

/**
 * A value in another unit; undefined where the unit is unknown, or measures something else.
 *
 * @param molarMassGPerMol makes mol and g one another, where the substance is known
 */
export function inUnit(
  value: number,
  unit: string,
  target: string,
  molarMassGPerMol?: number,
): number | undefined {
  const written = ourSpelling(unit);
  const parsed = parseUnit(written);
  if (!parsed.ok || !Number.isFinite(value)) return undefined;
  const { dimension } = parsed.unit;
  if (sameDimension(dimension, unitOf(target).dimension)) return convert(value, written, target);
  if (molarMassGPerMol === undefined) return undefined;
  // mg is µg in µmol/L × g/mol, so 1000 of them
  const [length, mass, time, amount] = dimension;
  const asMass = [length, mass + amount, time, 0] as const;
  if (amount !== 1 || !sameDimension(asMass, unitOf(target).dimension)) return undefined;
  const milligrams = (value * parsed.unit.factor * molarMassGPerMol) / 1000;
  return milligrams / unitOf(target).factor;
}

/** Of creatinine, C4H7N3O. */
export const creatinineMolarMassGPerMol = 113.12;

/** What is measured, in the unit that a twin keeps it in; undefined where the unit does not fit. */
export function measuredIn(
  what: Measurable | "height",
  value: number,
  unit: string,
): number | undefined {
  switch (what) {
    case "weight":
      return pounds.has(unit.trim().toLowerCase())
        ? value * kilogramsPerPound
        : inUnit(value, unit, "kg");
    case "height":
      return inches.has(unit.trim().toLowerCase())
        ? value * centimetresPerInch
        : inUnit(value, unit, "cm");
    case "creatinine":
      return inUnit(value, unit, "mg/dL", creatinineMolarMassGPerMol);
    case "albumin":
    case "aag":
      return inUnit(value, unit, "g/L");
    case "haematocrit":
      return inUnit(value, unit, "%");
    case "heart-rate":
      return perMinute.has(unit.trim().toLowerCase()) ? value : undefined;
    case "steps":
      return perDay.has(unit.trim().toLowerCase()) ? value : undefined;
  }
}

/** Units that a person may choose where the file names none that is known. */
export const unitsOffered: Readonly<Record<Measurable | "height" | "level" | "dose", string[]>> = {
  weight: ["kg", "g", "lb"],
  height: ["cm", "m", "in"],
  creatinine: ["mg/dL", "µmol/L"],
  albumin: ["g/L", "g/dL"],
  aag: ["g/L", "mg/dL"],
  haematocrit: ["%", "fraction"],
  "heart-rate": ["/min"],
  steps: ["steps"],
  level: ["mg/L", "µg/mL", "µg/L", "ng/mL", "µmol/L", "nmol/L"],
  dose: ["mg", "g", "µg"],
};

// ——— the parts ———

/** The international avoirdupois pound and the inch, exactly. */
const kilogramsPerPound = 0.45359237;
const centimetresPerInch = 2.54;

const pounds = new Set(["lb", "lbs", "[lb_av]", "pound", "pounds"]);
const inches = new Set(["in", "[in_i]", "[in_us]", "inch", "inches"]);
const perMinute = new Set([
  "/min",
  "1/min",
  "{beats}/min",
  "{beat}/min",
  "beats/min",
  "beats/minute",
  "count/min",
  "bpm",
]);
const perDay = new Set(["steps", "{steps}", "count", "/d", "1/d", "{steps}/d", "steps/d", "1"]);

/** Annotations in braces mean nothing; µ has two code points, and stands as u or mc in print. */
function ourSpelling(unit: string): string {
  return unit
    .trim()
    .replace(/\{[^{}]*\}/g, "")
    .replace(/\bmcg\b/g, "µg")
    .replace(/\bmcL\b/g, "µL")
    .replace(/\bl\b/g, "L")
    .replace(/(?<=\b[dmuµ])l\b/g, "L")
    .replace(/\bgm\b/g, "g")
    .replace(/\bL\/L\b/g, "fraction");
}
