/**
 * Where an observed point and its error bar are drawn. What the axis cannot show is not dropped:
 * it is drawn at the edge, with an arrow that says "further on".
 */
import type { ObservedPoint } from "./time-course";
import type { ValueScale } from "./value-scale";

export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  readonly where: "inside" | "below" | "above";
  readonly bar: DrawnBar | null;
}

/** From `high` down to `low`, in pixels. An end that is cut carries an arrow. */
interface DrawnBar {
  readonly high: number;
  readonly low: number;
  readonly isHighCut: boolean;
  readonly isLowCut: boolean;
}

/** @returns null where the value or its time is no number */
export function drawPoint(
  [time, value, sd]: ObservedPoint,
  x: (timeHours: number) => number,
  scale: ValueScale,
): DrawnPoint | null {
  const [across, place] = [x(time), scale.y(value)];
  if (!Number.isFinite(across) || Number.isNaN(place)) return null;
  const where = place > scale.height + 0.5 ? "below" : place < -0.5 ? "above" : "inside";
  return {
    x: across,
    y: Math.min(Math.max(place, 0), scale.height),
    where,
    bar: where === "inside" && sd !== undefined && sd > 0 ? drawBar(value, sd, scale) : null,
  };
}

function drawBar(value: number, sd: number, { y, height }: ValueScale): DrawnBar {
  const [high, low] = [y(value + sd), y(value - sd)];
  return {
    high: Math.max(high, 0),
    low: Math.min(low, height),
    isHighCut: high < -0.5,
    isLowCut: low > height + 0.5,
  };
}
