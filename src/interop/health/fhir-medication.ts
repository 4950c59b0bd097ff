/**
 * FHIR's three resources of medication. An administration is a dose that was given; a statement says
 * that somebody takes something; a request is an order, and whether it was taken is asked. What is
 * not written (how much, how often, from when, how many) is left open for a question.
 */
import type { ResourceFound, Resolve } from "./fhir-resource";
import { isPartial, unitOfQuantity, wordsOf } from "./fhir-observation";
import { readTiming } from "./fhir-timing";
import { fieldsAt, inWords, listAt, numberAt, textAt, valueAt, type Fields } from "./json-tree";
import { drugInText } from "./known-drugs";
import { inUnit } from "./quantity";
import { strengthInText, formInText, namesSalt } from "./product-text";
import { drugOf } from "./holes";
import type { DoseDraft, Reading, Remark, When } from "./understood";
import { readWhen } from "./when";
import { millisecondsOf } from "../../pharmacology/twin/twin";
import type { Route } from "../../pharmacology/study";

export function readMedication(
  resource: Fields,
  resolve: Resolve,
  reading: Reading,
): ResourceFound {
  const type = textAt(resource, "resourceType") ?? "";
  const concept = conceptOf(resource, resolve);
  const product = wordsOf(concept);
  const what = product === "" ? `${type} without a name` : product;
  const status = textAt(resource, "status") ?? "";
  const why = statusWhy(type, status);
  if (why !== undefined) return left(what, why);
  const named = drugInText(allWords(concept), reading.drugs);
  if (named.found === "several") return left(what, "combines several ingredients");
  if (named.found === "none" && product !== "") return left(what, "is no drug of this model");
  const code = textAt(listAt(concept, "coding")[0], "code");
  const base: Base = {
    source: reading.source,
    label: what,
    called: inWords(product || (code ?? what)),
    product,
    ...(named.found === "one" && { drug: named.drug.id }),
  };
  return type === "MedicationAdministration"
    ? readAdministration(resource, base, reading)
    : readDosages(resource, type, base, reading);
}

interface Base {
  readonly source: string;
  readonly label: string;
  readonly called: string;
  /** In the words of the file; empty where it has none. */
  readonly product: string;
  readonly drug?: string;
}

// ——— what was given ———

function readAdministration(resource: Fields, base: Base, reading: Reading): ResourceFound {
  const dosage = fieldsAt(resource, "dosage");
  const period = fieldsAt(resource, "effectivePeriod");
  const start = textAt(resource, "effectiveDateTime") ?? textAt(period, "start");
  const when = whenOf(start);
  if (when === "impossible") return left(base.label, "its time is none of the calendar");
  const overHours = hoursOf(period);
  const route = routeOf(dosage, base);
  if (typeof route === "object") return left(base.label, route.why);
  const rate = rateOf(dosage, overHours, reading, base.drug);
  const amount = rate ?? amountOf(fieldsAt(dosage, "dose"), base.product);
  // a dose that was stopped was given in part, and nobody says how much
  const isWhole = textAt(resource, "status") === "completed";
  return finished(
    {
      ...started(base, when, route),
      wasTaken: true,
      ...(isWhole && amount),
      ...(overHours !== undefined && overHours > 0 && { overHours }),
      ...salt(base, reading),
    },
    base,
  );
}

/** An amount from a rate in mass per time, kept up over the whole time. */
function rateOf(
  dosage: Fields | undefined,
  overHours: number | undefined,
  reading: Reading,
  drug: string | undefined,
) {
  const quantity = fieldsAt(dosage, "rateQuantity");
  const [value, unit] = [numberAt(quantity, "value"), unitOfQuantity(quantity)];
  if (fieldsAt(dosage, "dose") || value === undefined || unit === undefined) return undefined;
  const molarMass = drugOf(drug, reading)?.molarMassGPerMol;
  const mgPerHour = inUnit(value, unit, "mg/h", molarMass);
  if (mgPerHour === undefined || overHours === undefined) return undefined;
  return { value: mgPerHour * overHours, unit: "mg" };
}

function hoursOf(period: Fields | undefined): number | undefined {
  const [start, end] = ["start", "end"].map((key) => readWhen(textAt(period, key) ?? ""));
  if (start?.known !== "moment" || end?.known !== "moment") return undefined;
  return (millisecondsOf(end.at) - millisecondsOf(start.at)) / 3_600_000;
}

// ——— what was ordered, or is said to be taken ———

function readDosages(resource: Fields, type: string, base: Base, reading: Reading): ResourceFound {
  const isOrder = type === "MedicationRequest";
  const dosages = listAt(resource, isOrder ? "dosageInstruction" : "dosage");
  const found = (dosages.length > 0 ? dosages : [{}]).map((dosage) =>
    readDosage(dosage, resource, isOrder, base, reading),
  );
  return {
    drafts: found.flatMap(({ drafts }) => drafts ?? []),
    ignored: found.flatMap(({ ignored }) => ignored ?? []),
    remarks: found.flatMap(({ remarks }) => remarks ?? []),
  };
}

function readDosage(
  dosage: Fields,
  resource: Fields,
  isOrder: boolean,
  base: Base,
  reading: Reading,
): ResourceFound {
  const instruction = textAt(dosage, "text");
  const label = instruction === undefined ? base.label : `${base.label}: ${inWords(instruction)}`;
  if (isAsNeeded(dosage))
    return left(label, "is taken as needed: when it was taken is not in the file");
  const route = routeOf(dosage, base);
  if (typeof route === "object") return left(label, route.why);
  const period = fieldsAt(resource, "effectivePeriod");
  const taking = isOrder
    ? undefined
    : {
        start: textAt(resource, "effectiveDateTime") ?? textAt(period, "start"),
        end: textAt(period, "end"),
      };
  const timing = readTiming(fieldsAt(dosage, "timing"), taking);
  if ("why" in timing) return left(label, timing.why);
  const when = whenOf(timing.start);
  if (when === "impossible") return left(label, "its time is none of the calendar");
  const dose = listAt(dosage, "doseAndRate")[0] ?? dosage;
  return finished(
    {
      ...started({ ...base, label }, when, route),
      ...(!isOrder && { wasTaken: true as const }),
      ...amountOf(fieldsAt(dose, "doseQuantity"), base.product),
      ...salt(base, reading),
      ...timing.rhythm,
    },
    base,
  );
}

function isAsNeeded(dosage: Fields): boolean {
  return (
    valueAt(dosage, "asNeededBoolean") === true ||
    fieldsAt(dosage, "asNeededCodeableConcept") !== undefined
  );
}

// ——— the parts ———

function started(base: Base, when: When, route: Route | undefined) {
  const { source, label, called, drug } = base;
  return {
    kind: "dose" as const,
    source,
    label,
    called,
    when,
    ...(drug !== undefined && { drug }),
    ...(route && { route }),
  };
}

/** A slow release is not in the model; to say nothing of it would be to claim that it is. */
function finished(draft: DoseDraft, { label, product }: Base): ResourceFound {
  const form = formInText(product);
  const why = "its slow release is not taken over: kept as the drug’s usual form";
  return {
    drafts: [{ ...draft, ...(form.formulation && { formulation: form.formulation }) }],
    ...(form.isSlow && { remarks: [{ what: label, why, count: 1 }] }),
  };
}

/** A quantity in mass, or in tablets or mL of a product whose name says the strength. */
function amountOf(quantity: Fields | undefined, product: string) {
  const [value, unit] = [numberAt(quantity, "value"), unitOfQuantity(quantity)];
  if (value === undefined) return {};
  const strength = strengthInText(product, unit ?? "");
  if (strength) return { value: value * strength.value, unit: strength.unit };
  // "2 capsules" of unknown strength is no amount
  return unit !== undefined && inUnit(1, unit, "mg", 1) === undefined
    ? {}
    : { value, ...(unit !== undefined && { unit }) };
}

function salt({ drug, product }: Base, reading: Reading) {
  const known = drugOf(drug, reading);
  return known && namesSalt(product, known) ? { massOf: "salt" as const } : {};
}

const routesBySnomed: Readonly<Record<string, Route>> = { "26643006": "oral", "47625008": "iv" };

/** @returns undefined where nothing says it; why, where it is one that the model does not have */
function routeOf(
  dosage: Fields | undefined,
  { product }: Base,
): Route | undefined | { readonly why: string } {
  const concept = fieldsAt(dosage, "route");
  const codes = listAt(concept, "coding").map((coding) => textAt(coding, "code") ?? "");
  const byCode = codes.find((code) => Object.hasOwn(routesBySnomed, code));
  if (byCode !== undefined) return routesBySnomed[byCode];
  const words = wordsOf(concept);
  if (/\boral|by mouth|\bp\.?o\.?\b/i.test(words)) return "oral";
  if (/intravenous|\bi\.?v\.?\b/i.test(words)) return "iv";
  if (words !== "") return { why: `is given by a route (${words}) that the model does not have` };
  return formInText(product).isSwallowed ? "oral" : undefined;
}

function whenOf(written: string | undefined): When | "impossible" {
  if (written === undefined || isPartial(written)) return { known: "nothing" };
  return readWhen(written) ?? "impossible";
}

function conceptOf(resource: Fields, resolve: Resolve): Fields | undefined {
  const own = fieldsAt(resource, "medicationCodeableConcept");
  if (own) return own;
  const reference = textAt(fieldsAt(resource, "medicationReference"), "reference");
  const medication = reference === undefined ? undefined : resolve(reference, resource);
  const ingredients = listAt(medication, "ingredient");
  const single = ingredients.length === 1 ? ingredients[0] : undefined;
  return (
    fieldsAt(medication, "code") ??
    fieldsAt(single, "itemCodeableConcept") ??
    fieldsAt(resource, "medicationReference")
  );
}

/** Text, every display, and the display of a reference: any of them may name the ingredient. */
function allWords(concept: Fields | undefined): string {
  const texts = [textAt(concept, "text"), textAt(concept, "display")];
  const displays = listAt(concept, "coding").map((coding) => textAt(coding, "display"));
  return [...texts, ...displays].filter((one) => one !== undefined).join("; ");
}

function statusWhy(type: string, status: string): string | undefined {
  if (status === "entered-in-error") return "is marked as entered in error";
  const standing = stands[type]?.includes(status) ?? false;
  if (standing) return undefined;
  return status === "" ? "has no status" : `has the status “${inWords(status, 20)}”`;
}

/** A stopped dose was given in part; a stopped order was taken until then; both are asked about. */
const stands: Readonly<Record<string, readonly string[]>> = {
  MedicationAdministration: ["completed", "stopped"],
  MedicationStatement: ["active", "completed", "stopped"],
  MedicationRequest: ["active", "completed", "stopped", "on-hold"],
};

function left(what: string, why: string): ResourceFound {
  const ignored: Remark = { what, why, count: 1 };
  return { ignored: [ignored] };
}
