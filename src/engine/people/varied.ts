/**
 * People who differ in every number of a model, whatever it means: harsher than any population, and
 * known to nobody but its seed. Back ends are proven with them.
 */
import type { Model } from "../../core/model/model";
import { normal } from "../../core/numerics/random";
import { parameterValues } from "../compiled-study";
import type { PeopleSource } from "../crowd";

export interface Variation {
  readonly count: number;
  readonly seed: number;
  /** Coefficient of variation of every parameter. */
  readonly cv: number;
}

/** Person 0 is the typical one. */
export function variedPeople(
  model: Model,
  weightKg: number,
  { count, seed, cv }: Variation,
): PeopleSource {
  const values = parameterValues(model);
  const isFraction = model.blocks.flatMap((block) =>
    Object.values(block.parameters ?? {}).map(({ unit }) => unit === "fraction"),
  );
  return {
    count,
    person: (person) => ({
      weightKg,
      write(target) {
        values.forEach((value, i) => {
          const factor = person === 0 ? 1 : Math.exp(cv * normal(seed, person, i));
          target[i] = isFraction[i] ? byOdds(value, factor) : value * factor;
        });
      },
    }),
  };
}

/** A fraction whose odds are multiplied: it stays between 0 and 1, and 0 and 1 stay what they are. */
function byOdds(fraction: number, factor: number): number {
  return factor === 1 ? fraction : (fraction * factor) / (1 - fraction + fraction * factor);
}
