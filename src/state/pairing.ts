/**
 * Whether person k of one population is person k of another: the same draws of size, organs, flows
 * and genes, so that the two differ only by what was done to them.
 *
 * Doses, drugs, conditions and single genes that are asked for are done to people; seed, ages, sex,
 * body mass index, weight and the group of the genes say who they are. How many are asked for does
 * not matter: person k does not depend on it.
 */
import type { ManyRequest } from "../pharmacology/people/request";

export type Pairing =
  | { readonly isPaired: true; readonly count: number }
  | {
      readonly isPaired: false;
      /** What makes them others: "ages", "seed". */
      readonly differs: string;
    };

export function pairingOf(a: ManyRequest, b: ManyRequest): Pairing {
  const differs = who.find(({ of }) => of(a) !== of(b));
  if (differs) return { isPaired: false, differs: differs.name };
  return { isPaired: true, count: Math.min(a.count, b.count) };
}

/** As much of two results as says who is in them. */
export interface People {
  readonly covariates: readonly { readonly id: string; readonly values: ArrayLike<number> }[];
}

/**
 * A body that no condition leaves possible is drawn again, and then is another one: of the paired
 * numbers those whose height is the same in both. No condition changes anybody's height.
 */
export function samePeople(count: number, a: People, b: People): number[] {
  const [heightOfA, heightOfB] = [heightsOf(a), heightsOf(b)];
  const numbers = Array.from({ length: count }, (_, k) => k);
  return numbers.filter((k) => heightOfA[k] !== undefined && heightOfA[k] === heightOfB[k]);
}

// ——— the parts ———

const who: readonly { readonly name: string; readonly of: (many: ManyRequest) => unknown }[] = [
  { name: "seed", of: ({ seed = 1 }) => seed },
  { name: "ages", of: ({ ageYears = [20, 50] }) => ageYears.join(" ") },
  { name: "shares of women", of: ({ femaleFraction = 0.5 }) => femaleFraction },
  { name: "body mass indices", of: ({ bmi }) => bmi?.join(" ") },
  { name: "weights", of: ({ sameWeightKg }) => sameWeightKg ?? undefined },
  { name: "groups of the genes", of: ({ group = "European" }) => group },
];

const heightsOf = ({ covariates }: People): ArrayLike<number> =>
  covariates.find(({ id }) => id === "height")?.values ?? [];
