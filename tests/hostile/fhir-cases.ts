/** FHIR that is wrong, odd or meant to harm. */
import { json, text, type Fate, type HostileCase } from "./case";

type Change = Readonly<Record<string, unknown>>;

const weight = (change: Change = {}) => ({
  resourceType: "Observation",
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code: "29463-7" }] },
  effectiveDateTime: "2026-11-02T08:00:00+01:00",
  valueQuantity: { value: 81, code: "kg", system: "http://unitsofmeasure.org" },
  ...change,
});
const bundle = (...resources: readonly unknown[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});
const order = (change: Change = {}) => ({
  resourceType: "MedicationRequest",
  status: "active",
  medicationCodeableConcept: { text: "Caffeine 100 MG Oral Tablet" },
  dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 100, unit: "mg" } }] }],
  ...change,
});
const infusion = (change: Change = {}) => ({
  resourceType: "MedicationAdministration",
  status: "completed",
  medicationCodeableConcept: { text: "Vancomycin" },
  effectivePeriod: { start: "2026-11-02T08:00:00Z", end: "2026-11-02T09:00:00Z" },
  dosage: { route: { text: "Intravenous" }, dose: { value: 1, unit: "g" } },
  ...change,
});

/** Each in place of something that has fields. */
const wrongTypes: readonly (readonly [name: string, value: unknown])[] = [
  ["nothing", null],
  ["a number", 7],
  ["a text", "x"],
  ["a list", [1, null, "x"]],
  ["true", true],
  ["an empty object", {}],
];

const of = (what: string, fate: Fate, make: (value: unknown) => unknown): readonly HostileCase[] =>
  wrongTypes.map(([name, value]) => json(`FHIR: ${what} is ${name}`, fate, make(value)));

const dates: readonly (readonly [date: string, fate: Fate])[] = [
  ["2026-02-30T08:00:00Z", "nothing"],
  ["2026-13-01T08:00:00Z", "nothing"],
  ["2026-00-10T08:00:00Z", "nothing"],
  ["2025-02-29T08:00:00Z", "nothing"],
  ["2024-02-29T08:00:00Z", "kept"],
  ["1899-12-31T08:00:00Z", "nothing"],
  ["2199-12-31T08:00:00Z", "nothing"],
  ["9999-12-31T08:00:00Z", "nothing"],
  ["-000001-01-01T08:00:00Z", "nothing"],
  ["2026-11-02T24:00:00Z", "nothing"],
  ["2026-11-02T08:60:00Z", "nothing"],
  ["2026-11-02T08:00:61Z", "nothing"],
  ["2026-11-02T08:00:00+25:00", "nothing"],
  ["2026-11-02T08:00:00.999999999Z", "kept"],
  ["2026-11-02T08:00:00", "asked"],
  ["2026-11-02T08:00", "asked"],
  ["2026-11-02", "asked"],
  ["2026-11", "asked"],
  ["2026", "asked"],
  ["0000", "nothing"],
  ["20261102", "nothing"],
  ["11/02/2026", "nothing"],
  ["yesterday", "nothing"],
  ["2026-11-02T08:00:00Z; DROP TABLE", "nothing"],
  ["\u202e2026-11-02T08:00:00Z", "nothing"],
  ["２０２６-11-02T08:00:00Z", "nothing"],
];

const quantities: readonly (readonly [name: string, quantity: unknown, fate: Fate])[] = [
  ["no unit", { value: 81 }, "asked"],
  ["an empty unit", { value: 81, unit: "" }, "asked"],
  ["an unknown unit", { value: 81, unit: "stone-ish" }, "asked"],
  ["a unit of something else", { value: 81, code: "cm" }, "asked"],
  ["a unit of a thousand letters", { value: 81, unit: "kg".repeat(500) }, "asked"],
  ["a unit with a power of a million", { value: 81, unit: "kg^1000000" }, "asked"],
  ["a unit that divides by nothing", { value: 81, unit: "kg/" }, "asked"],
  ["a unit in braces only", { value: 81, unit: "{weight}" }, "asked"],
  ["a number as text", { value: "81", unit: "kg" }, "nothing"],
  ["0 kg", { value: 0, unit: "kg" }, "asked"],
  ["−0 kg", { value: -0, unit: "kg" }, "asked"],
  ["less than nothing", { value: -81, unit: "kg" }, "asked"],
  ["1e308 kg", { value: 1e308, unit: "kg" }, "asked"],
  ["5e-324 kg", { value: 5e-324, unit: "kg" }, "asked"],
  ["a value in a list", { value: [81], unit: "kg" }, "nothing"],
  ["an unknown comparator", { value: 81, unit: "kg", comparator: "~" }, "nothing"],
  ["a comparator", { value: 81, unit: "kg", comparator: "<" }, "nothing"],
];

const patients: readonly (readonly [name: string, patient: Change, fate: Fate])[] = [
  ["no field", {}, "nothing"],
  ["an unknown gender", { gender: "unknown" }, "nothing"],
  ["a gender of a megabyte", { gender: "x".repeat(1_000_000) }, "nothing"],
  ["a gender that is a number", { gender: 1 }, "nothing"],
  ["a birth in the future", { birthDate: "2030-01-01" }, "nothing"],
  ["a birth before anybody lives", { birthDate: "1900-01-01" }, "nothing"],
  ["a birth on no day", { birthDate: "1990-02-31" }, "nothing"],
  ["a birth year only", { birthDate: "1990" }, "asked"],
  ["a birth month only", { birthDate: "1990-05" }, "asked"],
  ["a birth with a time", { birthDate: "1990-05-01T10:00:00Z" }, "nothing"],
  ["a birth today", { birthDate: "2026-11-20" }, "kept"],
];

const orders: readonly (readonly [name: string, change: Change, fate: Fate])[] = [
  ["as it is", {}, "asked"],
  ["without a status", { status: undefined }, "nothing"],
  ["entered in error", { status: "entered-in-error" }, "nothing"],
  ["a draft", { status: "draft" }, "nothing"],
  ["of a drug that we lack", { medicationCodeableConcept: { text: "Aspirin" } }, "nothing"],
  [
    "of an antidote with a drug's name",
    { medicationCodeableConcept: { text: "digoxin immune fab" } },
    "nothing",
  ],
  ["of two drugs", { medicationCodeableConcept: { text: "caffeine and theophylline" } }, "nothing"],
  [
    "of a drug whose name is in another",
    { medicationCodeableConcept: { text: "esomeprazole" } },
    "nothing",
  ],
  ["of nothing", { medicationCodeableConcept: undefined }, "asked"],
  [
    "that refers to nothing",
    { medicationCodeableConcept: undefined, medicationReference: { reference: "#no" } },
    "asked",
  ],
  [
    "that refers to itself",
    {
      medicationCodeableConcept: undefined,
      id: "x",
      medicationReference: { reference: "MedicationRequest/x" },
    },
    "asked",
  ],
  [
    "every 0 h",
    { dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 0, periodUnit: "h" } } }] },
    "nothing",
  ],
  [
    "a million times a second",
    { dosageInstruction: [{ timing: { repeat: { frequency: 1e6, period: 1, periodUnit: "s" } } }] },
    "asked",
  ],
  [
    "less often than ever",
    {
      dosageInstruction: [
        { timing: { repeat: { frequency: 1, period: 1e300, periodUnit: "wk" } } },
      ],
    },
    "nothing",
  ],
  [
    "a negative number of times",
    { dosageInstruction: [{ timing: { repeat: { frequency: -2, period: 1, periodUnit: "d" } } }] },
    "asked",
  ],
  [
    "half a number of times",
    {
      dosageInstruction: [
        { timing: { repeat: { count: 2.5, frequency: 1, period: 1, periodUnit: "d" } } },
      ],
    },
    "asked",
  ],
  [
    "on Mondays",
    {
      dosageInstruction: [
        { timing: { repeat: { dayOfWeek: ["mon"], period: 1, periodUnit: "wk" } } },
      ],
    },
    "nothing",
  ],
  [
    "at ten thousand single times",
    {
      dosageInstruction: [
        { timing: { event: Array.from({ length: 10_000 }, () => "2026-11-01T08:00:00Z") } },
      ],
    },
    "nothing",
  ],
  [
    "with ten thousand instructions",
    { dosageInstruction: Array.from({ length: 10_000 }, () => ({})) },
    "asked",
  ],
  ["into the eye", { dosageInstruction: [{ route: { text: "Ophthalmic" } }] }, "nothing"],
  ["as needed", { dosageInstruction: [{ asNeededBoolean: true }] }, "nothing"],
];

const infusions: readonly (readonly [name: string, change: Change, fate: Fate])[] = [
  ["as it is", {}, "kept"],
  [
    "that ends before it begins",
    { effectivePeriod: { start: "2026-11-02T09:00:00Z", end: "2026-11-02T08:00:00Z" } },
    "kept",
  ],
  ["without an end", { effectivePeriod: { start: "2026-11-02T09:00:00Z" } }, "kept"],
  ["without a beginning", { effectivePeriod: { end: "2026-11-02T09:00:00Z" } }, "asked"],
  ["of a ton", { dosage: { route: { text: "IV" }, dose: { value: 1000, unit: "kg" } } }, "asked"],
  ["of nothing", { dosage: { route: { text: "IV" }, dose: { value: 0, unit: "mg" } } }, "asked"],
  [
    "of less than nothing",
    { dosage: { route: { text: "IV" }, dose: { value: -5, unit: "mg" } } },
    "asked",
  ],
  ["that was stopped", { status: "stopped" }, "asked"],
  ["that was not done", { status: "not-done" }, "nothing"],
  [
    "at an endless rate",
    { dosage: { route: { text: "IV" }, rateQuantity: { value: 1e308, unit: "kg/h" } } },
    "asked",
  ],
];

const people: readonly (readonly [name: string, resources: readonly unknown[], fate: Fate])[] = [
  [
    "two patients",
    [
      { resourceType: "Patient", id: "1" },
      { resourceType: "Patient", id: "2" },
    ],
    "several-people",
  ],
  [
    "two subjects",
    [
      weight({ subject: { reference: "Patient/1" } }),
      weight({ subject: { reference: "Patient/2" } }),
    ],
    "several-people",
  ],
  [
    "the same patient twice",
    [
      { resourceType: "Patient", id: "1" },
      { resourceType: "Patient", id: "1" },
    ],
    "several-people",
  ],
  [
    "two subjects, one of an allergy",
    [
      weight({ subject: { reference: "Patient/1" } }),
      { resourceType: "AllergyIntolerance", subject: { reference: "Patient/2" } },
    ],
    "kept",
  ],
  ["a subject that is no text", [weight({ subject: { reference: {} } })], "kept"],
];

export const fhirCases: readonly HostileCase[] = [
  ...["history", "batch-response", "subscription-notification", "", "x".repeat(100_000)].map(
    (type, n) =>
      json(`FHIR: bundle type ${n}`, "bundle-type", { resourceType: "Bundle", type, entry: [] }),
  ),
  json("FHIR: bundle without a type", "bundle-type", { resourceType: "Bundle" }),
  json("FHIR: bundle without entries", "nothing", { resourceType: "Bundle", type: "collection" }),
  json("FHIR: entries are an object", "not-fhir", {
    resourceType: "Bundle",
    type: "collection",
    entry: {},
  }),
  json("FHIR: a bundle in a bundle", "nothing", bundle(bundle(weight()))),
  json(
    "FHIR: ten thousand equal weights are one",
    "kept",
    bundle(...Array.from({ length: 10_000 }, () => weight())),
  ),
  json("FHIR: a type of resource in another script", "nothing", { resourceType: "Пациент" }),
  json("FHIR: a type of resource that is a number is no FHIR", "unknown-format", {
    resourceType: 5,
  }),
  ...of("a resource", "nothing", (value) => ({
    resourceType: "Bundle",
    type: "collection",
    entry: [{ resource: value }],
  })),
  ...of("an entry", "nothing", (value) => ({
    resourceType: "Bundle",
    type: "collection",
    entry: [value],
  })),
  ...of("the code", "nothing", (value) => weight({ code: value })),
  ...of("the list of codings", "nothing", (value) => weight({ code: { coding: value } })),
  ...of("the quantity", "nothing", (value) => weight({ valueQuantity: value })),
  ...of("the value", "nothing", (value) =>
    weight({ valueQuantity: { value: value === 7 ? "7" : value, code: "kg" } }),
  ),
  ...of("the dosage", "asked", (value) => order({ dosageInstruction: value })),
  ...of("the timing", "asked", (value) => order({ dosageInstruction: [{ timing: value }] })),
  ...of("the repeat", "asked", (value) =>
    order({ dosageInstruction: [{ timing: { repeat: value } }] }),
  ),
  ...dates.map(([date, fate]) =>
    json(`FHIR: measured at ${JSON.stringify(date)}`, fate, weight({ effectiveDateTime: date })),
  ),
  ...quantities.map(([name, quantity, fate]) =>
    json(`FHIR: weight with ${name}`, fate, weight({ valueQuantity: quantity })),
  ),
  ...patients.map(([name, patient, fate]) =>
    json(`FHIR: patient with ${name}`, fate, { resourceType: "Patient", ...patient }),
  ),
  ...orders.map(([name, change, fate]) => json(`FHIR: an order ${name}`, fate, order(change))),
  ...infusions.map(([name, change, fate]) =>
    json(`FHIR: an infusion ${name}`, fate, infusion(change)),
  ),
  ...people.map(([name, resources, fate]) => json(`FHIR: ${name}`, fate, bundle(...resources))),
  ...["preliminary", "registered", "cancelled", "entered-in-error", "unknown", "FINAL", ""].map(
    (status) =>
      json(
        `FHIR: an observation that is ${status || "of no status"}`,
        "nothing",
        weight({ status }),
      ),
  ),
  text("FHIR: 1e400 kg", "nothing", JSON.stringify(weight()).replace("81", "1e400")),
  text("FHIR: 2^53 + 1 kg", "asked", JSON.stringify(weight()).replace("81", "9007199254740993")),
  json(
    "FHIR: words that turn around",
    "asked",
    weight({
      code: { text: "\u202eniefffac" },
      valueQuantity: undefined,
      component: [
        {
          code: { text: "Caffeine \u202elevel\u0000\u001b[31m" },
          valueQuantity: { value: 2, code: "mg/L" },
        },
      ],
    }),
  ),
  json(
    "FHIR: ten thousand components",
    "nothing",
    weight({ code: { text: "x" }, component: Array.from({ length: 10_000 }, () => ({})) }),
  ),
  json(
    "FHIR: a thousand different open weights are few questions",
    "asked",
    bundle(
      ...Array.from({ length: 1000 }, (_, n) =>
        weight({ valueQuantity: { value: 1000 + n, code: "kg" } }),
      ),
    ),
  ),
];
