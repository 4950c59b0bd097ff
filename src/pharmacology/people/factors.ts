/** Variations made ready for crowds: from a person's normals to factors, mean 1, by place. */
import type { Variation } from "./variability";

/** As arrays over the places of one kind of thing, organs or enzymes. */
export interface Factors {
  readonly count: number;
  /** What is multiplied: a tissue's, organ's or enzyme's number. */
  readonly places: Uint8Array;
  readonly normals: Uint8Array;
  /** 1 where the factor is the exponential of `shift + scale z`, 0 where it is `shift + scale z`. */
  readonly isLog: Uint8Array;
  readonly scale: Float64Array;
  readonly shift: Float64Array;
}

export function prepareFactors(
  items: readonly { readonly place: number; readonly variation: Variation }[],
): Factors {
  const spreads = items.map(({ variation }) => spreadOf(variation));
  return {
    count: items.length,
    places: Uint8Array.from(items, ({ place }) => place),
    normals: Uint8Array.from(items, ({ variation }) => variation.normal),
    isLog: Uint8Array.from(items, ({ variation }) => (variation.kind === "lognormal" ? 1 : 0)),
    scale: Float64Array.from(spreads, ({ scale }) => scale),
    shift: Float64Array.from(spreads, ({ shift }) => shift),
  };
}

/** The factor at index `i`, of a normal. */
export function factorAt({ isLog, scale, shift }: Factors, i: number, z: number): number {
  const moved = (shift[i] ?? 0) + (scale[i] ?? 0) * z;
  return isLog[i] === 1 ? Math.exp(moved) : moved;
}

/** Of one thing alone. */
export function oneFactor(variation: Variation): (normals: Float64Array) => number {
  const factors = prepareFactors([{ place: 0, variation }]);
  return (normals) => factorAt(factors, 0, normals[variation.normal] ?? 0);
}

// ——— the parts ———

/** A log-normal of mean 1 has σ² = ln(1 + CV²) and a median below its mean by σ²/2. */
function spreadOf({ kind, cv }: Variation): { scale: number; shift: number } {
  if (kind === "normal") return { scale: cv, shift: 1 };
  const variance = Math.log(1 + cv * cv);
  return { scale: Math.sqrt(variance), shift: -variance / 2 };
}
