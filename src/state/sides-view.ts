/** How populations and persons that stand side by side are called and read: letters, names, curves. */
import type { Ribbon } from "../engine/people/ribbons";
import type { CrowdResult } from "./crowd-result.svelte";
import type { PeopleColumn } from "./kept-people";
import { namesByDifference } from "./population-names";
import { sideLetters, type Side } from "./side-by-side.svelte";

interface Lettered {
  /** From 0. */
  readonly place: number;
  readonly letter: string;
  /** The name that somebody gave it, or what tells it from the others. */
  readonly name: string;
  /** "A, 100 mg" */
  readonly called: string;
}

/** As much of a side as its name is made of. */
interface NamedSide {
  readonly result: Pick<CrowdResult, "request">;
  readonly ownName: string | undefined;
  readonly person: { readonly number: number } | undefined;
}

export type LetteredSide = Side & Lettered;

const words = {
  everybody: "Everybody",
  alike: "the same study",
};

/** One alone is everybody; several have letters and are called by what differs. */
export function letteredSides<S extends NamedSide>(all: readonly S[]): (S & Lettered)[] {
  const names = namesByDifference(
    all.map(({ result, person }) => ({ study: result.request.study, person: person?.number })),
  );
  const areMany = all.filter(({ person }) => !person).length > 1;
  return all.map((side, place) => {
    const letter = sideLetters[place] ?? "";
    const name = side.ownName ?? names[place] ?? (areMany ? words.alike : words.everybody);
    return { ...side, place, letter, name, called: all.length > 1 ? `${letter}, ${name}` : name };
  });
}

/** Of a population; undefined where its study has no such output. */
export const ribbonOf = ({ ribbons }: CrowdResult, output: string): Ribbon | undefined =>
  ribbons.find((ribbon) => ribbon.output === output);

/** Of a person who stands beside, with the times at which the curve is known. */
export function curveOf({ result, person }: Side, output: string) {
  const place = result.opened.outputs.findIndex(({ name }) => name === output);
  const values = person?.curves[place];
  return values && { times: result.opened.times, values };
}

/** A side's numbers of one metric: one of a person, else of everybody who is kept. */
export function valuesIn({ result, person }: Side, { values }: PeopleColumn): Float32Array {
  if (!person) return values.subarray(0, result.filled);
  return person.number < result.filled
    ? values.subarray(person.number, person.number + 1)
    : new Float32Array(0);
}
