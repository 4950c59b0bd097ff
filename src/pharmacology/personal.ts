/**
 * Blocks whose numbers may depend on who the person is.
 *
 * Such a number is declared once, as a function of the person. Assembling one person's model
 * evaluates it; the writer for crowds (assemble.ts) calls the same function for everybody. The
 * structure of a block depends on no person.
 */
import type { Block, Parameter, Provenance } from "../core/model/model";
import type { Person } from "./body/person";

export type OfPerson = (person: Person) => number;

export interface PersonalParameter extends Omit<Parameter, "value"> {
  readonly value: number | OfPerson;
}

export interface PersonalBlock extends Omit<Block, "parameters"> {
  readonly parameters?: Readonly<Record<string, PersonalParameter>>;
}

export function parameter(
  value: number | OfPerson,
  unit: string,
  label: string,
  provenance: Provenance,
): PersonalParameter {
  return { value, unit, label, provenance };
}

/** The block with this person's numbers in it. */
export function blockOf(block: PersonalBlock, person: Person): Block {
  const { parameters, ...others } = block;
  if (!parameters) return others;
  const numbers = Object.entries(parameters).map(([name, { value, ...rest }]) => {
    return [name, { value: typeof value === "number" ? value : value(person), ...rest }] as const;
  });
  // spread from the block itself: its keys keep their order
  return { ...block, parameters: Object.fromEntries(numbers) };
}
