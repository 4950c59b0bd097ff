/**
 * Where each vector of a machine lies in memory: one layout for the tape and for WebAssembly.
 *
 * Offsets and sizes count 64-bit numbers. Vectors are padded to an even length so that they can
 * be processed two numbers at a time whatever the lanes; the padding stays 0.
 */
import type { Program, Vector } from "./program";
import type { StepPlan, Work } from "./stages";

/** Vectors besides those of the program and of the step. */
export type Extra =
  | "absolute"
  | "between"
  /** the two vectors of the continuous extension */
  | "d0"
  | "d1"
  | "error";

export type Place = Exclude<Vector, "y" | "r" | "b"> | Work | Extra;

export interface MemoryLayout {
  readonly lanes: 1 | 2;
  /** Length of a state vector with padding, all lanes together. */
  readonly stateLength: number;
  readonly total: number;
  offset(place: Place): number;
}

export function layOut({ sizes }: Program, plan: StepPlan, lanes: 1 | 2): MemoryLayout {
  const offsets = new Map<Place, number>();
  let total = 0;
  const padded = (size: number) => 2 * Math.ceil((size * lanes) / 2);
  const place = (name: Place, size: number) => {
    offsets.set(name, total);
    total += padded(size);
  };
  place("p", sizes.p);
  place("c", sizes.c);
  place("f", sizes.f);
  place("g", sizes.g);
  place("w", sizes.w);
  place("o", sizes.o);
  place("error", 1);
  for (const name of ["y", ...plan.vectors, "absolute", "between", "d0", "d1"] as const) {
    place(name, sizes.y);
  }
  return {
    lanes,
    stateLength: padded(sizes.y),
    total,
    offset(name) {
      const offset = offsets.get(name);
      if (offset === undefined) throw new RangeError(`no vector ${name}`);
      return offset;
    },
  };
}
