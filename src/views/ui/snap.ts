/** Pulls a dragged value onto a target close by. */

/**
 * @param reach  how near a target must be, in the unit of the values
 * @returns the nearest target within reach, else the value itself
 */
export function snap(value: number, targets: Iterable<number>, reach: number): number {
  let [best, distance] = [value, reach];
  for (const target of targets) {
    const away = Math.abs(target - value);
    if (away <= distance && (best === value || away < distance)) [best, distance] = [target, away];
  }
  return best;
}

/** The first target after a value, by more than the rounding of a pixel. */
export function nextAfter(value: number, targets: Iterable<number>): number | undefined {
  let best: number | undefined;
  for (const target of targets) {
    if (target > value + tolerance && (best === undefined || target < best)) best = target;
  }
  return best;
}

export function lastBefore(value: number, targets: Iterable<number>): number | undefined {
  let best: number | undefined;
  for (const target of targets) {
    if (target < value - tolerance && (best === undefined || target > best)) best = target;
  }
  return best;
}

const tolerance = 1e-9;
