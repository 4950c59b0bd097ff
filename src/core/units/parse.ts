/**
 * Reads unit texts such as `mg/L/h`, `µmol/min`, `cm^2`, `1/h`, `mL/min/kg`.
 *
 * Factors are joined by `·`, `*` or `/`; a slash divides by the one factor after it. `u` may
 * stand for `µ`. Nothing is guessed: an unknown name is an answer, not an exception.
 */
import { dimensionless, multiply, units, type Unit } from "./dimension";

export type ParsedUnit =
  { readonly ok: true; readonly unit: Unit } | { readonly ok: false; readonly message: string };

export function parseUnit(text: string): ParsedUnit {
  let factor = 1;
  let dimension = dimensionless;
  const pieces = text.trim().split(/([·*/])/);
  let sign = 1;
  for (const piece of pieces) {
    if (piece === "/") sign = -1;
    else if (piece === "·" || piece === "*") sign = 1;
    else {
      const match = /^(.+?)(?:\^(-?\d+))?$/.exec(piece.trim());
      const name = match?.[1]?.replace(/^u(?=[gLMm])/, "µ").replace(/μ/, "µ") ?? "";
      const known = Object.hasOwn(units, name) ? units[name] : undefined;
      if (known === undefined)
        return { ok: false, message: `"${piece.trim()}" is not a known unit` };
      const power = sign * Number(match?.[2] ?? 1);
      factor *= known.factor ** power;
      dimension = multiply(dimension, known.dimension, power);
    }
  }
  return { ok: true, unit: { factor, dimension } };
}

/**
 * The unit of a text that is ours, not a person's.
 * @throws RangeError if the text is not a unit
 */
export function unitOf(text: string): Unit {
  const cached = cache.get(text);
  if (cached) return cached;
  const parsed = parseUnit(text);
  if (!parsed.ok) throw new RangeError(`unit "${text}": ${parsed.message}`);
  cache.set(text, parsed.unit);
  return parsed.unit;
}

const cache = new Map<string, Unit>();
