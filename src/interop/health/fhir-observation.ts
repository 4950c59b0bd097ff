/**
 * A FHIR Observation: what it measures by its LOINC code, or a drug's level by the words of its
 * code; its value, or those of its components; and when.
 */
import type { ResourceFound } from "./fhir-resource";
import { fieldsAt, inWords, listAt, numberAt, textAt, type Fields } from "./json-tree";
import { drugInText, levelCodes } from "./known-drugs";
import { inUnit } from "./quantity";
import type { Draft, MeasuredDraft, Reading, Remark, When } from "./understood";
import { readBetween, readWhen } from "./when";

export function readObservation(observation: Fields, reading: Reading): ResourceFound {
  const what = wordsOf(fieldsAt(observation, "code")) || "Observation without a code";
  const status = textAt(observation, "status") ?? "";
  if (!finished.has(status)) return left(what, statusWhy(status));
  const when = readEffective(observation);
  if (when === "impossible") return left(what, "its time is none of the calendar");
  const parts = [observation, ...listAt(observation, "component")];
  const found = parts.map((part) => readPart(part, what, when, reading));
  const drafts = found.flatMap(({ draft }) => draft ?? []);
  if (drafts.length > 0) return { drafts, ignored: found.flatMap(({ ignored }) => ignored ?? []) };
  return { ignored: [found.find(({ ignored }) => ignored)?.ignored ?? remark(what, unread)] };
}

// ——— one value ———

/** Twin measurements by LOINC. */
const measuredCodes: Readonly<Record<string, MeasuredDraft["what"]>> = {
  "29463-7": "weight",
  "8302-2": "height",
  "2160-0": "creatinine", // mass
  "14682-9": "creatinine", // moles
  "1751-7": "albumin",
  "4544-3": "haematocrit",
  "20570-8": "haematocrit",
  "8867-4": "heart-rate",
  "41950-7": "steps", // in 24 hours
};

const unread = "nothing of it enters the model";

/** What is near to something we read, and is not it. */
const nearMisses: Readonly<Record<string, string>> = {
  "38483-4": "is of whole blood, and the model reckons with creatinine in serum",
};

interface PartFound {
  readonly draft?: Draft;
  readonly ignored?: Remark;
}

function readPart(part: Fields, parent: string, when: When, reading: Reading): PartFound {
  const code = fieldsAt(part, "code");
  const what = wordsOf(code) || parent;
  const loinc = loincOf(code);
  const measured = loinc.flatMap((one) => lookUp(measuredCodes, one) ?? [])[0];
  const drug = loinc.flatMap((one) => lookUp(levelCodes, one) ?? [])[0];
  const named = measured || drug ? undefined : drugInText(what, reading.drugs);
  if (!measured && !drug && named?.found !== "one") {
    const near = loinc.flatMap((one) => lookUp(nearMisses, one) ?? [])[0];
    return { ignored: remark(what, near ?? unread) };
  }
  if (elsewhere.test(what)) return { ignored: remark(what, "is not the whole drug in plasma") };
  const quantity = readQuantity(part);
  if ("why" in quantity) return { ignored: remark(what, quantity.why) };
  const { value, unit, comparator } = quantity;
  const label = `${what}, ${comparator ?? ""}${value} ${unit ?? ""}`.trim();
  const drafted = {
    label,
    source: reading.source,
    when,
    value,
    ...(unit !== undefined && { unit }),
  };
  if (measured) {
    return comparator === undefined
      ? { draft: { kind: "measured", what: measured, ...drafted } }
      : { ignored: remark(what, "gives a limit, not a value") };
  }
  if (comparator?.startsWith(">")) {
    return { ignored: remark(what, "gives a least concentration, not a value") };
  }
  if (named?.found === "one" && !isConcentration(value, unit, named.drug.molarMassGPerMol)) {
    return { ignored: remark(what, "is no concentration") };
  }
  const id = drug ?? (named?.found === "one" ? named.drug.id : undefined);
  return {
    draft: {
      kind: "level",
      ...drafted,
      called: what,
      ...(id !== undefined && { drug: id }),
      ...(drug && { inPlasma: true }),
      ...(comparator && { isBelow: true }),
    },
  };
}

/** A drug that only stands in the words of a code may be in urine, or be a ratio. */
const elsewhere = /urine|saliva|hair|\bcsf\b|cerebral|\bfree\b|unbound|dialysate|stool/i;

function isConcentration(value: number, unit: string | undefined, molarMass: number): boolean {
  return unit === undefined || inUnit(value, unit, "mg/L", molarMass) !== undefined;
}

type Quantity =
  | { readonly why: string }
  | {
      readonly value: number;
      readonly unit: string | undefined;
      readonly comparator: string | undefined;
    };

function readQuantity(part: Fields): Quantity {
  const absent = fieldsAt(part, "dataAbsentReason");
  if (absent) return { why: `has no value (${wordsOf(absent) || "no reason given"})` };
  const quantity = fieldsAt(part, "valueQuantity");
  const value = numberAt(quantity, "value");
  if (!quantity || value === undefined) return { why: "has no number" };
  const comparator = textAt(quantity, "comparator");
  if (comparator !== undefined && !["<", "<=", ">", ">="].includes(comparator)) {
    return { why: `has the comparator “${inWords(comparator, 10)}”, which is not known` };
  }
  return { value, unit: unitOfQuantity(quantity), comparator };
}

/** The code where it is UCUM, else what is printed. */
export function unitOfQuantity(quantity: Fields | undefined): string | undefined {
  const isUcum = textAt(quantity, "system") === "http://unitsofmeasure.org";
  const [code, unit] = [textAt(quantity, "code"), textAt(quantity, "unit")];
  const written = isUcum ? (code ?? unit) : (unit ?? code);
  return written === undefined ? undefined : inWords(written, 30);
}

// ——— when ———

function readEffective(observation: Fields): When | "impossible" {
  const written =
    textAt(observation, "effectiveDateTime") ?? textAt(observation, "effectiveInstant");
  if (written !== undefined) {
    // "2020" and "2020-11" are dates of FHIR that name no day
    return readWhen(written) ?? (isPartial(written) ? { known: "nothing" } : "impossible");
  }
  const period = fieldsAt(observation, "effectivePeriod");
  const [start, end] = [textAt(period, "start"), textAt(period, "end")];
  if (start === undefined || end === undefined) return { known: "nothing" };
  const bad = [start, end].find((one) => !readWhen(one) && !isPartial(one));
  return bad === undefined ? (readBetween(start, end) ?? { known: "nothing" }) : "impossible";
}

export function isPartial(date: string): boolean {
  return /^(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(date);
}

// ——— codes ———

/** Results that stand; what was entered in error, cancelled or is preliminary does not. */
const finished = new Set(["final", "amended", "corrected"]);

function statusWhy(status: string): string {
  if (status === "entered-in-error") return "is marked as entered in error";
  return status === "" ? "has no status" : `has the status “${inWords(status, 20)}”`;
}

function loincOf(code: Fields | undefined): readonly string[] {
  return listAt(code, "coding").flatMap((coding) =>
    textAt(coding, "system") === "http://loinc.org" ? (textAt(coding, "code") ?? []) : [],
  );
}

/** The words of a CodeableConcept: its text, else what its first coding is called. */
export function wordsOf(concept: Fields | undefined): string {
  const displays = listAt(concept, "coding").flatMap((coding) => textAt(coding, "display") ?? []);
  return inWords(displays[0] ?? textAt(concept, "text") ?? "");
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function left(what: string, why: string): ResourceFound {
  return { ignored: [remark(what, why)] };
}

function remark(what: string, why: string): Remark {
  return { what, why, count: 1 };
}
