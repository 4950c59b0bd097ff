/** The writer for crowds against the models of its people, one by one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../core/model/compose";
import type { Model } from "../core/model/model";
import { unitOf } from "../core/units/parse";
import { assembleModel, parameterWriter } from "./assemble";
import { makePerson, personLimits } from "./body/person";
import type { Drug } from "./drug";
import { shippedDrugs } from "./drugs/library";
import { partitionMethods, type PartitionMethod } from "./mechanisms/partition";

/** In the model's order and internal units. */
function parameterValues({ blocks }: Model): number[] {
  return blocks.flatMap(({ parameters }) =>
    Object.values(parameters ?? {}).map(({ value, unit }) => value * unitOf(unit).factor),
  );
}

const within = ([min, max]: readonly [number, number]) => fc.double({ min, max, noNaN: true });

const anybody = fc
  .record({
    sex: fc.constantFrom("male" as const, "female" as const),
    ageYears: within(personLimits.ageYears),
    heightCm: within(personLimits.heightCm),
    weightKg: within(personLimits.weightKg),
  })
  .chain((request) => {
    const person = makePerson(request);
    const relative = fc.double({ min: 0.3, max: 3, noNaN: true });
    // besides size, all that people differ in
    return fc.record({ relative, fup: relative, gut: relative, time: relative }).map((own) => ({
      ...person,
      albumin: person.albumin * own.fup,
      aag: person.aag / own.fup,
      microsomalProtein: person.microsomalProtein * own.relative,
      gastricEmptyingTime: own.time,
      intestinalTransitTime: own.relative,
      liverActivity: { ...person.liverActivity, CYP3A4: own.relative, CYP1A2: own.time },
      gutActivity: { ...person.gutActivity, CYP3A4: own.gut, Pgp: own.gut },
    }));
  });

/** Every method of partition, and a base strong enough for the branch that haematocrit enters. */
const otherDrugs: readonly Drug[] = shippedDrugs.flatMap((drug) =>
  (Object.keys(partitionMethods) as PartitionMethod[]).map((method): Drug => ({
    ...drug,
    id: `${drug.id}-${method}`,
    basePKa: [{ value: 9, unit: "1", provenance: { kind: "assumed", why: "a test" } }],
    partition: { ...drug.partition, method },
  })),
);

test.each([
  ...[true, false].flatMap((fed) =>
    [shippedDrugs, ...shippedDrugs.map((drug) => [drug]), []].map((drugs) => ({ drugs, fed })),
  ),
  { drugs: otherDrugs, fed: false },
])("a person's numbers are those of the person's model, to the last bit", ({ drugs, fed }) => {
  const write = parameterWriter({ drugs, fed });
  fc.assert(
    fc.property(anybody, (person) => {
      const expected = parameterValues(assembleModel({ person, drugs, fed }));
      const written = new Float64Array(expected.length);
      write(person, written);
      expect(written).toEqual(Float64Array.from(expected));
    }),
    { numRuns: 60, seed: 1 },
  );
});

test("they stand in the order in which composing a model lists them", () => {
  const declared = { drugs: shippedDrugs, fed: false };
  const person = makePerson();
  const composed = compose(assembleModel({ ...declared, person }));
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems));
  const expected = composed.value.parameters.map(({ internal }) => internal);
  const written = new Float64Array(expected.length);
  parameterWriter(declared)(person, written);
  expect([...written]).toEqual(expected);
});

test("nothing of the person before is left", () => {
  const assembly = { drugs: shippedDrugs, fed: false };
  const write = parameterWriter(assembly);
  const [man, child] = [makePerson(), makePerson({ ageYears: 3 })];
  const expected = Float64Array.from(parameterValues(assembleModel({ ...assembly, person: man })));
  const target = new Float64Array(expected.length);
  for (const person of [man, child, man]) write(person, target);
  expect(target).toEqual(expected);
});
