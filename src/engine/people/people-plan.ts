/**
 * From a study of many people to what a run needs: one plan, made for the typical person, and a
 * source of people who write their own numbers into it.
 */
import type { Outcome } from "../../core/model/model";
import { unitOf } from "../../core/units/parse";
import { parameterWriter } from "../../pharmacology/assemble";
import type { Person } from "../../pharmacology/body/person";
import { makePopulation, type Population } from "../../pharmacology/people/population";
import type { StudyOfMany } from "../../pharmacology/study";
import type { PeopleSource } from "../crowd";
import { planFor, type DrugLookup, type StudyPlan } from "../plan";

export interface PeoplePlan {
  readonly population: Population;
  /** Of the typical person. */
  readonly plan: StudyPlan;
  readonly source: PeopleSource;
}

export function planPeople(study: StudyOfMany, lookup: DrugLookup): Outcome<PeoplePlan> {
  const made = makePopulation(study.people.many);
  if (!made.ok) return made;
  const population = made.value;
  const planned = planFor(study, population.typical, lookup);
  if (!planned.ok) return planned;
  const plan = planned.value;
  return { ok: true, value: { population, plan, source: sourceOf(population, plan) } };
}

// ——— the parts ———

function sourceOf(population: Population, plan: StudyPlan): PeopleSource {
  const write = writerFor(plan);
  return {
    count: population.count,
    person(k) {
      const drawn = population.draw(k);
      if (!drawn.ok) return { why: drawn.why };
      const { person } = drawn;
      return { weightKg: person.weightKg, write: (target) => write(person, target) };
    },
  };
}

/** What a study overrides is the same for everybody. */
function writerFor({ drugs, fed, study, model }: StudyPlan) {
  const write = parameterWriter({ drugs, fed });
  const fixed = model.blocks
    .flatMap((block) =>
      Object.entries(block.parameters ?? {}).map(([local, { value, unit }]) => ({
        name: `${block.name}.${local}`,
        value: value * unitOf(unit).factor,
      })),
    )
    .flatMap(({ name, value }, place) =>
      Object.hasOwn(study.overrides ?? {}, name) ? [{ place, value }] : [],
    );
  return (person: Person, target: Float64Array) => {
    write(person, target);
    for (const { place, value } of fixed) target[place] = value;
  };
}
