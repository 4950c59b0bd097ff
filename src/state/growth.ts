/** What age does to a body's size: whoever changes the age means a person grown or shrunk to it. */
import { makePerson, type Person, type PersonRequest } from "../pharmacology/body/person";

/**
 * Height and weight keep their ratio to what is typical of the age, so a tall man becomes a tall
 * boy. Adults keep their size.
 */
export function atAge(person: Person, ageYears: number): PersonRequest {
  const { sex } = person;
  const before = makePerson({ sex, ageYears: person.ageYears });
  const after = makePerson({ sex, ageYears });
  if (before.heightCm === after.heightCm) return { ageYears };
  return {
    ageYears,
    heightCm: Math.round((person.heightCm * after.heightCm) / before.heightCm),
    weightKg: roundWeight((person.weightKg * after.weightKg) / before.weightKg),
  };
}

function roundWeight(kg: number): number {
  return kg < 20 ? Math.round(kg * 10) / 10 : Math.round(kg);
}
