/**
 * Many people in one model: their coefficients, rounded once to what every back end uses.
 *
 * Parameters are given in 64 bit. Coefficients are computed from them on the CPU and rounded so
 * that sums stay exact in 32 bit; the GPU gets the rounded numbers, and so does the 64 bit path
 * that it is compared with.
 */
import { roundingFor } from "../core/compile/rounding";
import type { CompiledStudy } from "./compiled-study";

export interface Crowd {
  readonly people: number;
  /**
   * Coefficient i of person p at [i * people + p], every value exact in 32 bit; last the weight by
   * which doses per kg are multiplied.
   */
  readonly coefficients: Float32Array<ArrayBuffer>;
  /** Writes one person's coefficients, as they were rounded, to `target`. */
  readonly copyCoefficients: (person: number, target: Float64Array) => void;
}

/** @param parametersOf the parameters of person p, in the model's order and internal units */
export function makeCrowd(
  study: CompiledStudy,
  people: number,
  parametersOf: (person: number) => ArrayLike<number>,
  weightKgOf: (person: number) => number = () => 0,
): Crowd {
  const { machine, compiled } = study;
  const round = roundingFor(compiled.system);
  const size = compiled.program.sizes.c;
  const coefficients = new Float32Array((size + 1) * people);
  for (let person = 0; person < people; person++) {
    machine.parameters.set(parametersOf(person));
    machine.computeCoefficients();
    round(machine.coefficients);
    for (let i = 0; i < size; i++) {
      coefficients[i * people + person] = machine.coefficients[i] ?? Number.NaN;
    }
    coefficients[size * people + person] = weightKgOf(person);
  }
  return {
    people,
    coefficients,
    copyCoefficients(person, target) {
      for (let i = 0; i < size; i++) target[i] = coefficients[i * people + person] ?? Number.NaN;
    },
  };
}
