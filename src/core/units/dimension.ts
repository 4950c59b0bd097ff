/**
 * Physical dimensions as exponent vectors, and the units Perfuse can read.
 *
 * Inside, time is h, mass mg, length dm (so that volume is L) and amount of substance µmol; a
 * unit is a factor to those and a dimension. Offsets (°C) and logarithmic units are not units
 * here: a pH or a log P is a plain number.
 */

/** Exponents of length, mass, time, amount of substance. */
export type Dimension = readonly [length: number, mass: number, time: number, amount: number];

export interface Unit {
  /** Multiply a value in this unit by the factor to get internal units (dm, mg, h, µmol). */
  readonly factor: number;
  readonly dimension: Dimension;
}

export const dimensionless: Dimension = [0, 0, 0, 0];

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.every((exponent, index) => exponent === b[index]);
}

export function multiply(a: Dimension, b: Dimension, power = 1): Dimension {
  return [a[0] + power * b[0], a[1] + power * b[1], a[2] + power * b[2], a[3] + power * b[3]];
}

export function scaleDimension(a: Dimension, power: number): Dimension {
  return multiply(dimensionless, a, power);
}

/** The dimension written in internal units, for messages: `mg/L/h`, `1/h`, `1`. */
export function printDimension(dimension: Dimension): string {
  const [length, mass, time, amount] = dimension;
  const volume = length % 3 === 0 ? length / 3 : 0;
  const factors: [string, number][] = [
    ["mg", mass],
    ["µmol", amount],
    ["L", volume],
    ["dm", length - 3 * volume],
    ["h", time],
  ];
  const power = (name: string, exponent: number) => (exponent === 1 ? name : `${name}^${exponent}`);
  const above = factors.filter(([, e]) => e > 0).map(([name, e]) => power(name, e));
  const below = factors.filter(([, e]) => e < 0).map(([name, e]) => power(name, -e));
  return [above.join("·") || "1", ...below].join("/");
}

// ——— the units themselves ———

const unit = (factor: number, dimension: Dimension): Unit => ({ factor, dimension });
const length: Dimension = [1, 0, 0, 0];
const volume: Dimension = [3, 0, 0, 0];
const mass: Dimension = [0, 1, 0, 0];
const time: Dimension = [0, 0, 1, 0];
const amount: Dimension = [0, 0, 0, 1];
const molarity: Dimension = [-3, 0, 0, 1];

export const units: Readonly<Record<string, Unit>> = {
  "1": unit(1, dimensionless),
  fraction: unit(1, dimensionless),
  ratio: unit(1, dimensionless),
  "%": unit(0.01, dimensionless),
  kg: unit(1e6, mass),
  g: unit(1e3, mass),
  mg: unit(1, mass),
  µg: unit(1e-3, mass),
  ng: unit(1e-6, mass),
  pg: unit(1e-9, mass),
  L: unit(1, volume),
  dL: unit(0.1, volume),
  mL: unit(1e-3, volume),
  µL: unit(1e-6, volume),
  m: unit(10, length),
  dm: unit(1, length),
  cm: unit(0.1, length),
  mm: unit(0.01, length),
  µm: unit(1e-5, length),
  h: unit(1, time),
  min: unit(1 / 60, time),
  s: unit(1 / 3600, time),
  d: unit(24, time),
  week: unit(168, time),
  year: unit(8766, time),
  mol: unit(1e6, amount),
  mmol: unit(1e3, amount),
  µmol: unit(1, amount),
  nmol: unit(1e-3, amount),
  pmol: unit(1e-6, amount),
  M: unit(1e6, molarity),
  mM: unit(1e3, molarity),
  µM: unit(1, molarity),
  nM: unit(1e-3, molarity),
  pM: unit(1e-6, molarity),
};
