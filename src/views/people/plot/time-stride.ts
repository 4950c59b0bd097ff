/** How keys move through time: about 150 steps for the span, a dozen pages, on a clock's marks. */
import { niceTimeStep } from "../../ui/ticks";
import type { Range } from "./axis";
import type { Stride } from "./steps";

export function timeStride({ min, max }: Range): Stride {
  const length = max - min;
  return { min, max, step: niceTimeStep(length / 150), page: niceTimeStep(length / 12) };
}
