/**
 * A compiled model that can take steps: what every CPU printer produces.
 *
 * A machine serves one person (`lanes` 1) or two side by side (`lanes` 2). Element i of lane l of
 * any vector lies at [i * lanes + l]. All numbers are in internal units (mg, L, h). The arrays
 * are windows into the machine's memory: write parameters, forcings and state there.
 */
import type { StepPlan } from "./stages";
import type { Program } from "./program";

export interface Machine {
  readonly kind: "tape" | "wasm";
  readonly lanes: 1 | 2;
  readonly program: Program;
  readonly plan: StepPlan;
  readonly parameters: Float64Array;
  readonly coefficients: Float64Array;
  readonly forcings: Float64Array;
  readonly state: Float64Array;
  /** Absolute tolerance of each state: an error of this size alone is just acceptable. */
  readonly absolute: Float64Array;
  /** Where `outputsOf` leaves its result. */
  readonly outputs: Float64Array;
  /** The state between two steps, as `interpolate` leaves it. */
  readonly between: Float64Array;
  /** Coefficients from parameters. */
  computeCoefficients(): void;
  /**
   * Tries a step of h hours from `state`; the result waits until `accept`.
   * @returns per lane the largest error over its tolerance; ≤ 1 is acceptable, NaN is not finite
   */
  step(h: number, relative: number): Float64Array;
  accept(): void;
  /** Before `accept`: the state at the fraction theta of the tried step, into `between`. */
  interpolate(theta: number): void;
  outputsOf(which: "state" | "between"): Float64Array;
}
