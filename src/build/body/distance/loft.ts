/**
 * Lofts: a stack of cross-sections along y with a smooth skin over them.
 *
 * A section is a superellipse whose front and back may differ, so eleven rows make a trunk.
 */
import { at, clamp } from "../../../views/body/mesh/vectors";
import type { Field } from "./field";

/** Height, centre x and z, half width, depth in front and behind (cm), exponent (2 is round). */
export type LoftRow = readonly [
  y: number,
  x: number,
  z: number,
  halfWidth: number,
  front: number,
  back: number,
  exponent: number,
];

export interface Loft extends Field {
  /** The interpolated row at a height; beyond the ends, the end. */
  readonly rowAt: (y: number) => LoftRow;
}

/** Sections are looked up in a table this fine, cm: the cubic is too slow to evaluate per point. */
const TABLE_STEP = 0.05;

/** @param rows from the lowest to the highest; let both ends shrink, a cut end shows as a shelf */
export function loft(rows: readonly LoftRow[]): Loft {
  const [bottom, top] = [(rows[0] as LoftRow)[0], (rows.at(-1) as LoftRow)[0]];
  const table = tabulate(rows, bottom, top);
  const lastEntry = table.length / 6 - 1;
  const entryAt = (y: number) => clamp((y - bottom) / TABLE_STEP, 0, lastEntry);

  const field: Field = (x, y, z) => {
    const position = entryAt(y);
    const entry = Math.min(Math.floor(position), lastEntry - 1);
    const t = position - entry;
    const offset = entry * 6;
    const sideways = Math.abs(x - lerp(table, offset, t));
    const forward = z - lerp(table, offset + 1, t);
    const width = lerp(table, offset + 2, t);
    const depth = lerp(table, forward > 0 ? offset + 3 : offset + 4, t);
    const exponent = lerp(table, offset + 5, t);
    const inSection = superellipse(sideways, Math.abs(forward), width, depth, exponent);
    const beyond = Math.max(bottom - y, y - top);
    if (beyond > 0 && inSection > 0) return Math.hypot(inSection, beyond);
    return Math.max(inSection, beyond);
  };

  const rowAt = (y: number): LoftRow => {
    const entry = Math.round(entryAt(y)) * 6;
    const [x, z, width] = [at(table, entry), at(table, entry + 1), at(table, entry + 2)];
    return [y, x, z, width, at(table, entry + 3), at(table, entry + 4), at(table, entry + 5)];
  };
  return Object.assign(field, { rowAt });
}

/** A column of the table between one entry and the next. */
function lerp(table: Float64Array, offset: number, t: number): number {
  const low = at(table, offset);
  return low + (at(table, offset + 6) - low) * t;
}

/** About the distance to |x/a|ⁿ + |z/b|ⁿ = 1, in the section's plane. */
function superellipse(x: number, z: number, a: number, b: number, exponent: number): number {
  const u = x / a;
  const v = z / b;
  const round = Math.sqrt(u * u + v * v);
  if (round < 1e-4) return -Math.min(a, b);
  const gu = u / a;
  const gv = v / b;
  const slope = Math.sqrt(gu * gu + gv * gv) / round;
  const level =
    exponent < 2.001 || x < 1e-6
      ? round
      : Math.pow(Math.pow(u, exponent) + Math.pow(v, exponent), 1 / exponent);
  return (level - 1) / Math.max(slope, 1e-3);
}

/** Cubic Hermite through the rows, six columns an entry: x, z, width, front, back, exponent. */
function tabulate(rows: readonly LoftRow[], bottom: number, top: number): Float64Array {
  const entries = Math.ceil((top - bottom) / TABLE_STEP) + 1;
  const table = new Float64Array(entries * 6);
  const row = (i: number) => rows[clamp(i, 0, rows.length - 1)] as LoftRow;
  let i = 0;
  for (let entry = 0; entry < entries; entry++) {
    const y = Math.min(bottom + entry * TABLE_STEP, top);
    while (i < rows.length - 2 && y > row(i + 1)[0]) i++;
    const [from, to] = [row(i), row(i + 1)];
    const rise = to[0] - from[0];
    const t = (y - from[0]) / rise;
    for (let column = 1; column <= 6; column++) {
      const slopeAt = (index: number) => {
        const [low, high] = [row(index - 1), row(index + 1)];
        return (at(high, column) - at(low, column)) / (high[0] - low[0]);
      };
      const value = hermite(
        at(from, column),
        at(to, column),
        slopeAt(i) * rise,
        slopeAt(i + 1) * rise,
        t,
      );
      table[entry * 6 + column - 1] = value;
    }
  }
  return table;
}

function hermite(p: number, q: number, slopeP: number, slopeQ: number, t: number): number {
  const [t2, t3] = [t * t, t * t * t];
  return (
    (2 * t3 - 3 * t2 + 1) * p +
    (t3 - 2 * t2 + t) * slopeP +
    (3 * t2 - 2 * t3) * q +
    (t3 - t2) * slopeQ
  );
}
