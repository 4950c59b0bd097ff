/** The curves of a twin as they are drawn: in the shown unit, and on the way from prior to posterior. */
import type { Band, TwinCurve } from "../../state/twin-shown";

export function scaledBand(band: Band, factor: number): Band {
  if (factor === 1) return band;
  const times = (values: Float64Array) => values.map((value) => value * factor);
  return {
    p5: times(band.p5),
    p25: times(band.p25),
    p50: times(band.p50),
    p75: times(band.p75),
    p95: times(band.p95),
  };
}

/** A band between two: on the way by ratios, as concentrations move. @param share 0 to 1 */
export function betweenBands(from: Band, to: Band, share: number): Band {
  if (share >= 1) return to;
  const between = (a: Float64Array, b: Float64Array) =>
    a.map((value, i) => {
      const other = b[i] ?? value;
      return value > 0 && other > 0
        ? value * (other / value) ** share
        : value + share * (other - value);
    });
  return {
    p5: between(from.p5, to.p5),
    p25: between(from.p25, to.p25),
    p50: between(from.p50, to.p50),
    p75: between(from.p75, to.p75),
    p95: between(from.p95, to.p95),
  };
}

/** The largest value that a picture of both clouds has to show. */
export function largestIn({ prior, posterior }: Pick<TwinCurve, "prior" | "posterior">): number {
  return [...prior.p95, ...posterior.p95].reduce((most, value) => (value > most ? value : most), 0);
}
