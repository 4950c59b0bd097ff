/** FHIR: what is in published examples is found, and what is not in them is asked. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Fields } from "./json-tree";
import { readFhir } from "./fhir";
import { answerQuestion } from "./gather";
import { answered, codeOf, onlyQuestion, reading, understood } from "./reading-for-tests";
import type { Understood } from "./understood";

const fixture = (name: string) => readFileSync(`tests/fixtures/health/${name}.json`, "utf8");
const read = (value: unknown) => readFhir(JSON.stringify(value), reading);

const observation = (change: Fields = {}) => ({
  resourceType: "Observation",
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code: "29463-7", display: "Body weight" }] },
  effectiveDateTime: "2026-11-02T08:00:00+01:00",
  valueQuantity: { value: 81.5, system: "http://unitsofmeasure.org", code: "kg" },
  ...change,
});
const level = (change: Fields = {}) =>
  observation({
    code: {
      coding: [{ system: "http://loinc.org", code: "4092-3", display: "Vancomycin trough" }],
    },
    valueQuantity: { value: 14.2, system: "http://unitsofmeasure.org", code: "ug/mL" },
    ...change,
  });
const bundle = (...resources: readonly unknown[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});

describe("published examples", () => {
  test.each([
    ["synthea-a", "male", 34, 183.259, [78.1312, 83.8541, 88.7702, 92.7126]],
    ["synthea-b", "male", 45, 176.561, [88.6898, 93.4314, 94.4334, 94.4334, 94.4334]],
  ] as const)("%s: sex, age, height and all weights", (name, sex, years, heightCm, weights) => {
    const { facts, events } = understood(readFhir(fixture(name), reading));
    expect(facts).toEqual({ sex, age: { years, on: "2026-11-20" }, heightCm });
    const found = events.flatMap((event) =>
      event.kind === "measured" && event.what === "weight" ? event.value : [],
    );
    expect(found).toEqual(weights);
    expect(events.every(({ source }) => source === "a file")).toBe(true);
  });

  test("nothing of a patient but sex and age is kept, in any place", () => {
    const text = JSON.stringify(understood(readFhir(fixture("synthea-a"), reading)));
    for (const personal of ["Delagarza", "Marcos", "555-", "Massachusetts", "4acb6705", "1992"]) {
      expect(text, personal).not.toContain(personal);
    }
  });

  test("orders of drugs that we lack are said, and metformin is asked about", () => {
    const { questions, ignored, remarks } = understood(readFhir(fixture("synthea-b"), reading));
    expect(questions.map(({ kind, count }) => [kind, count])).toEqual([["choice", 1]]);
    expect(questions[0]?.text).toContain("Metformin hydrochloride 500 MG Extended Release");
    expect(remarks[0]?.why).toContain("slow release");
    const amoxicillin = ignored.find(({ what }) => what.startsWith("Amoxicillin"));
    expect(amoxicillin).toMatchObject({ why: "is no drug of this model", count: 3 });
  });

  test("a weight with a day only waits for its time", () => {
    const examples = JSON.parse(fixture("us-core")) as Record<string, unknown>;
    const first = understood(read(examples["weight"]));
    expect(first.events).toEqual([]);
    expect(onlyQuestion(first)).toMatchObject({ kind: "time", count: 1 });
    const done = answered(first, { kind: "time", time: "07:30", zone: "America/New_York" });
    expect(done.events).toMatchObject([
      { what: "weight", value: 20.0941, at: "1999-07-02T07:30:00-04:00" },
    ]);
  });
});

describe("observations", () => {
  test("a level is total mass in plasma, in mg/L", () => {
    expect(understood(read(level())).events).toMatchObject([
      { kind: "level", drug: "vancomycin", mgPerL: 14.2, at: "2026-11-02T08:00:00+01:00" },
    ]);
  });

  test("below a limit is kept as below", () => {
    const below = level({ valueQuantity: { value: 2, unit: "mg/L", comparator: "<" } });
    expect(understood(read(below)).events).toMatchObject([{ mgPerL: 2, isBelow: true }]);
  });

  test("a level known by words alone is asked about", () => {
    const words = level({ code: { text: "Rifampin level, serum" } });
    const first = understood(read(words));
    expect(onlyQuestion(first).text).toContain("total concentration of rifampicin in plasma");
    const done = answered(first, { kind: "choice", value: "yes" });
    expect(done.events).toMatchObject([{ drug: "rifampicin", mgPerL: 14.2 }]);
    expect(done.drugs).toEqual(["rifampicin"]);
  });

  test.each([
    ["Vancomycin in urine", "is not the whole drug in plasma"],
    ["Free theophylline", "is not the whole drug in plasma"],
    ["Vancomycin susceptibility", "nothing of it enters the model"],
    ["Esomeprazole level", "nothing of it enters the model"],
    ["14-hydroxyclarithromycin", "nothing of it enters the model"],
  ])("%s is no level of ours", (text, why) => {
    expect(understood(read(level({ code: { text } }))).ignored).toMatchObject([{ why }]);
  });

  test.each([
    [{ status: "entered-in-error" }, "is marked as entered in error"],
    [{ status: "preliminary" }, "has the status “preliminary”"],
    [
      { valueQuantity: undefined, dataAbsentReason: { text: "hemolysed" } },
      "has no value (hemolysed)",
    ],
    [{ valueQuantity: { value: "81" } }, "has no number"],
    [{ effectiveDateTime: "2026-02-30" }, "its time is none of the calendar"],
    [{ effectiveDateTime: "2031-01-01T00:00:00Z" }, "its time is in the future"],
    [{ valueQuantity: { value: 80, code: "kg", comparator: "<" } }, "gives a limit, not a value"],
  ])("%j is left aside and said", (change, why) => {
    const { events, questions, ignored } = understood(read(observation(change)));
    expect(events).toEqual([]);
    expect(questions).toEqual([]);
    expect(ignored).toMatchObject([{ why }]);
  });

  test("a time without an offset is asked for its zone, once for the whole file", () => {
    const local = (time: string) => observation({ effectiveDateTime: time });
    const first = understood(
      read(bundle(local("2026-07-02T08:00:00"), local("2026-11-02T08:00:00"))),
    );
    expect(onlyQuestion(first)).toMatchObject({ kind: "zone", count: 2 });
    const done = answered(first, { kind: "zone", zone: "Europe/Berlin" });
    expect(done.events.map(({ at }) => at)).toEqual([
      "2026-07-02T08:00:00+02:00",
      "2026-11-02T08:00:00+01:00",
    ]);
  });

  test("an unknown unit is asked for, and a value that cannot be is asked again", () => {
    const strange = observation({ valueQuantity: { value: 12, unit: "stein" } });
    const first = understood(read(strange));
    expect(onlyQuestion(first)).toMatchObject({ kind: "unit" });
    const heavy = answered(first, { kind: "unit", value: "g" });
    expect(onlyQuestion(heavy)).toMatchObject({
      kind: "amount",
      amount: { unit: "kg", most: 400 },
    });
    const done = answered(heavy, { kind: "amount", value: 81 });
    expect(done.events).toMatchObject([{ value: 81 }]);
  });

  test("components are values of their own", () => {
    const panel = observation({
      code: { text: "Vital signs" },
      valueQuantity: undefined,
      component: [
        { code: observation().code, valueQuantity: { value: 80, code: "kg" } },
        {
          code: { coding: [{ system: "http://loinc.org", code: "8867-4" }] },
          valueQuantity: { value: 62, code: "/min" },
        },
      ],
    });
    expect(understood(read(panel)).events).toHaveLength(2);
  });
});

describe("medications", () => {
  const amountsOf = ({ events }: Understood) =>
    events.flatMap((event) => (event.kind === "dose" ? event.amountMg : []));
  const metformin = {
    medicationCodeableConcept: { text: "Metformin hydrochloride 500 MG Oral Tablet" },
  };
  const request = (change: Fields = {}) => ({
    resourceType: "MedicationRequest",
    status: "active",
    intent: "order",
    ...metformin,
    authoredOn: "2026-11-01",
    dosageInstruction: [
      {
        timing: {
          repeat: {
            frequency: 2,
            period: 1,
            periodUnit: "d",
            boundsPeriod: { start: "2026-11-02T08:00:00+01:00", end: "2026-11-04T20:00:00+01:00" },
          },
        },
        doseAndRate: [{ doseQuantity: { value: 2, unit: "tablet" } }],
      },
    ],
    ...change,
  });

  test("an order is no dose until the person says that it was taken", () => {
    const first = understood(read(request()));
    expect(first.events).toEqual([]);
    const done = answered(first, { kind: "choice", value: "yes" });
    // two tablets of 500 mg of the hydrochloride: 165.6 g/mol, of which 129.2 g/mol are metformin
    expect(amountsOf(done)).toEqual([expect.closeTo(780, 0)]);
    expect(done.events).toMatchObject([
      {
        kind: "dose",
        drug: "metformin",
        route: "oral",
        everyHours: 12,
        count: 6,
        at: "2026-11-02T08:00:00+01:00",
      },
    ]);
    expect(done.remarks).toHaveLength(1);
  });

  test("what an order leaves open is asked one after another", () => {
    const bare = request({ dosageInstruction: [], ...metformin });
    let now = understood(read(bare));
    const kinds: string[] = [];
    for (const answer of [
      { kind: "choice", value: "yes" },
      { kind: "amount", value: 500 },
      { kind: "choice", value: "24" },
      { kind: "amount", value: 3 },
      { kind: "moment", day: "2026-11-03", time: "08:15", zone: "+01:00" },
    ] as const) {
      kinds.push(onlyQuestion(now).kind);
      now = answered(now, answer);
    }
    expect(kinds).toEqual(["choice", "amount", "choice", "amount", "moment"]);
    expect(now.questions).toEqual([]);
    expect(amountsOf(now)).toEqual([expect.closeTo(390, 0)]);
    expect(now.events).toMatchObject([
      { everyHours: 24, count: 3, at: "2026-11-03T08:15:00+01:00" },
    ]);
  });

  test("an infusion lasts as long as its period", () => {
    const administration = {
      resourceType: "MedicationAdministration",
      status: "completed",
      contained: [{ resourceType: "Medication", id: "m", code: { text: "Vancomycin 1 g" } }],
      medicationReference: { reference: "#m" },
      effectivePeriod: { start: "2026-11-02T08:00:00Z", end: "2026-11-02T09:30:00Z" },
      dosage: {
        route: { coding: [{ system: "http://snomed.info/sct", code: "47625008" }] },
        dose: { value: 1, unit: "g" },
      },
    };
    expect(understood(read(administration)).events).toMatchObject([
      { kind: "dose", drug: "vancomycin", route: "iv", amountMg: 1000, overHours: 1.5 },
    ]);
    const byRate = {
      ...administration,
      dosage: {
        ...administration.dosage,
        dose: undefined,
        rateQuantity: { value: 400, code: "mg/h" },
      },
    };
    expect(understood(read(byRate)).events).toMatchObject([{ amountMg: 600 }]);
    const stopped = understood(read({ ...administration, status: "stopped" }));
    expect(onlyQuestion(stopped)).toMatchObject({ kind: "amount" });
  });

  test("a code without a name is asked for", () => {
    const coded = request({
      medicationCodeableConcept: { coding: [{ code: "860975" }] },
    });
    const first = understood(read(coded));
    expect(onlyQuestion(first)).toMatchObject({ kind: "drug" });
    expect(onlyQuestion(first).options).toContainEqual({ value: "metformin", label: "Metformin" });
  });

  test.each([
    [{ status: "entered-in-error" }, "is marked as entered in error"],
    [{ status: "cancelled" }, "has the status “cancelled”"],
    [
      { dosageInstruction: [{ asNeededBoolean: true }] },
      "is taken as needed: when it was taken is not in the file",
    ],
    [
      { dosageInstruction: [{ route: { text: "Topical" } }] },
      "is given by a route (Topical) that the model does not have",
    ],
    [
      { medicationCodeableConcept: { text: "dapagliflozin 5 MG / metformin 850 MG Oral Tablet" } },
      "combines several ingredients",
    ],
  ])("%j is left aside and said", (change, why) => {
    const { questions, ignored } = understood(read(request(change)));
    expect(questions).toEqual([]);
    expect(ignored).toMatchObject([{ why }]);
  });
});

describe("what is refused", () => {
  test.each([
    ["not-fhir", { name: "x" }],
    ["not-fhir", []],
    ["bundle-type", { resourceType: "Bundle", type: "history", entry: [] }],
    ["not-fhir", { resourceType: "Bundle", type: "collection", entry: {} }],
    [
      "several-people",
      bundle({ resourceType: "Patient", id: "1" }, { resourceType: "Patient", id: "2" }),
    ],
    [
      "several-people",
      bundle(
        observation({ subject: { reference: "Patient/1" } }),
        observation({ subject: { reference: "Patient/2" } }),
      ),
    ],
  ])("%s", (code, value) => expect(codeOf(read(value))).toBe(code));

  test("the same person by two kinds of address is one", () => {
    const both = bundle(
      observation({ subject: { reference: "Patient/1" } }),
      level({ subject: { reference: "https://example.org/fhir/Patient/1" } }),
    );
    expect(understood(read(both)).events).toHaveLength(2);
  });

  test("an answer that is none is refused and changes nothing", () => {
    const first = understood(read(observation({ effectiveDateTime: "2026-11-02" })));
    expect(() => answered(first, { kind: "time", time: "late", zone: "Z" })).toThrow("bad-answer");
    expect(() => answered(first, { kind: "unit", value: "kg" })).toThrow("bad-answer");
    expect(answered(first, { kind: "leave-out" })).toMatchObject({ events: [], questions: [] });
  });

  test("a day of which nobody knows the time is its noon, give or take", () => {
    const first = understood(read(observation({ effectiveDateTime: "2026-11-02" })));
    const done = answered(first, { kind: "time", time: "unknown", zone: "Z" });
    // a uniform spread over 1440 min has a standard deviation of 1440 / √12
    expect(done.events).toMatchObject([{ at: "2026-11-02T12:00:00Z", minutesOff: 416 }]);
  });
});

test("an answer that raises a question which is open already joins it", () => {
  const local = { effectiveDateTime: "2026-11-02T08:00:00" };
  const noUnit = observation({ ...local, valueQuantity: { value: 80 } });
  const first = understood(read(bundle(observation(local), noUnit)));
  expect(first.questions.map(({ kind, count }) => [kind, count])).toEqual([
    ["zone", 1],
    ["unit", 1],
  ]);
  const unit = first.questions.find(({ kind }) => kind === "unit");
  const next = understood(
    answerQuestion(first, unit?.id ?? "", { kind: "unit", value: "kg" }, reading),
  );
  expect(onlyQuestion(next)).toMatchObject({ kind: "zone", count: 2 });
});
