/**
 * HL7 FHIR R4 in JSON: a bundle, or one resource. Read are Patient, Observation and the three of
 * medication; all others are counted and left aside. Of a patient only sex and age are kept: no
 * name, no identifier, no address.
 *
 * A file about more than one person is refused: whose a value is could only be guessed.
 */
import type { Outcome } from "../../core/model/model";
import { readJson } from "../json";
import { gather } from "./gather";
import { asFields, fieldsAt, inWords, listAt, textAt, valueAt, type Fields } from "./json-tree";
import { jsonLimits, limits, refuse } from "./limits";
import { readMedication } from "./fhir-medication";
import type { Resolve, ResourceFound } from "./fhir-resource";
import { readObservation } from "./fhir-observation";
import { readPatient } from "./fhir-patient";
import type { Reading, Understood } from "./understood";
import type { TwinFacts } from "../../pharmacology/twin/twin";

export function readFhir(text: string, reading: Reading): Outcome<Understood> {
  const json = readJson(text, reading.source, jsonLimits);
  return json.ok ? readFhirValue(json.value, reading) : json;
}

export function readFhirValue(value: unknown, reading: Reading): Outcome<Understood> {
  const root = asFields(value);
  const type = textAt(root, "resourceType");
  if (!root || type === undefined) {
    return refuse("not-fhir", reading.source, "is no FHIR resource: it has no resourceType");
  }
  const entries = entriesOf(root, reading);
  if (!entries.ok) return entries;
  const resources = entries.value.map(({ resource }) => resource);
  const person = onePerson(resources);
  if (!person) {
    return refuse(
      "several-people",
      reading.source,
      "is about more than one person; a file about one is needed",
    );
  }
  const resolve = resolverOf(entries.value);
  const found = resources.map((resource) => readResource(resource, resolve, reading));
  return { ok: true, value: gather(merged(found), reading) };
}

/** Whether a JSON value wants to be FHIR. */
export function looksLikeFhir(value: unknown): boolean {
  return textAt(asFields(value), "resourceType") !== undefined;
}

// ——— bundles ———

interface Entry {
  readonly url: string | undefined;
  readonly resource: Fields;
}

/** Kinds of a bundle that hold resources as they are; a history holds what they once were. */
const bundleTypes = new Set([
  "searchset",
  "collection",
  "transaction",
  "batch",
  "document",
  "message",
]);

function entriesOf(root: Fields, { source }: Reading): Outcome<readonly Entry[]> {
  if (textAt(root, "resourceType") !== "Bundle") {
    return { ok: true, value: [{ url: undefined, resource: root }] };
  }
  const type = textAt(root, "type") ?? "";
  if (!bundleTypes.has(type)) {
    return refuse(
      "bundle-type",
      source,
      `is a bundle of type "${inWords(type, 20)}", not one of data`,
    );
  }
  const entry = valueAt(root, "entry");
  if (entry !== undefined && !Array.isArray(entry)) {
    return refuse("not-fhir", source, "is a bundle whose entries are no list");
  }
  const entries = listAt(root, "entry");
  if (entries.length > limits.rows) {
    return refuse("too-many-rows", source, `has more than ${limits.rows} entries`);
  }
  return {
    ok: true,
    value: entries.flatMap((one) => {
      const resource = fieldsAt(one, "resource");
      return resource ? [{ url: textAt(one, "fullUrl"), resource }] : [];
    }),
  };
}

function resolverOf(entries: readonly Entry[]): Resolve {
  const byName = new Map<string, Fields>();
  for (const { url, resource } of entries) {
    if (url !== undefined) byName.set(url, resource);
    const [type, id] = [textAt(resource, "resourceType"), textAt(resource, "id")];
    if (type !== undefined && id !== undefined) byName.set(`${type}/${id}`, resource);
  }
  return (reference, from) => {
    if (reference.startsWith("#")) {
      return listAt(from, "contained").find((one) => textAt(one, "id") === reference.slice(1));
    }
    // an absolute address ends as a relative one: …/Medication/12
    return byName.get(reference) ?? byName.get(reference.split("/").slice(-2).join("/"));
  };
}

/** Whether no two resources say that they are about different people. */
function onePerson(resources: readonly Fields[]): boolean {
  const patients = resources.filter((one) => textAt(one, "resourceType") === "Patient");
  const subjects = new Set(
    resources.flatMap((one) => {
      if (!isRead(textAt(one, "resourceType") ?? "")) return [];
      const reference = textAt(fieldsAt(one, "subject"), "reference");
      return reference === undefined ? [] : nameOf(reference);
    }),
  );
  return patients.length <= 1 && subjects.size <= 1;
}

/** "https://example.org/fhir/Patient/1", "Patient/1" and "urn:uuid:1" all end in who it is. */
function nameOf(reference: string): string {
  return reference.split(/[/:]/).at(-1) ?? reference;
}

// ——— resources ———

const medications = new Set([
  "MedicationRequest",
  "MedicationStatement",
  "MedicationAdministration",
]);

function isRead(type: string): boolean {
  return type === "Patient" || type === "Observation" || medications.has(type);
}

function readResource(resource: Fields, resolve: Resolve, reading: Reading): ResourceFound {
  const type = textAt(resource, "resourceType") ?? "";
  if (type === "Patient") return readPatient(resource, reading);
  if (type === "Observation") return readObservation(resource, reading);
  if (medications.has(type)) return readMedication(resource, resolve, reading);
  // what medications refer to is read there
  if (type === "Medication") return {};
  const what = /^[A-Za-z]{1,40}$/.test(type) ? type : "Something without a type";
  return { ignored: [{ what, why: "nothing of it enters the model", count: 1 }] };
}

function merged(found: readonly ResourceFound[]) {
  return {
    facts: Object.assign({}, ...found.map(({ facts }) => facts)) as Partial<TwinFacts>,
    drafts: found.flatMap(({ drafts }) => drafts ?? []),
    ignored: found.flatMap(({ ignored }) => ignored ?? []),
    remarks: found.flatMap(({ remarks }) => remarks ?? []),
  };
}
