/**
 * Files made by hand to harm the readers: each meets the fate that its list says, none crashes, none
 * leaves anything on a prototype, and what is kept of any is something that a twin can hold.
 */
import { afterAll, describe, expect, test } from "vitest";
import { readHealthFile } from "../../src/interop/health/read-health-file";
import { reading } from "../../src/interop/health/reading-for-tests";
import type { Outcome } from "../../src/core/model/model";
import type { Understood } from "../../src/interop/health/understood";
import type { Fate } from "./case";
import { encodingCases } from "./encodings";
import { fhirCases } from "./fhir-cases";
import { harmOf, prototypes } from "./harmless";
import { tableCases } from "./table-cases";
import { xmlCases } from "./xml-cases";

const corpus = [...encodingCases, ...fhirCases, ...xmlCases, ...tableCases];
const before = prototypes();

function fateOf(outcome: Outcome<Understood>): Fate {
  if (!outcome.ok) return outcome.problems[0]?.code ?? "no reason";
  const { facts, events, questions } = outcome.value;
  if (events.length > 0 || Object.keys(facts).length > 0) return "kept";
  return questions.length > 0 ? "asked" : "nothing";
}

test("there are 300 and more, each of its own name", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(300);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

describe("hostile files", () => {
  test.each(corpus)("$name", async ({ parts, fate }) => {
    const outcome = await readHealthFile(new Blob([...parts()]), reading);
    expect(harmOf(outcome)).toBeUndefined();
    expect(fateOf(outcome)).toBe(fate);
    expect(prototypes()).toBe(before);
  });
});

afterAll(() => expect(prototypes()).toBe(before));
