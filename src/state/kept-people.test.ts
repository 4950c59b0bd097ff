import { describe, expect, test } from "vitest";
import type { PeopleRange } from "../engine/people/people-api";
import { KeptPeople } from "./kept-people";

/** People of a range with an AUC ten times their number and a weight a hundred times; some failed. */
function range(first: number, end: number, failed: readonly number[] = []): PeopleRange {
  const people = Array.from({ length: end - first }, (_, i) => first + i);
  const numbers = (factor: number) => Float32Array.from(people, (person) => factor * person);
  return {
    first,
    end,
    people,
    solved: Uint8Array.from(people, (person) => (failed.includes(person) ? 0 : 1)),
    covariates: [numbers(100)],
    columns: [{ output: "a/venous-plasma", metric: "AUC", unit: "mg/L·h", values: numbers(10) }],
  } as unknown as PeopleRange;
}

describe("what is kept of people", () => {
  test("counts people only once everybody before them has come", () => {
    const kept = new KeptPeople(6, ["weight"]);
    kept.add(range(2, 4));
    expect(kept.filled).toBe(0);
    kept.add(range(0, 2));
    expect(kept.filled).toBe(4);
    expect([...(kept.metrics()[0]?.values ?? [])]).toEqual([0, 10, 20, 30, Number.NaN, Number.NaN]);
  });

  test("has no outcome of whom could not be computed, but still their numbers", () => {
    const kept = new KeptPeople(3, ["weight"]);
    kept.add(range(0, 3, [1]));
    expect([...kept.failed]).toEqual([0, 1, 0]);
    expect(kept.metrics()[0]?.values[1]).toBeNaN();
    expect(kept.covariates[0]?.[1]).toBe(100);
  });

  test("takes the first people of a range that reaches beyond them, and none after", () => {
    const kept = new KeptPeople(3, ["weight"]);
    kept.add(range(0, 5));
    kept.add(range(5, 9));
    expect(kept.filled).toBe(3);
  });

  test("begins anew when a run does", () => {
    const kept = new KeptPeople(2, ["weight"]);
    kept.add(range(0, 2, [0]));
    kept.clear();
    expect(kept.filled).toBe(0);
    expect(kept.metrics()).toEqual([]);
    expect([...kept.failed]).toEqual([0, 0]);
  });
});
