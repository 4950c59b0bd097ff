/** Quantiles of people's values: of everybody who has one, or of a set of people. */
import { quantile } from "d3-array";

/**
 * Linear between neighbours, as R's type 7 and most programs have it. Values that are no finite
 * number are left out.
 *
 * @param shares  such as 0.05, 0.5 and 0.95
 * @returns one value a share; NaN where nobody has a value
 */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const finite = values.filter((value) => Number.isFinite(value));
  return shares.map((share) => quantile(finite, share) ?? Number.NaN);
}

/** The values of a set of people, or of the first so many. */
export function valuesOf(values: ArrayLike<number>, people: Uint32Array | number): Float64Array {
  const value = (person: number) => values[person] ?? Number.NaN;
  return typeof people === "number"
    ? Float64Array.from({ length: people }, (_, person) => value(person))
    : Float64Array.from(people, value);
}
