import { describe, expect, test } from "vitest";
import { shippedDrugs } from "../pharmacology/drugs/library";
import { checkAnyStudy, checkStudy, isOfMany, parseStudy, writeStudy } from "./study-file";

const minimal = {
  perfuse: 1,
  drugs: ["midazolam"],
  people: { one: {} },
  doses: [{ drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 0 }],
};

function sentences(value: unknown): string {
  const result = typeof value === "string" ? parseStudy(value) : checkStudy(value);
  return result.ok
    ? "ok"
    : result.problems.map((p) => `${p.code} ${p.subject}: ${p.message}`).join("\n");
}

describe("the study file", () => {
  test("reads the example of the contract", () => {
    const study = {
      ...minimal,
      title: "Midazolam by mouth",
      people: {
        one: {
          sex: "female",
          ageYears: 30,
          heightCm: 165,
          weightKg: 60,
          egfrMlMin: 95,
          childPugh: null,
        },
      },
      fromHours: -73,
      untilHours: 24,
      record: { everyHours: 0.25, outputs: ["midazolam/venous-plasma", "midazolam/liver"] },
      overrides: { "liver.volume": 1.8 },
    };
    const result = checkStudy(study);
    expect(result.ok && result.value.people.one).toEqual({
      sex: "female",
      ageYears: 30,
      heightCm: 165,
      weightKg: 60,
      egfrMlMin: 95,
    });
  });

  test("takes an amount of the drug or of its salt, and nothing else", () => {
    const [dose] = minimal.doses;
    const of = (amountOf: string) => ({ ...minimal, doses: [{ ...dose, amountOf }] });
    expect(sentences(of("salt"))).toBe("ok");
    expect(sentences(of("base"))).toBe("ok");
    expect(sentences(of("tablet"))).toContain('doses[0].amountOf: must be "base" or "salt"');
  });

  test("is written as it is read", () => {
    const result = checkStudy(minimal);
    if (!result.ok) throw new Error(sentences(minimal));
    expect(parseStudy(writeStudy(result.value))).toEqual(result);
  });

  test.each(shippedDrugs.map((drug) => [drug.id, drug] as const))(
    "takes %s as a whole drug, as it is exported",
    (_, drug) => {
      const result = checkStudy({ ...minimal, drugs: [drug] });
      expect(result.ok ? result.value.drugs[0] : sentences({ ...minimal, drugs: [drug] })).toEqual(
        drug,
      );
    },
  );

  const dose = minimal.doses[0];
  test.each<[string, unknown, RegExp]>([
    ["nothing", "", /^empty-file the study file: is empty$/],
    ["no JSON", "{perfuse: 1", /^not-json the study file: is not JSON/],
    [
      "100 MB",
      `"${"x".repeat(100_000_000)}"`,
      /^too-large the study file: is 100 MB; at most 5 MB are read$/,
    ],
    ["deep nesting", "[".repeat(100_000), /^too-deep/],
    [
      "__proto__",
      '{"perfuse":1,"__proto__":{"x":1}}',
      /^forbidden-key the study file: has the key "__proto__"/,
    ],
    ["a list", "[]", /^not-a-study/],
    [
      "a newer version",
      { ...minimal, perfuse: 2 },
      /^newer-version the study file: was written for format 2/,
    ],
    ["an unknown key", { ...minimal, colour: "red" }, /^unknown-key colour: is not a key/],
    [
      "an unknown key of a dose",
      { ...minimal, doses: [{ ...dose, when: 1 }] },
      /^unknown-key doses\[0\].when/,
    ],
    [
      "a missing key",
      { perfuse: 1, drugs: ["midazolam"], doses: [] },
      /^missing-key people: is missing$/,
    ],
    [
      "an age of −1",
      { ...minimal, people: { one: { ageYears: -1 } } },
      /people.one.ageYears: must be at least 0 years$/,
    ],
    [
      "an age of 200",
      { ...minimal, people: { one: { ageYears: 200 } } },
      /people.one.ageYears: must be at most 110 years$/,
    ],
    [
      "a weight of text",
      { ...minimal, people: { one: { weightKg: "70" } } },
      /people.one.weightKg: must be a number$/,
    ],
    [
      "a weight of 0",
      { ...minimal, people: { one: { weightKg: 0 } } },
      /people.one.weightKg: must be at least 0.5 kg$/,
    ],
    [
      "a negative dose",
      { ...minimal, doses: [{ ...dose, amountMg: -1 }] },
      /^bad-value doses\[0\].amountMg: must be above 0 mg$/,
    ],
    ["a zero dose", { ...minimal, doses: [{ ...dose, amountMg: 0 }] }, /must be above 0 mg$/],
    [
      "a huge dose",
      { ...minimal, doses: [{ ...dose, amountMg: 1e6 }] },
      /must be at most 100000 mg$/,
    ],
    ["a dose of text", { ...minimal, doses: [{ ...dose, amountMg: "5" }] }, /must be a number$/],
    [
      "two amounts",
      { ...minimal, doses: [{ ...dose, amountMgPerKg: 1 }] },
      /needs either amountMg or amountMgPerKg$/,
    ],
    [
      "an infusion of zero length",
      { ...minimal, doses: [{ ...dose, route: "iv", overHours: 0 }] },
      /must be above 0 h$/,
    ],
    [
      "an unknown route",
      { ...minimal, doses: [{ ...dose, route: "nasal" }] },
      /must be "iv" or "oral"$/,
    ],
    [
      "repeats without interval",
      { ...minimal, doses: [{ ...dose, count: 3 }] },
      /does not say every how many hours$/,
    ],
    [
      "too many doses",
      {
        ...minimal,
        doses: [
          { ...dose, count: 9999, everyHours: 1 },
          { ...dose, count: 2, everyHours: 1 },
        ],
      },
      /at most 10 000 doses/,
    ],
    ["no drug", { ...minimal, drugs: [] }, /must name at least one drug$/],
    [
      "many people where one is wanted",
      { ...minimal, people: { many: { count: 1000 } } },
      /^many-people people.many/,
    ],
  ])("refuses %s, and says what to do", (_, value, expected) => {
    expect(sentences(value)).toMatch(expected);
  });

  const [drug] = shippedDrugs;
  test.each<[string, object, RegExp]>([
    [
      "a fraction unbound above 1",
      { fup: { ...drug?.fup, value: 1.2 } },
      /fup: must be above 0 and at most 1 fraction$/,
    ],
    ["a fraction unbound of 0", { fup: { ...drug?.fup, value: 0 } }, /fup: must be above 0/],
    [
      "a number without source",
      { fup: { value: 0.5, unit: "fraction" } },
      /fup.provenance: is missing/,
    ],
    [
      "a unit of another kind",
      { molarMass: { ...drug?.molarMass, unit: "mg/L" } },
      /molarMass: must be in a unit like g\/mol$/,
    ],
    [
      "an unknown enzyme",
      { metabolism: [{ ...drug?.metabolism[0], enzyme: "CYP0" }] },
      /metabolism\[0\].enzyme: must be an enzyme/,
    ],
    ["an id with a slash", { id: "a/b" }, /id: must be lower-case letters/],
  ])("refuses a drug with %s", (_, change, expected) => {
    expect(sentences({ ...minimal, drugs: [{ ...drug, ...change }] })).toMatch(expected);
  });

  test("reads one person's genes and conditions, null meaning typical", () => {
    const one = { childPugh: "B", renal: null, genes: { CYP2D6: "*4/*4" }, group: "European" };
    const result = checkStudy({ ...minimal, people: { one } });
    expect(result.ok && result.value.people.one).toEqual({
      hepatic: "B",
      genes: { CYP2D6: "*4/*4" },
      group: "European",
    });
  });

  test("reads many people, null meaning typical and Child-Pugh the liver", () => {
    const many = { count: 1000, seed: 7, ageYears: [20, 50], childPugh: "B", pregnancyWeeks: null };
    const result = checkAnyStudy({ ...minimal, people: { many } });
    if (!result.ok || !isOfMany(result.value)) throw new Error("is not of many");
    expect(result.value.people.many).toEqual({
      count: 1000,
      seed: 7,
      ageYears: [20, 50],
      hepatic: "B",
    });
    expect(checkAnyStudy(JSON.parse(writeStudy(result.value)))).toEqual(result);
  });

  test.each<[string, object, RegExp]>([
    ["nobody", { count: 0 }, /people.many.count: must be at least 1 people/],
    ["minus five people", { count: -5 }, /people.many.count: must be at least 1/],
    ["a trillion people", { count: 1e12 }, /people.many.count: must be at most 10000000 people/],
    ["two and a half people", { count: 2.5 }, /people.many.count: must be a whole number/],
    ["an unknown condition", { count: 10, gout: true }, /people.many.gout/],
    ["an unknown stage", { count: 10, renal: "bad" }, /people.many.renal/],
  ])("refuses %s", (_, many, expected) => {
    const result = checkAnyStudy({ ...minimal, people: { many } });
    const said = result.ok
      ? "ok"
      : result.problems.map((p) => `${p.code} ${p.subject}: ${p.message}`).join("\n");
    expect(said).toMatch(expected);
  });
});

test("thresholds are of many people, as a number or with a unit, and are written as they came", () => {
  const many = { ...minimal, people: { many: { count: 5 } } };
  const thresholds = { "midazolam/venous-plasma": "50 ng/mL", "midazolam/liver": 0.2 };
  expect(checkAnyStudy({ ...many, thresholds })).toMatchObject({ ok: true, value: { thresholds } });
  expect(sentences({ ...minimal, thresholds })).toMatch(/^many-only thresholds: /);
  for (const wrong of [[], null, true, 0, -1, Number.POSITIVE_INFINITY, "x".repeat(41)]) {
    const refused = checkAnyStudy({ ...many, thresholds: { "midazolam/liver": wrong } });
    expect(refused.ok ? [] : refused.problems).toMatchObject([
      {
        subject: "thresholds.midazolam/liver",
        message: expect.stringMatching(/^must be a number above 0, or one with/) as string,
      },
    ]);
  }
});

test("a liver that is said twice must be said alike", () => {
  const one = (state: object) => sentences({ ...minimal, people: { one: state } });
  expect(one({ hepatic: "B", childPugh: "B" })).toBe("ok");
  expect(one({ hepatic: "B", childPugh: null })).toBe("ok");
  expect(one({ hepatic: "B", childPugh: "C" })).toBe(
    "said-twice people.one.childPugh: is C and hepatic is B, which mean the same; leave one out",
  );
});

test("kidneys that a file measures twice are refused, in what was kept the absolute rate is taken", () => {
  const study = { ...minimal, people: { one: { egfrMlMin: 30, egfrMlMin173: 90 } } };
  expect(sentences(JSON.stringify(study))).toBe(
    "said-twice people.one.egfrMlMin173: is 90 and egfrMlMin is 30, both of the same kidneys; leave one out",
  );
  expect(sentences(study)).toBe("ok");
});
