/**
 * Where an observed point and its bar of one standard deviation stand. What the axis cannot show
 * stays at its edge, where an arrow says "further on".
 */
import type { Ground } from "./frame";
import type { ObservedPoint } from "./marked";

export interface ObservedMark {
  readonly x: number;
  readonly y: number;
  /** Of the whole mark: an arrow stands for it at the edge. */
  readonly beyond: "up" | "down" | undefined;
  /** Path data of the bar with its ends; empty where there is none. */
  readonly bar: string;
}

/** @returns undefined where the point is no number, or not in the span of time */
export function observedMark(
  [time, value, sd = 0]: ObservedPoint,
  { box, x, y }: Ground,
): ObservedMark | undefined {
  const [across, down] = [x.place(time), y.place(value)];
  if (Number.isNaN(down) || !(across >= -0.5 && across <= box.width + 0.5)) return undefined;
  const beyond = down < -0.5 ? "up" : down > box.height + 0.5 ? "down" : undefined;
  const bar =
    sd > 0 && beyond === undefined
      ? barEnd(across, down, y.place(value + sd), box.height) +
        barEnd(across, down, y.place(value - sd), box.height)
      : "";
  return { x: across, y: Math.min(Math.max(down, 0), box.height), beyond, bar };
}

/** From the point to one end: a foot, or an arrow where the end is beyond the axis. */
function barEnd(x: number, from: number, to: number, height: number): string {
  const end = Math.min(Math.max(to, 0), height);
  const isCut = Math.abs(end - to) > 0.5;
  const back = to < from ? 6 : -6;
  const foot = isCut ? `M${x - 3.5} ${end + back}L${x} ${end}l3.5 ${back}` : `M${x - 3} ${end}h6`;
  return `M${x} ${from}V${end}${foot}`;
}
