/** What a sky says of a person and of the whole, for the eye and for the ear. */
import { formatQuantity, noNumber } from "../../ui/format-number";
import { formatCount, peopleWord, personName } from "../people-words";
import type { Crowd, Dimension, Outcome } from "./sky";
import { countOf, failed, withoutValue } from "./sky-layout";

export interface Fact {
  readonly name: string;
  readonly text: string;
}

export function factOf(
  { name, unit, values, categories }: Pick<Dimension, "name" | "unit" | "values" | "categories">,
  person: number,
): Fact {
  const value = values[person] ?? Number.NaN;
  const text = categories ? (categories[value] ?? noNumber) : formatQuantity(value, unit);
  return { name, text };
}

/** What is shown of a person: both dimensions and the outcome, each once. */
export function factsOf(
  person: number,
  across: Dimension,
  up: Dimension | null,
  outcome: Outcome,
): Fact[] {
  const facts = [across, ...(up ? [up] : []), outcome].map((one) => factOf(one, person));
  return facts.filter(({ name }, index) => facts.findIndex((one) => one.name === name) === index);
}

export function personSentence(person: number, kind: number, facts: readonly Fact[]): string {
  const who = personName(person);
  if (kind === failed) return `${who}, could not be computed`;
  return [who, ...facts.map(({ name, text }) => `${name} ${text}`)].join(", ");
}

/** "1280 of 10 000 people, 3 could not be computed. 40 selected." */
export function skySentence(crowd: Crowd, kinds: Uint8Array, selected: number): string {
  const { filled, of } = crowd;
  const parts = [
    filled < of ? `${formatCount(filled)} of ${peopleWord(of)}` : peopleWord(of),
    counted(countOf(kinds, failed), "could not be computed"),
    counted(countOf(kinds, withoutValue), "without a value here"),
  ];
  const whole = parts.filter((part) => part !== "").join(", ");
  return selected > 0 ? `${whole}. ${formatCount(selected)} selected.` : `${whole}.`;
}

const counted = (count: number, what: string) => (count > 0 ? `${formatCount(count)} ${what}` : "");
