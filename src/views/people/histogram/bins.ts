/** How many people's values lie where: bins between round edges, on a linear or logarithmic axis. */
import { tickStep } from "d3-array";
import { canShow, dataRange, type Range } from "../plot/axis";

export interface Bins {
  /** One more than there are bins, rising. Every bin is as wide as the others on its axis. */
  readonly edges: Float64Array;
  /** People in each bin. A value on an edge belongs to the bin above it; the last edge to the last bin. */
  readonly counts: Uint32Array;
  /** People who have a value that the axis can show. */
  readonly total: number;
}

export type BinKind = "linear" | "log";

/**
 * Edges around everybody's values, to be shared by everybody and by a part of them. About as many
 * bins as Rice's rule says, 2 n^(1/3), within what can be seen.
 *
 * @param range  what has to be covered beside the values, so that it stands still during a run
 */
export function edgesFor(values: Float64Array, kind: BinKind, range?: Range): Float64Array {
  const data = dataRange(values, kind);
  const min = Math.min(data.min, range?.min ?? Number.POSITIVE_INFINITY);
  const max = Math.max(data.max, range?.max ?? Number.NEGATIVE_INFINITY);
  if (!(max >= min)) return Float64Array.of(kind === "log" ? 0.1 : 0, 1);
  const wanted = Math.min(Math.max(Math.ceil(2 * Math.cbrt(values.length)), 8), 40);
  return kind === "log" ? logEdges(min, max, wanted) : linearEdges(min, max, wanted);
}

export function countInBins(values: Float64Array, edges: Float64Array, kind: BinKind): Bins {
  const bins = edges.length - 1;
  const counts = new Uint32Array(bins);
  let total = 0;
  for (const value of values) {
    if (!canShow(value, kind)) continue;
    const bin = binOf(value, edges, kind);
    if (bin < 0) continue;
    counts[bin] = (counts[bin] ?? 0) + 1;
    total++;
  }
  return { edges, counts, total };
}

// ——— the parts ———

function linearEdges(min: number, max: number, wanted: number): Float64Array {
  const step = max > min ? tickStep(min, max, wanted) : Math.abs(min) || 1;
  return edgesAround(min, max, min / step, max / step, (index) => exact(index * step));
}

/** So many bins in a decade that the edges repeat from decade to decade. */
function logEdges(min: number, max: number, wanted: number): Float64Array {
  const decades = Math.log10(max / min);
  const perDecade = [1, 2, 5, 10, 20, 50, 100].find((count) => count * decades >= wanted) ?? 100;
  const index = (value: number) => Math.log10(value) * perDecade;
  return edgesAround(min, max, index(min), index(max), (at) => exact(10 ** (at / perDecade)));
}

/** From the last edge not above the least value to the first not below the largest. */
function edgesAround(
  min: number,
  max: number,
  from: number,
  to: number,
  edgeAt: (index: number) => number,
): Float64Array {
  let first = Math.floor(from + 1e-9);
  let last = Math.max(Math.ceil(to - 1e-9), first + 1);
  // Rounding may have left a value outside by its last figure.
  while (edgeAt(first) > min) first--;
  while (edgeAt(last) < max) last++;
  return Float64Array.from({ length: last - first + 1 }, (_, i) => edgeAt(first + i));
}

/** Without what floating point leaves at the end of a round number. */
const exact = (value: number) => Number(value.toPrecision(12));

/** Computed from the width, then put right by the edges themselves, which rounding cannot move. */
function binOf(value: number, edges: Float64Array, kind: BinKind): number {
  const [from, until] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const bins = edges.length - 1;
  if (value < from || value > until) return -1;
  const share =
    kind === "log"
      ? Math.log(value / from) / Math.log(until / from)
      : (value - from) / (until - from);
  const bin = Math.min(Math.floor(share * bins), bins - 1);
  if (value < (edges[bin] ?? 0)) return bin - 1;
  return bin + 1 < bins && value >= (edges[bin + 1] ?? 0) ? bin + 1 : bin;
}
