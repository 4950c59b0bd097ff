/** What a made-up twin's learning says of its exposure. */
import { weightedInterval, type Interval } from "../../src/core/inference/weighted";
import type { SyntheticTwin } from "./synthetic-twins";

export async function exposureInterval({ learner, levels }: SyntheticTwin): Promise<{
  readonly prior: Interval;
  readonly posterior: Interval;
  readonly effective: number;
}> {
  const { draws, prior, posterior, effective } = await learner.learn(
    levels,
    new AbortController().signal,
  );
  return {
    prior: weightedInterval(draws.areas, prior),
    posterior: weightedInterval(draws.areas, posterior),
    effective,
  };
}
