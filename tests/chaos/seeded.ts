import { uniform } from "../../src/core/numerics/random";

/** Numbers in (0, 1), the same for the same seed: they choose what happens next. */
export function seeded(seed: number): () => number {
  let draw = 0;
  return () => uniform(seed, 0, draw++);
}
