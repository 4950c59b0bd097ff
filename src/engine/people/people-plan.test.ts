import { describe, expect, test } from "vitest";
import { shippedDrug } from "../../pharmacology/drugs/library";
import type { StudyOfMany } from "../../pharmacology/study";
import { parameterValues } from "../compiled-study";
import { planStudy } from "../plan";
import { planPeople, studyOfPerson, type PeoplePlan } from "./people-plan";

const study: StudyOfMany = {
  perfuse: 1,
  drugs: ["midazolam", "digoxin", "metformin"],
  people: { many: { count: 1000, seed: 4, ageYears: [1, 80], hepatic: "B" } },
  doses: [
    { drug: "midazolam", route: "oral", amountMgPerKg: 0.1, atHours: 0 },
    // two forms that release at a time belong to the model that everybody shares
    { drug: "metformin", route: "oral", amountMg: 390, atHours: 0, everyHours: 0.5, count: 2 },
  ],
  overrides: { "midazolam.fup": 0.04 },
};

function planOf(of: StudyOfMany): PeoplePlan {
  const planned = planPeople(of, shippedDrug);
  if (!planned.ok) throw new Error(planned.problems.map(({ message }) => message).join());
  return planned.value;
}

describe("people of a study", () => {
  test("a person opened alone has the numbers that the crowd's had, to the last bit", () => {
    const adults = { ...study, people: { many: { count: 1000, seed: 4, hepatic: "B" as const } } };
    const people = planOf(adults);
    for (let k = 0; k < 20; k++) {
      const alone = studyOfPerson(people, k);
      const member = people.source.person(k);
      if (!alone.ok || "why" in member) throw new Error(`person ${k} is not there`);
      const planned = planStudy(alone.value, shippedDrug);
      if (!planned.ok) throw new Error("the study of one cannot be planned");
      const own = new Float64Array(parameterValues(planned.value.model).length);
      member.write(own);
      expect(Array.from(own)).toEqual(parameterValues(planned.value.model));
      expect(planned.value.administrations[0]?.amountMg).toBeCloseTo(0.1 * member.weightKg, 12);
    }
  });

  test("what a study overrides is the same for everybody", () => {
    const people = planOf({ ...study, people: { many: { count: 10 } } });
    const place = people.plan.model.blocks
      .flatMap((block) =>
        Object.keys(block.parameters ?? {}).map((name) => `${block.name}.${name}`),
      )
      .indexOf("midazolam.fup");
    const values = new Float64Array(parameterValues(people.plan.model).length);
    for (let k = 0; k < 10; k++) {
      const member = people.source.person(k);
      if ("why" in member) throw new Error(member.why);
      member.write(values);
      expect(values[place]).toBe(0.04);
    }
  });
});
