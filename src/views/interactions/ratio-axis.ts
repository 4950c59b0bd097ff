/** The axis of a single ratio: logarithmic, the same distance for half and double, wide enough. */

export interface RatioAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** 0 to 1; what lies outside is at its end. */
  readonly place: (ratio: number) => number;
}

const marks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** From a mark below everything to one above, with 0.5 to 2 in sight at least. */
export function ratioAxisFor(values: readonly number[]): RatioAxis {
  const known = [0.55, 1.8, ...values].filter((value) => value > 0 && Number.isFinite(value));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const min = marks.findLast((mark) => mark <= least) ?? least;
  const max = marks.find((mark) => mark >= most) ?? most;
  const length = Math.log(max / min);
  return {
    min,
    max,
    ticks: marks.filter((mark) => mark >= min && mark <= max),
    place: (ratio) => Math.min(1, Math.max(0, Math.log(ratio / min) / length)),
  };
}
