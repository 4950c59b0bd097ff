/**
 * What sets some people apart from the rest: for each covariate the difference of the means, in
 * standard deviations, so that kilograms, years and genes can stand in one list.
 *
 * It describes a difference and says nothing of its cause; and with many covariates some differ by
 * chance. Categories are compared one by one, as shares, which are means of 0 and 1.
 */

export type Covariate = NumberCovariate | CategoryCovariate;

interface NumberCovariate {
  readonly kind: "number";
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** By person; NaN where it is not known. */
  readonly values: ArrayLike<number>;
}

interface CategoryCovariate {
  readonly kind: "category";
  readonly id: string;
  readonly name: string;
  readonly categories: readonly string[];
  /** By person, places in `categories`; NaN where it is not known. */
  readonly values: ArrayLike<number>;
}

export interface Moments {
  /** People who have a value. */
  readonly count: number;
  readonly mean: number;
  /** Of a sample; NaN below two people. */
  readonly variance: number;
}

export interface Difference {
  readonly covariate: Covariate;
  /** The one whose share differs most; undefined of a number. */
  readonly category: string | undefined;
  /** Of the selected, and of the others. Of a category the means are shares. */
  readonly part: Moments;
  readonly rest: Moments;
  /** Positive where the selected have more. */
  readonly standardised: number;
}

/**
 * The largest differences first, whichever their direction. Covariates in which either group has
 * fewer than two people with a value are left out: they have no spread to measure by.
 *
 * @param selected  not 0 for the people of the part
 */
export function rankDifferences(
  covariates: readonly Covariate[],
  selected: Uint8Array,
): Difference[] {
  return covariates
    .flatMap((covariate) => differenceOf(covariate, selected) ?? [])
    .filter(({ standardised }) => !Number.isNaN(standardised))
    .toSorted(bySize);
}

/** Two passes, so that a mean far from nothing costs no figures. */
export function momentsOf(
  people: number,
  isMember: (person: number) => boolean,
  valueOf: (person: number) => number,
): Moments {
  const [count, sum] = total(people, isMember, valueOf);
  const mean = sum / count;
  const [, squares] = total(people, isMember, (person) => (valueOf(person) - mean) ** 2);
  return { count, mean, variance: count > 1 ? squares / (count - 1) : Number.NaN };
}

/**
 * (mean of the part − mean of the rest) / pooled standard deviation: Cohen's d, as in J. Cohen,
 * Statistical Power Analysis for the Behavioral Sciences, 2nd ed. 1988, equations 2.5.1 and 2.5.2.
 *
 * @returns 0 where nobody differs, ±Infinity where the groups are each alike and differ
 */
export function standardisedDifference(part: Moments, rest: Moments): number {
  const freedom = part.count + rest.count - 2;
  const pooled = ((part.count - 1) * part.variance + (rest.count - 1) * rest.variance) / freedom;
  const difference = part.mean - rest.mean;
  return difference === 0 && pooled === 0 ? 0 : difference / Math.sqrt(pooled);
}

// ——— the parts ———

function differenceOf(covariate: Covariate, selected: Uint8Array): Difference | undefined {
  if (covariate.kind === "number") {
    return compare(covariate, undefined, selected, (person) => at(covariate.values, person));
  }
  const each = covariate.categories.map((category, place) =>
    compare(covariate, category, selected, (person) => {
      const value = at(covariate.values, person);
      return Number.isNaN(value) ? Number.NaN : Number(value === place);
    }),
  );
  return each.toSorted(bySize)[0];
}

/** Of two that are alike the one that the selected have more of: of two categories, one suffices. */
function bySize(a: Difference, b: Difference): number {
  const [first, second] = [Math.abs(a.standardised), Math.abs(b.standardised)];
  const isAlike = first === second || Math.abs(first - second) < 1e-9;
  return isAlike ? b.standardised - a.standardised || 0 : second - first;
}

function compare(
  covariate: Covariate,
  category: string | undefined,
  selected: Uint8Array,
  valueOf: (person: number) => number,
): Difference {
  const part = momentsOf(selected.length, (person) => selected[person] !== 0, valueOf);
  const rest = momentsOf(selected.length, (person) => selected[person] === 0, valueOf);
  return { covariate, category, part, rest, standardised: standardisedDifference(part, rest) };
}

function total(
  people: number,
  isMember: (person: number) => boolean,
  valueOf: (person: number) => number,
): [count: number, sum: number] {
  let [count, sum] = [0, 0];
  for (let person = 0; person < people; person++) {
    if (!isMember(person)) continue;
    const value = valueOf(person);
    if (!Number.isFinite(value)) continue;
    count++;
    sum += value;
  }
  return [count, sum];
}

const at = (values: ArrayLike<number>, person: number) => values[person] ?? Number.NaN;
