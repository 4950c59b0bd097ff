/**
 * What is measured on one person's curve: the same definitions in 64 bit here and in 32 bit in
 * shaders/measure.wgsl; `tests/conformance/people.test.ts` holds both to the same curves.
 *
 * A curve is known at the rows of a schedule: at each step, and twice where something is given,
 * before and after. Between two such moments it is smooth, so the peak is that of the polynomial
 * through the seven rows around the highest. The area is not measured here: it was integrated.
 */

/** What the kernel leaves per person and output, in this order. */
export const measureNames = [
  "area",
  "max",
  /** Row of the highest value, and how many hours later the peak is. */
  "maxRow",
  "maxShift",
  "min",
  "trough",
  /** Decline at the end, 1/h; 0 where it is not a straight line on a logarithmic scale. */
  "terminalRate",
  "last",
  "hoursAbove",
  /** How far the peak may be off, relative: what its polynomial's last term adds. */
  "peakDoubt",
] as const;
export type MeasureName = (typeof measureNames)[number];
export const measureCount = measureNames.length;
export const measureIndex = Object.fromEntries(
  measureNames.map((name, i) => [name, i]),
) as Readonly<Record<MeasureName, number>>;

/** What all curves of a run have in common. */
export interface CurveShape {
  /** Hours from the row before; 0 where the row is the same moment after an event. */
  readonly gaps: Float64Array;
  /** Row before the last dose, -1 where nothing was repeated. */
  readonly troughRow: number;
  /** First row of what counts for the lowest value; -1: from the peak on. */
  readonly lowestFromRow: number;
  /** Row of the last event: nothing is given after it. */
  readonly lastEventRow: number;
  /** Time above it is counted; Infinity where nobody asked. */
  readonly threshold: number;
}

/**
 * @param at the value at a row
 * @param target gets `measureCount` numbers from `offset` on; the area is left alone
 */
export function measureCurve(
  at: (row: number) => number,
  shape: CurveShape,
  target: Float64Array,
  offset: number,
): void {
  const { gaps, troughRow } = shape;
  const rows = gaps.length;
  const peak = highestPeak(at, gaps);
  const top = peak.row;
  const lowestFrom = shape.lowestFromRow < 0 ? top : shape.lowestFromRow;
  let min = at(lowestFrom);
  for (let row = lowestFrom + 1; row < rows; row++) min = Math.min(min, at(row));
  target[offset + measureIndex.max] = peak.value;
  target[offset + measureIndex.maxRow] = peak.row;
  target[offset + measureIndex.maxShift] = peak.shift;
  target[offset + measureIndex.peakDoubt] = peak.doubt;
  target[offset + measureIndex.min] = min;
  target[offset + measureIndex.trough] = troughRow < 0 ? 0 : at(troughRow);
  target[offset + measureIndex.terminalRate] = terminalRate(at, shape, top);
  target[offset + measureIndex.last] = at(rows - 1);
  target[offset + measureIndex.hoursAbove] = hoursAbove(at, shape);
}

// ——— the peak ———

/** A row this close to the highest may have the higher peak beside it. */
const nearlyHighest = 0.98;
/**
 * Rows that a peak's polynomial goes through. With five the worst of 10 000 people with all
 * variability tripled was off by 5.8e-4, with seven by 2.2e-4; nine were no better.
 */
export const mostNodes = 7;
const newtonSteps = 4;

interface Peak {
  readonly row: number;
  readonly value: number;
  readonly shift: number;
  /** How far the value may be off, relative. */
  readonly doubt: number;
}

/** Of all rows that are higher than their neighbours and nearly as high as the highest. */
function highestPeak(at: (row: number) => number, gaps: Float64Array): Peak {
  let top = 0;
  for (let row = 1; row < gaps.length; row++) if (at(row) > at(top)) top = row;
  let highest = peakAround(at, gaps, top);
  for (let row = 1; row < gaps.length - 1; row++) {
    if (row === top || !(at(row) > nearlyHighest * at(top))) continue;
    if (!(at(row) >= at(row - 1) && at(row) >= at(row + 1))) continue;
    const other = peakAround(at, gaps, row);
    if (other.value > highest.value) highest = other;
  }
  return highest;
}

/**
 * The rows that a peak around `top` is sought in: of the same smooth piece, the nearest seven; one
 * at the end of a piece, where the row itself is the peak.
 *
 * @param nodes gets the hours from `top` of each
 */
export function peakWindow(
  gaps: Float64Array,
  top: number,
  nodes: Float64Array,
): { readonly first: number; readonly count: number } {
  let [first, last] = [top, top];
  for (let i = 0; i < mostNodes - 1; i++) {
    const canGoBack = (gaps[first] ?? 0) > 0;
    const canGoOn = (gaps[last + 1] ?? 0) > 0;
    // alternately, so that the highest row stays in the middle
    const back = canGoBack && (!canGoOn || top - first <= last - top);
    if (back) first--;
    else if (canGoOn) last++;
  }
  nodes[0] = 0;
  if (first === top || last === top) return { first: top, count: 1 };
  const middle = top - first;
  nodes[middle] = 0;
  for (let i = middle - 1; i >= 0; i--) nodes[i] = (nodes[i + 1] ?? 0) - (gaps[first + i + 1] ?? 0);
  for (let i = middle + 1; i <= last - first; i++) {
    nodes[i] = (nodes[i - 1] ?? 0) + (gaps[first + i] ?? 0);
  }
  return { first, count: last - first + 1 };
}

const nodes = new Float64Array(mostNodes);
const differences = new Float64Array(mostNodes);

function peakAround(at: (row: number) => number, gaps: Float64Array, top: number): Peak {
  const bare = { row: top, value: at(top), shift: 0, doubt: 0 };
  const { first, count } = peakWindow(gaps, top, nodes);
  if (count === 1) return bare;
  for (let i = 0; i < count; i++) differences[i] = at(first + i);
  for (let order = 1; order < count; order++) {
    for (let i = count - 1; i >= order; i--) {
      const step = (nodes[i] ?? 0) - (nodes[i - order] ?? 0);
      differences[i] = ((differences[i] ?? 0) - (differences[i - 1] ?? 0)) / step;
    }
  }
  const lower = -(gaps[top] ?? 0);
  const upper = gaps[top + 1] ?? 0;
  const shift = rootOfSlope(count, lower, upper);
  const value = polynomial(count, shift)[0];
  const doubt = Math.abs(lastTerm(count, shift) / value);
  return value > bare.value ? { row: top, value, shift, doubt } : { ...bare, doubt };
}

/** What the polynomial through one node less would lack. */
function lastTerm(count: number, x: number): number {
  let term = differences[count - 1] ?? 0;
  for (let i = 0; i < count - 1; i++) term *= x - (nodes[i] ?? 0);
  return term;
}

/** Newton's method for the slope, kept between the neighbours of the highest row. */
function rootOfSlope(count: number, lower: number, upper: number): number {
  let x = 0;
  for (let i = 0; i < newtonSteps; i++) {
    const [, slope, bend] = polynomial(count, x);
    if (!(bend < 0)) return 0;
    x = Math.min(upper, Math.max(lower, x - slope / bend));
  }
  return x;
}

/** Value, first and second derivative of the interpolating polynomial in Newton's form. */
function polynomial(
  count: number,
  x: number,
): readonly [value: number, slope: number, bend: number] {
  let value = differences[count - 1] ?? 0;
  let slope = 0;
  let bend = 0;
  for (let i = count - 2; i >= 0; i--) {
    const distance = x - (nodes[i] ?? 0);
    bend = bend * distance + 2 * slope;
    slope = slope * distance + value;
    value = value * distance + (differences[i] ?? 0);
  }
  return [value, slope, bend];
}

// ——— the end, and the time above ———

/** A line is straight enough, and by how many points it must be known. */
const straight = 0.999;
const fewestPoints = 4;

/** The last third of what follows peak and last event, if its logarithm falls along a line. */
function terminalRate(
  at: (row: number) => number,
  { gaps, lastEventRow }: CurveShape,
  top: number,
): number {
  const begin = Math.max(top, lastEventRow);
  let span = 0;
  for (let row = begin + 1; row < gaps.length; row++) span += gaps[row] ?? 0;
  let [n, t, sumT, sumY, sumTT, sumTY, sumYY] = [0, 0, 0, 0, 0, 0, 0];
  // from the end backwards: times count from there, logarithms from the last value
  const reference = at(gaps.length - 1);
  if (!(reference > 0)) return 0;
  for (let row = gaps.length - 1; row > begin && t <= span / 3; row--) {
    const y = Math.log(at(row) / reference);
    n++;
    sumT += t;
    sumY += y;
    sumTT += t * t;
    sumTY += t * y;
    sumYY += y * y;
    t += gaps[row] ?? 0;
  }
  if (n < fewestPoints) return 0;
  const tt = sumTT - (sumT * sumT) / n;
  const ty = sumTY - (sumT * sumY) / n;
  const yy = sumYY - (sumY * sumY) / n;
  return ty > 0 && ty * ty >= straight * tt * yy ? ty / tt : 0;
}

/** Where a curve falls it is taken to fall as an exponential does, else along a line. */
function hoursAbove(at: (row: number) => number, { gaps, threshold }: CurveShape): number {
  let hours = 0;
  for (let row = 1; row < gaps.length; row++) {
    hours += (gaps[row] ?? 0) * shareAbove(at(row - 1), at(row), threshold);
  }
  return hours;
}

function shareAbove(from: number, to: number, threshold: number): number {
  if (from <= threshold && to <= threshold) return 0;
  if (from > threshold && to > threshold) return 1;
  if (from > to)
    return to > 0
      ? Math.log(from / threshold) / Math.log(from / to)
      : (from - threshold) / (from - to);
  return (to - threshold) / (to - from);
}
