/** The reference people of the model, to be chosen at a click. */
import { columns } from "../pharmacology/body/reference-people";
import { makePerson, type Person, type PersonRequest } from "../pharmacology/body/person";

export interface ReferencePerson {
  readonly id: string;
  readonly label: string;
  readonly request: PersonRequest;
  readonly isSame: (person: Person) => boolean;
}

const labels: Readonly<Record<string, string>> = {
  man: "Man, 35 years",
  woman: "Woman, 35 years",
  newborn: "Newborn",
  "1 year": "Child, 1 year",
  "5 years": "Child, 5 years",
  "10 years": "Child, 10 years",
  "15 years, male": "Boy, 15 years",
  "15 years, female": "Girl, 15 years",
};

/** Adults first: they are what most people begin with. */
export const referencePeople: readonly ReferencePerson[] = columns
  .map(({ id, sex, ageYears }) => {
    const isAdult = id === "man" || id === "woman";
    const chosen = sex === "both" ? ("male" as const) : sex;
    const { heightCm, weightKg } = makePerson({ sex: chosen, ageYears });
    const age = isAdult ? 35 : ageYears;
    const request = { sex: chosen, ageYears: age, heightCm, weightKg };
    const isSame = (person: Person) =>
      (sex === "both" || person.sex === sex) &&
      person.ageYears === age &&
      person.heightCm === heightCm &&
      person.weightKg === weightKg;
    return { id, label: labels[id] ?? id, request, isSame };
  })
  .toSorted((a, b) => (b.request.ageYears ?? 0) - (a.request.ageYears ?? 0));
