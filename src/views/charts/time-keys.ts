/** How keys move through time, alike in every chart and in the lane. */
import { niceTimeStep } from "../ui/ticks";

export interface TimeSpan {
  readonly from: number;
  readonly until: number;
}

/** About 150 steps for the whole span, on a clock's own marks. */
export const stepOf = ({ from, until }: TimeSpan): number => niceTimeStep((until - from) / 150);

/** About a dozen for the whole span. */
export const pageOf = ({ from, until }: TimeSpan): number => niceTimeStep((until - from) / 12);

/** @returns where a key leads from a moment, or undefined if it is not a key for moving */
export function movedByKey(key: string, time: number, span: TimeSpan): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return forward(time, stepOf(span), span);
    case "ArrowLeft":
    case "ArrowDown":
      return back(time, stepOf(span), span);
    case "PageUp":
      return forward(time, pageOf(span), span);
    case "PageDown":
      return back(time, pageOf(span), span);
    case "Home":
      return span.from;
    case "End":
      return span.until;
    default:
      return undefined;
  }
}

/** To the next whole step, so that a few presses lead to round times from anywhere. */
export const forward = (time: number, step: number, span: TimeSpan): number =>
  within((Math.floor(time / step + 1e-6) + 1) * step, span);

export const back = (time: number, step: number, span: TimeSpan): number =>
  within((Math.ceil(time / step - 1e-6) - 1) * step, span);

export const within = (time: number, { from, until }: TimeSpan): number =>
  Math.min(Math.max(time, from), until);
