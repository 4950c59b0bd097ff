/**
 * Many people in one model: their coefficients, rounded once to what every back end uses.
 *
 * Parameters are given in 64 bit. Coefficients are computed from them on the CPU and rounded so
 * that sums stay exact in 32 bit; the GPU gets the rounded numbers, and so does the 64 bit path
 * that it is compared with.
 */
import type { RoundCoefficients } from "../core/compile/rounding";
import type { CompiledStudy } from "./compiled-study";

/** One person as the engine sees them. */
export interface Member {
  readonly weightKg: number;
  /** Writes the parameters of the model, in its order and internal units. */
  readonly write: (target: Float64Array) => void;
  /** How often the body was drawn again because nobody could be like that. */
  readonly redraws?: number;
}

export interface PeopleSource {
  readonly count: number;
  /** Person k, whatever the count; or why there is nobody of that number. */
  readonly person: (k: number) => Member | { readonly why: string };
}

/**
 * @returns coefficient i of person p at [i * people + p], every value exact in 32 bit; last the
 *   weight, by which doses per kg are multiplied
 */
export function coefficientsOf(
  { machine, compiled }: CompiledStudy,
  round: RoundCoefficients,
  members: readonly Member[],
): Float32Array<ArrayBuffer> {
  const size = compiled.program.sizes.c;
  const people = members.length;
  const coefficients = new Float32Array((size + 1) * people);
  members.forEach((member, person) => {
    member.write(machine.parameters);
    machine.computeCoefficients();
    round(machine.coefficients);
    for (let i = 0; i < size; i++) {
      coefficients[i * people + person] = machine.coefficients[i] ?? Number.NaN;
    }
    coefficients[size * people + person] = member.weightKg;
  });
  return coefficients;
}

/** One person's coefficients out of those of many, to a machine's lane. */
export function copyCoefficients(
  coefficients: Float32Array,
  people: number,
  person: number,
  target: Float64Array,
  lanes = 1,
  lane = 0,
): void {
  for (let i = 0; i * lanes + lane < target.length; i++) {
    target[i * lanes + lane] = coefficients[i * people + person] ?? Number.NaN;
  }
}
