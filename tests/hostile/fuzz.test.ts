/**
 * Every reader, fed with its own files changed at random: no crash, no polluted prototype, and
 * nothing that a twin could not hold, also after random answers to what is asked.
 *
 * A few hundred changed files each in `npm test`, always the same; `npm run fuzz -- 60` goes on for
 * so many seconds a reader from a seed that it prints, and takes more than five for one file as a hang.
 */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import type { Outcome } from "../../src/core/model/model";
import { answerQuestion } from "../../src/interop/health/gather";
import { readHealthFile } from "../../src/interop/health/read-health-file";
import { reading } from "../../src/interop/health/reading-for-tests";
import type { Answer, Question, Understood } from "../../src/interop/health/understood";
import { checkTwin, parseTwin } from "../../src/interop/twin-file";
import { zipOf } from "../../src/interop/health/zip-for-tests";
import { harmOf, prototypes } from "./harmless";
import { Mutator } from "./mutate";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 0);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const runs = 400;
const hangMs = 5000;

const before = prototypes();
const letters = (content: string) => new TextEncoder().encode(content);
const fixture = (name: string) => readFileSync(`tests/fixtures/health/${name}.json`, "utf8");

const apple = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [ <!-- Version: 13 --> <!ELEMENT HealthData (ExportDate,Me,Record*)> <!ATTLIST HealthData locale CDATA #REQUIRED > ]>
<HealthData locale="de_DE"><Me HKCharacteristicTypeIdentifierDateOfBirth="1980-05-01" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexMale"/>
<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" startDate="2026-11-01 07:00:00 +0100" value="70"/>
<Record type="HKQuantityTypeIdentifierHeight" unit="cm" startDate="2026-11-01 07:00:00 +0100" value="170"/>
<Record type="HKQuantityTypeIdentifierRestingHeartRate" unit="count/min" startDate="2026-11-01 07:00:00 +0100" value="61"><MetadataEntry key="a" value="b &amp; c"/></Record>
<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" startDate="2026-11-01 07:00:00 +0100" value="812"/>
</HealthData>`;
const genotypes = `# rsid\tchromosome\tposition\tgenotype\nrs4244285\t10\t96541616\tAG\nrs12248560\t10\t96521657\tCT\nrs4149056\t12\t21331549\tTC\nrs2306283\t12\t21329738\tAG\nrs776746\t7\t99270539\tCC\ni5000123\tMT\t12\t--\n`;
const pharmcat = JSON.stringify({
  results: [
    {
      gene: "CYP2C19",
      diplotypes: [{ name: "*1/*2", haplotype1: { name: "*1" }, haplotype2: { name: "*2" } }],
      matchData: { missingPositions: [{ position: 1 }] },
    },
  ],
  geneReports: {
    CPIC: {
      CYP2C9: {
        geneSymbol: "CYP2C9",
        callSource: "MATCHER",
        sourceDiplotypes: [{ allele1: { name: "*1" }, allele2: { name: "*3" }, label: "*1/*3" }],
        variants: [{ call: "A/C" }],
      },
    },
  },
});
const table =
  "time,drug,value,unit\n2026-11-02T08:00:00+01:00,vancomycin,14.2,mg/L\n2026-11-03,digoxin,<0.3,µg/L\n2026-11-04 08:00,caffeine,5,µmol/L\n";
const medications = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: [
    {
      resource: {
        resourceType: "MedicationAdministration",
        status: "completed",
        contained: [{ resourceType: "Medication", id: "m", code: { text: "Vancomycin 1 g" } }],
        medicationReference: { reference: "#m" },
        effectivePeriod: { start: "2026-11-02T08:00:00Z", end: "2026-11-02T09:30:00Z" },
        dosage: { route: { coding: [{ code: "47625008" }] }, dose: { value: 1, unit: "g" } },
      },
    },
    {
      resource: {
        resourceType: "MedicationStatement",
        status: "active",
        medicationCodeableConcept: { text: "Metformin hydrochloride 500 MG Oral Tablet" },
        dosage: [
          {
            timing: { repeat: { frequency: 2, period: 1, periodUnit: "d", count: 6 } },
            doseAndRate: [{ doseQuantity: { value: 1, unit: "tablet" } }],
          },
        ],
      },
    },
  ],
});
const twin = JSON.stringify({
  perfuseTwin: 1,
  name: "A",
  facts: { sex: "female", genes: { CYP2C9: "*1/*3" } },
  drugs: ["vancomycin"],
  events: [
    { kind: "level", id: "1", at: "2026-11-20T07:30:00+01:00", drug: "vancomycin", mgPerL: 14.2 },
    { kind: "measured", id: "2", at: "2026-11-20T07:30:00+01:00", what: "weight", value: 70 },
  ],
});

const readers: readonly (readonly [name: string, seeds: readonly Uint8Array[]])[] = [
  ["FHIR", [letters(fixture("synthea-b")), letters(medications), letters(fixture("us-core"))]],
  ["Apple Health", [letters(apple)]],
  ["ZIP", [zipOf([{ name: "apple_health_export/export.xml", bytes: letters(apple) }])]],
  [
    "Open mHealth",
    Object.values(JSON.parse(fixture("open-mhealth")) as object).map((one) =>
      letters(JSON.stringify(one)),
    ),
  ],
  ["genotypes", [letters(genotypes)]],
  ["PharmCAT", [letters(pharmcat)]],
  ["tables", [letters(table)]],
];

describe("changed at random", () => {
  test.each(readers)("%s", { timeout: (seconds + 120) * 1000 }, async (name, seeds) => {
    const mutator = new Mutator(seed, seeds);
    await again(name, async () => {
      const bytes = mutator.next();
      const outcome = await readHealthFile(new Blob([bytes]), reading);
      expect(harmOf(answeredAtRandom(outcome, mutator)), shown(bytes)).toBeUndefined();
    });
  });

  test("twin files", { timeout: (seconds + 120) * 1000 }, async () => {
    const mutator = new Mutator(seed, [letters(twin)]);
    await again("twin files", async () => {
      const bytes = mutator.next();
      const read = parseTwin(new TextDecoder().decode(bytes));
      if (read.ok) expect(checkTwin(read.value).ok, shown(bytes)).toBe(true);
    });
  });
});

afterAll(() => expect(prototypes()).toBe(before));

// ——— the parts ———

/** So many times, or for so many seconds; then tells how many and how long the longest took. */
async function again(name: string, once: () => Promise<void>): Promise<void> {
  const begin = performance.now();
  let [count, longest] = [0, 0];
  const isDone = () => (seconds > 0 ? performance.now() - begin > seconds * 1000 : count >= runs);
  while (!isDone()) {
    const start = performance.now();
    await once();
    longest = Math.max(longest, performance.now() - start);
    count++;
    if (count % 1000 === 0) expect(prototypes()).toBe(before);
  }
  if (seconds === 0) return;
  console.log(`${name}: ${count} files, seed ${seed}, the longest ${longest.toFixed(0)} ms`);
  expect(longest).toBeLessThan(hangMs);
}

/** Answers some questions, well or badly; a bad answer must change nothing. */
function answeredAtRandom(outcome: Outcome<Understood>, mutator: Mutator): Outcome<Understood> {
  let now = outcome;
  for (let round = 0; round < 6 && now.ok; round++) {
    const question = mutator.pick(now.value.questions);
    if (!question) break;
    const next = answerQuestion(now.value, question.id, anyAnswer(question, mutator), reading);
    if (next.ok) now = next;
  }
  return now;
}

function anyAnswer({ options = [], kind }: Question, mutator: Mutator): Answer {
  const zone = mutator.pick(["Europe/Berlin", "+01:00", "Mars", "__proto__", ""]) ?? "Z";
  const time = mutator.pick(["07:30", "unknown", "25:99", ""]) ?? "";
  const value = mutator.pick(options.map((option) => option.value)) ?? "constructor";
  const answers: Readonly<Record<Question["kind"], Answer>> = {
    time: { kind: "time", time, zone },
    moment: {
      kind: "moment",
      day: mutator.pick(["2026-11-02", "2026-02-30", ""]) ?? "",
      time,
      zone,
    },
    zone: { kind: "zone", zone },
    unit: { kind: "unit", value },
    drug: { kind: "drug", value },
    choice: { kind: "choice", value },
    amount: { kind: "amount", value: mutator.pick([1, 70, -1, 0, 1e9, Number.NaN, 2.5]) ?? 1 },
  };
  return mutator.chance(0.1) ? { kind: "leave-out" } : answers[kind];
}

/** The file that failed, for a case of its own in the corpus. */
function shown(bytes: Uint8Array): string {
  return JSON.stringify(new TextDecoder().decode(bytes.slice(0, 4000)));
}
