import { describe, expect, test } from "vitest";
import { makePerson } from "../body/person";
import { inCondition, type StateRequest } from "./in-condition";
import { makePopulation } from "./population";

const typical = makePerson({ sex: "female", ageYears: 35 });

function changed(request: StateRequest) {
  const outcome = inCondition(typical, request);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join());
  return outcome.value;
}

describe("a person with genes and conditions", () => {
  test("is the very same person where nothing is asked", () => {
    expect(changed({})).toEqual(typical);
    expect(changed({ renal: "normal", hepatic: null })).toEqual(typical);
  });

  test("with severe kidney disease filters less, with cirrhosis metabolises less", () => {
    expect(changed({ renal: "severe" }).gfr).toBeLessThan(0.35 * typical.gfr);
    const ill = changed({ hepatic: "B" });
    expect(ill.volume.liver).toBeCloseTo(0.55 * typical.volume.liver, 10);
    expect(ill.liverActivity["CYP3A4"]).toBeCloseTo(0.4, 10);
    const volume = (person: typeof typical) =>
      Object.values(person.volume).reduce((sum, own) => sum + own, 0);
    // fat takes the place of what the liver lost; by mass, so that volumes differ by its density
    expect(Math.abs(volume(ill) - volume(typical))).toBeLessThan(0.15);
  });

  test("has what the genes make of an enzyme in the liver and in the wall of the gut", () => {
    const poor = changed({ genes: { CYP2D6: "PM", CYP2C19: "*1/*2" } });
    expect(poor.liverActivity["CYP2D6"]).toBe(0);
    expect(poor.gutActivity["CYP2D6"]).toBe(0);
    expect(poor.gutActivity["CYP2C19"]).toBeCloseTo(0.5 * (typical.gutActivity["CYP2C19"] ?? 0));
    expect(poor.gutActivity["CYP3A4"]).toBe(typical.gutActivity["CYP3A4"]);
  });

  test("is what the typical one of a crowd with that condition is", () => {
    const crowd = makePopulation({ count: 1, femaleFraction: 1, ageYears: [35, 35], hepatic: "A" });
    expect(crowd.ok && crowd.value.typical).toEqual(changed({ hepatic: "A" }));
  });

  test.each<[string, StateRequest, RegExp]>([
    ["an unknown gene", { genes: { CYP9Z9: "*1/*1" } }, /CYP9Z9/],
    ["an unknown allele", { genes: { CYP2D6: "*1/*999" } }, /\*999/],
    ["an unknown group", { group: "Martian" as never }, /Martian/],
    ["an impossible week", { pregnancyWeeks: 50 }, /week/],
    ["what is contradictory", { pregnancyWeeks: 20, hepatic: "B" }, /pregnan/i],
  ])("is refused with %s", (_, request, expected) => {
    const outcome = inCondition(typical, request);
    const said = outcome.ok
      ? "ok"
      : outcome.problems.map((p) => `${p.subject} ${p.message}`).join();
    expect(said).toMatch(expected);
  });
});
