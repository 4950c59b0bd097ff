/**
 * Where a person's random numbers come from: from a counter, by the person's number, or from rows
 * that somebody else has drawn. Who is made from them does not care.
 */
import { fillNormals, fillUniforms, type Draws } from "../../core/numerics/random";

export interface DrawSource {
  /** Standard normals of these draws, two each, at `target[2 * draw]` and behind it. */
  readonly normals: (person: number, attempt: number, draws: Draws, target: Float64Array) => void;
  /** Uniforms in (0, 1), as above. */
  readonly uniforms: (person: number, attempt: number, draws: Draws, target: Float64Array) => void;
}

export function byCounter(seed: number): DrawSource {
  return {
    normals: (person, attempt, draws, target) => fillNormals(seed, person, attempt, draws, target),
    uniforms: (person, attempt, draws, target) =>
      fillUniforms(seed, person, attempt, draws, target),
  };
}
