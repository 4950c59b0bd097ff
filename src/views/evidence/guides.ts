/**
 * The lines that predictions are held against in a picture of predicted over observed: where both
 * are equal, where they differ by some fold, and Guest's limits.
 */
export interface Guide {
  readonly id: string;
  /** In the key: "2-fold". */
  readonly name: string;
  readonly dash: string | undefined;
  /** The predicted values on the line, below and above: two, or one where it is a single line. */
  readonly at: (observed: number) => readonly number[];
}

export const identity: Guide = {
  id: "identity",
  name: "equal",
  dash: undefined,
  at: (observed) => [observed],
};

export const foldGuides: readonly Guide[] = [
  identity,
  fold(1.25, "1 3"),
  fold(1.5, "4 3"),
  fold(2, "9 4"),
];

/** @param limits  lower and upper prediction that an observed ratio allows */
export const guestGuides = (
  limits: (observed: number) => readonly [number, number],
): readonly Guide[] => [
  identity,
  { id: "guest", name: "Guest’s limits", dash: "4 3", at: limits },
  fold(2, "9 4"),
];

/**
 * A guide as path data, one line for each of its values.
 *
 * @param range  observed values from and to, both above 0
 */
export function guidePath(
  { at }: Guide,
  range: { readonly min: number; readonly max: number },
  x: (observed: number) => number,
  y: (predicted: number) => number,
): string {
  const steps = 60;
  const observed = Array.from(
    { length: steps + 1 },
    (_, step) => range.min * (range.max / range.min) ** (step / steps),
  );
  return at(range.min)
    .map((_, line) => {
      const points = observed.map((value) => {
        const predicted = at(value)[line] ?? Number.NaN;
        return `${x(value).toFixed(1)} ${y(predicted).toFixed(1)}`;
      });
      return `M${points.join("L")}`;
    })
    .join("");
}

function fold(factor: number, dash: string): Guide {
  return {
    id: `fold-${factor}`,
    name: `${factor}-fold`,
    dash,
    at: (observed) => [observed / factor, observed * factor],
  };
}
