/**
 * From a study of many people to what a run needs: one plan, made for the typical person, and a
 * source of people who write their own numbers into it.
 */
import type { Model, Outcome } from "../../core/model/model";
import { unitOf } from "../../core/units/parse";
import { assembleModel, parameterWriter } from "../../pharmacology/assemble";
import { makePerson, type Person } from "../../pharmacology/body/person";
import { makePopulation, type Population } from "../../pharmacology/people/population";
import type { Study, StudyOfMany } from "../../pharmacology/study";
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

/**
 * The study of one of them: every number of the model that is that person's own is overridden, so
 * that it is the same person wherever it is opened.
 */
export function studyOfPerson({ population, plan }: PeoplePlan, k: number): Outcome<Study> {
  const drawn = population.draw(k);
  if (!drawn.ok) {
    const problem = { code: "failed", subject: `person ${k + 1}`, message: drawn.why };
    return { ok: false, problems: [problem] };
  }
  const { sex, ageYears, heightCm, weightKg } = drawn.person;
  const own = makePerson({ sex, ageYears, heightCm, weightKg });
  const { drugs, fed, forms, study } = plan;
  const [drawnModel, sizeModel] = [drawn.person, own].map((person) =>
    namedValues(assembleModel({ person, drugs, fed, forms })),
  );
  const different = [...(drawnModel ?? [])].filter(
    ([name, value]) => sizeModel?.get(name) !== value,
  );
  return {
    ok: true,
    value: {
      ...study,
      title: `Person ${k + 1}${study.title === undefined ? "" : ` of ${study.title}`}`,
      people: { one: { sex, ageYears, heightCm, weightKg } },
      overrides: { ...Object.fromEntries(different), ...study.overrides },
    },
  };
}

// ——— the parts ———

/** In the units that the model lists. */
function namedValues(model: Model): Map<string, number> {
  return new Map(
    model.blocks.flatMap((block) =>
      Object.entries(block.parameters ?? {}).map(
        ([local, { value }]) => [`${block.name}.${local}`, value] as const,
      ),
    ),
  );
}

function sourceOf(population: Population, plan: StudyPlan): PeopleSource {
  const write = writerFor(plan);
  return {
    count: population.count,
    person(k) {
      const drawn = population.draw(k);
      if (!drawn.ok) return { why: drawn.why };
      const { person, redraws } = drawn;
      return { weightKg: person.weightKg, redraws, write: (target) => write(person, target) };
    },
  };
}

/** What a study overrides is the same for everybody. */
function writerFor({ drugs, fed, forms, study, model }: StudyPlan) {
  const write = parameterWriter({ drugs, fed, forms });
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
