/**
 * Names of populations that stand side by side, made from what differs between what was asked:
 * "Severe kidney disease", "150 mg", "Ages 65 to 80". What all of them share is no part of a name.
 */
import { printDoses } from "../interop/dose-text";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { HepaticClass, RenalStage } from "../pharmacology/conditions/moves";
import type { ManyRequest } from "../pharmacology/people/request";
import type { StudyOfMany } from "../pharmacology/study";

/** A population, or one person of it by number from 0. */
export interface Named {
  readonly study: StudyOfMany;
  readonly person?: number | undefined;
}

/** In the order given; undefined where nothing that was asked tells one from the others. */
export function namesByDifference(all: readonly Named[]): (string | undefined)[] {
  const names = namesBy(all, all.map(aspectsOf));
  // how many, and with what seed, matters only where nothing else does
  const isTold = new Set(names).size === names.length;
  return isTold ? names : namesBy(all, all.map(withNumbers));
}

// ——— the parts ———

/** What of a request can differ, in words, by what it is about. */
type Aspects = ReadonlyMap<string, string>;

function namesBy(all: readonly Named[], aspects: readonly Aspects[]): (string | undefined)[] {
  const keys = [...new Set(aspects.flatMap((own) => [...own.keys()]))];
  const different = keys.filter((key) => new Set(aspects.map((own) => own.get(key))).size > 1);
  return all.map(({ person }, i) => {
    const told = different.map((key) => aspects[i]?.get(key) ?? absent(key));
    const words = [...(person === undefined ? [] : [personWord(person)]), ...told];
    return words.length === 0 ? undefined : words.join(", ");
  });
}

const personWord = (number: number) => `Person ${number + 1}`;

function withNumbers(named: Named): Aspects {
  const { count, seed = 1 } = named.study.people.many;
  const numbers = [["count", `${count} people`] as const, ["seed", `seed ${seed}`] as const];
  return new Map([...aspectsOf(named), ...numbers]);
}

function aspectsOf({ study }: Named): Aspects {
  const { many } = study.people;
  return new Map([
    ["drugs", drugWords(study)],
    ["doses", printDoses(study.doses, "oral") || "nothing given"],
    ["ages", `Ages ${rangeWords(many.ageYears ?? [20, 50])}`],
    ["sex", sexWords(many.femaleFraction ?? 0.5)],
    ["renal", renalWords[many.renal ?? "normal"]],
    ["hepatic", hepaticWords[many.hepatic ?? "normal"]],
    ["pregnancy", pregnancyWords(many.pregnancyWeeks)],
    ["group", `Genes as in the group ${many.group ?? "European"}`],
    ["bmi", many.bmi ? `Body mass index ${rangeWords(many.bmi)}` : "Body mass index as surveyed"],
    ["weight", weightWords(many)],
    ["span", spanWords(study)],
    ...Object.entries(many.genes ?? {}).map(
      ([gene, genotype]) => [`gene ${gene}`, `${gene} ${genotype}`] as const,
    ),
    ["own", ownWords(study.overrides ?? {})],
  ]);
}

/** Of a gene that only some of them ask for. */
const absent = (key: string) => `${key.replace(/^gene /, "")} as drawn`;

function drugWords({ drugs }: StudyOfMany): string {
  const names = drugs.map((drug) =>
    typeof drug === "string" ? (shippedDrug(drug)?.name ?? drug) : drug.name,
  );
  return names.join(" and ");
}

const rangeWords = ([from, to]: readonly [number, number]) =>
  from === to ? String(from) : `${from} to ${to}`;

function sexWords(femaleFraction: number): string {
  if (femaleFraction === 0) return "Men";
  return femaleFraction === 1 ? "Women" : `${Math.round(100 * femaleFraction)} % women`;
}

const renalWords: Readonly<Record<RenalStage, string>> = {
  normal: "Healthy kidneys",
  mild: "Mild kidney disease",
  moderate: "Moderate kidney disease",
  severe: "Severe kidney disease",
  esrd: "End-stage kidney disease",
};

const hepaticWords: Readonly<Record<HepaticClass, string>> = {
  normal: "Healthy liver",
  A: "Child–Pugh A",
  B: "Child–Pugh B",
  C: "Child–Pugh C",
};

function ownWords(overrides: Readonly<Record<string, number>>): string {
  const entries = Object.entries(overrides);
  if (entries.length === 0) return "no numbers of its own";
  if (entries.length > mostOwn) return `${entries.length} numbers of its own`;
  return entries.map(([name, value]) => `${name} ${value}`).join(", ");
}

/** More numbers of a model make no name. */
const mostOwn = 2;

const pregnancyWords = (weeks: number | null | undefined) =>
  typeof weeks === "number" ? `Week ${weeks} of pregnancy` : "Not pregnant";

const weightWords = ({ sameWeightKg }: ManyRequest) =>
  typeof sameWeightKg === "number" ? `Everybody ${sameWeightKg} kg` : "Everybody their own weight";

function spanWords({ fromHours, untilHours }: StudyOfMany): string {
  const from = fromHours === undefined ? "" : ` from ${fromHours} h`;
  return untilHours === undefined ? `usual span${from}` : `until ${untilHours} h${from}`;
}
