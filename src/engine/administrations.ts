/**
 * What a study's doses put where: every repeat written out, in mg of the drug itself, with the state
 * or forcing that it goes into. A dose that cannot be given is a problem by its number.
 */
import type { Outcome, Problem } from "../core/model/model";
import { convert } from "../core/units/convert";
import type { Person } from "../pharmacology/body/person";
import type { Drug, DrugNumber } from "../pharmacology/drug";
import { doseState, type Formulation } from "../pharmacology/mechanisms/absorption";
import { clockOf } from "../pharmacology/mechanisms/release";
import { baseShare } from "../pharmacology/salts";
import type { DoseRequest } from "../pharmacology/study";
import { idsOf, substancesOf } from "../pharmacology/substances";
import { formulationOf, momentsOf, type ReleaseForms } from "./release-forms";

/** One administration, with every repeat written out. */
export interface Administration {
  readonly drug: string;
  readonly atHours: number;
  readonly overHours: number;
  readonly amountMg: number;
  /** Where it goes by body weight; `amountMg` is then that of the plan's person. */
  readonly mgPerKg?: number;
  /** Between swallowing and the tablet's beginning to dissolve. */
  readonly delayHours?: number;
  readonly into: readonly DoseTarget[];
  /** How long the clocks of its targets run, where they have some. */
  readonly releaseHours?: number;
}

/** Where a dose goes: all of it, or to each form of a mixture its half. */
export interface DoseTarget {
  /** Name of the state or forcing. */
  readonly name: string;
  /** Under what the amount is conserved. */
  readonly substance: string;
  readonly share: number;
  /** Of the form that releases it: names of the state that counts, and of what makes it run. */
  readonly clock?: { readonly state: string; readonly forcing: string };
}

/** What doses are given of, and the forms that are there to hold them. */
export interface Givable {
  readonly drugs: readonly Drug[];
  readonly releases: ReadonlyMap<string, ReleaseForms>;
}

/** @param index  of the dose in its study */
export function administrationsOf(
  dose: DoseRequest,
  index: number,
  person: Person,
  { drugs, releases }: Givable,
): Outcome<Administration[]> {
  const refuse = ([code, message]: Refusal): Outcome<never> => ({
    ok: false,
    problems: [{ code, subject: `dose ${index + 1}`, message }],
  });
  const drug = drugs.find((candidate) => idsOf(candidate).includes(dose.drug));
  if (!drug) {
    return refuse(["unknown-drug", `gives ${dose.drug}, which is not in the study's drugs`]);
  }
  const share = baseShare(dose, drug);
  if (share === undefined) {
    const message = `is of a salt, and ${drug.name} declares none; write the amount of the drug itself`;
    return refuse(["no-salt", message]);
  }
  const amountMg = share * (dose.amountMg ?? (dose.amountMgPerKg ?? 0) * person.weightKg);
  const refused = refusalOf(dose, drug, amountMg);
  if (refused) return refuse(refused);
  const byWeight = dose.amountMg === undefined && { mgPerKg: share * (dose.amountMgPerKg ?? 0) };
  return { ok: true, value: writtenOut(dose, drug, { amountMg, ...byWeight }, releases) };
}

// ——— the parts ———

type Refusal = readonly [code: Problem["code"], message: Problem["message"]];

function refusalOf(dose: DoseRequest, drug: Drug, amountMg: number): Refusal | undefined {
  const swallowed = dose.route === "oral" ? refusalToSwallow(dose, drug) : undefined;
  if (swallowed) return swallowed;
  if (!(amountMg > 0 && amountMg <= 1e5)) {
    return ["dose-range", `is ${amountMg} mg; it must be above 0 and at most 100 000 mg`];
  }
  if (givenOf(dose, drug).length === 0) {
    return ["not-dosed", `gives ${dose.drug}, which is made in the body; give ${drug.name}`];
  }
  return undefined;
}

function refusalToSwallow(dose: DoseRequest, drug: Drug): Refusal | undefined {
  const { name, absorption } = drug;
  if (!absorption) {
    return ["no-absorption", `${name} is not absorbed from the gut; write iv`];
  }
  if (dose.overHours !== undefined) {
    return ["oral-infusion", "is swallowed and cannot run over a time; leave overHours out"];
  }
  if (formulationOf(dose, drug) === "weibull" && !absorption.release) {
    return [
      "no-release",
      `${name} declares no Weibull release; write tablet, or write absorption.release into the drug`,
    ];
  }
  return undefined;
}

/** A dose that can be given, once for every repeat. */
function writtenOut(
  dose: DoseRequest,
  drug: Drug,
  amount: Pick<Administration, "amountMg" | "mgPerKg">,
  releases: Givable["releases"],
): Administration[] {
  const overHours = dose.overHours ?? 0;
  const formulation = dose.route === "oral" ? formulationOf(dose, drug) : undefined;
  const lag = formulation && lagOf(drug, formulation);
  const release = formulation === "weibull" ? releases.get(drug.id) : undefined;
  return momentsOf(dose).map((atHours) => ({
    drug: drug.id,
    atHours,
    overHours,
    ...amount,
    ...(lag && { delayHours: convert(lag.value, lag.unit, "h") }),
    ...(release && { releaseHours: release.hours }),
    into: givenOf(dose, drug).map((target) =>
      formulation
        ? oralTarget(target, formulation, release?.formAt.get(atHours) ?? 1)
        : intravenousTarget(target, overHours),
    ),
  }));
}

/** Between swallowing a form and its beginning to dissolve. */
function lagOf({ absorption }: Drug, formulation: Formulation): DrugNumber | undefined {
  if (formulation === "solution") return undefined;
  return formulation === "weibull" ? absorption?.release?.lag : absorption?.lag;
}

/** A substance that a dose is of, and its share of the dose. */
interface GivenOf {
  readonly substance: ReturnType<typeof substancesOf>[number];
  readonly share: number;
}

/** Both forms of a mixture get their half; a metabolite is not given. */
function givenOf({ drug: asked }: DoseRequest, drug: Drug): GivenOf[] {
  const share = drug.enantiomers && drug.id === asked ? 0.5 : 1;
  return substancesOf(drug)
    .filter(
      ({ id, relativeMass }) => relativeMass === undefined && (id === asked || drug.id === asked),
    )
    .map((substance) => ({ substance, share }));
}

function oralTarget(
  { substance, share }: GivenOf,
  formulation: Formulation,
  form: number,
): DoseTarget {
  return {
    name: doseState(substance, formulation, form),
    substance: substance.conservedAs,
    share,
    ...(formulation === "weibull" && { clock: clockOf(substance, form) }),
  };
}

function intravenousTarget({ substance, share }: GivenOf, overHours: number): DoseTarget {
  const name = `${substance.id}.venousBlood.${overHours > 0 ? "infusion" : "A"}`;
  return { name, substance: substance.conservedAs, share };
}
