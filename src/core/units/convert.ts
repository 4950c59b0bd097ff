/** Conversion of bare numbers between units of the same dimension. */
import { printDimension, sameDimension } from "./dimension";
import { unitOf } from "./parse";

/** A number in `unit`, in internal units (mg, L, h, dm, µmol). */
export function toInternal(value: number, unit: string): number {
  return value * unitOf(unit).factor;
}

/**
 * A number in unit `from`, written in unit `to`.
 * @throws RangeError if the two units measure different things
 */
export function convert(value: number, from: string, to: string): number {
  if (from === to) return value;
  const source = unitOf(from);
  const target = unitOf(to);
  if (!sameDimension(source.dimension, target.dimension)) {
    const a = printDimension(source.dimension);
    const b = printDimension(target.dimension);
    throw new RangeError(`"${from}" (${a}) cannot be written in "${to}" (${b})`);
  }
  return (value * source.factor) / target.factor;
}
