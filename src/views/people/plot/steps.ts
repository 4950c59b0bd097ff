/** How keys move along an axis: arrows a step, Page keys a page, Home and End to its ends. */
import type { Range } from "./axis";

export interface Stride extends Range {
  readonly step: number;
  readonly page: number;
}

/** @returns where a key leads, or undefined if it is not a key for moving */
export function steppedByKey(key: string, at: number, stride: Stride): number | undefined {
  const { min, max, step, page } = stride;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return inside(next(at, step), stride);
    case "ArrowLeft":
    case "ArrowDown":
      return inside(-next(-at, step), stride);
    case "PageUp":
      return inside(next(at, page), stride);
    case "PageDown":
      return inside(-next(-at, page), stride);
    case "Home":
      return min;
    case "End":
      return max;
    default:
      return undefined;
  }
}

export const inside = (value: number, { min, max }: Range): number =>
  Math.min(Math.max(value, min), max);

/** To the next whole step, so that a few presses lead to round values from anywhere. */
const next = (at: number, step: number) => (Math.floor(at / step + 1e-6) + 1) * step;
