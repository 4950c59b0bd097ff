/**
 * Virtual people: any number of them, each by a number of its own.
 *
 * Person k depends on the request and k alone, whatever the count, the order, or who was drawn
 * before. What people vary by, and from where we know, is in variability.ts and anthropometry.ts.
 */
import type { Outcome, Problem } from "../../core/model/model";
import { makePerson, type Person } from "../body/person";
import { problemsOf } from "./check-request";
import { mostAttempts, PersonDrawer, type Drawn } from "./draw-person";
import { defaultAges } from "./draw-size";
import { inCondition } from "./in-condition";
import type { ManyRequest } from "./request";

export type { Drawn } from "./draw-person";

export interface Population {
  /** Of the middle of the ages, as is nobody in particular; a woman where most are. */
  readonly typical: Person;
  readonly count: number;
  /** @param k  from 0; also beyond the count */
  readonly draw: (k: number) => Drawn;
}

export function makePopulation(request: ManyRequest): Outcome<Population> {
  const problems = problemsOf(request);
  if (problems.length > 0) return { ok: false, problems };
  const drawer = new PersonDrawer(request);
  const nobody = tryOut(drawer, request);
  if (nobody) return { ok: false, problems: [nobody] };
  const typical = typicalOf(request);
  const { count } = request;
  return { ok: true, value: { typical, count, draw: (k) => drawer.draw(k) } };
}

// ——— the parts ———

/** People of the trial, and the most draws it makes. */
const trial = { people: 20, draws: 5000 };

/** Whether so few are found that more than about one in a hundred people would be given up. */
function tryOut(drawer: PersonDrawer, request: ManyRequest): Problem | undefined {
  let [found, draws] = [0, 0];
  for (let k = 0; k < trial.people && draws < trial.draws; k++) {
    const drawn = drawer.draw(k, trial.draws / trial.people);
    draws += drawn.ok ? drawn.redraws + 1 : trial.draws / trial.people;
    if (drawn.ok) found++;
  }
  if (found * mostAttempts >= draws * Math.log(100)) return undefined;
  return {
    code: "nobody-found",
    subject: narrowing(request),
    message: `${found === 0 ? "nobody" : `only ${found}`} like that was found in ${draws} draws; widen it, or the ages`,
  };
}

/** What is asked of sizes, as far as anything is. */
function narrowing({ bmi, sameWeightKg }: ManyRequest): keyof ManyRequest {
  if (typeof sameWeightKg === "number") return "sameWeightKg";
  return bmi ? "bmi" : "ageYears";
}

/** With the genes and conditions that all of the crowd have. */
function typicalOf(request: ManyRequest): Person {
  const person = typicalBodyOf(request);
  const conditioned = inCondition(person, request);
  return conditioned.ok ? conditioned.value : person;
}

/** As near to the reference person as what is asked of weights allows. */
function typicalBodyOf(request: ManyRequest): Person {
  const { femaleFraction = 0.5, ageYears: [from, to] = defaultAges, bmi, sameWeightKg } = request;
  const reference = {
    sex: femaleFraction > 0.5 ? ("female" as const) : ("male" as const),
    ageYears: (from + to) / 2,
  };
  if (typeof sameWeightKg === "number") return makePerson({ ...reference, weightKg: sameWeightKg });
  const person = makePerson(reference);
  if (!bmi) return person;
  const squareM = (person.heightCm / 100) ** 2;
  const index = Math.min(bmi[1], Math.max(bmi[0], person.weightKg / squareM));
  return makePerson({ ...reference, weightKg: index * squareM });
}
