/**
 * The standard normal distribution: its cumulative probability, its quantiles, and quantiles of a
 * part of it. Not a source of random numbers: that is random.ts.
 */

/** P(Z ≤ z), to a fractional error of 1.2e-7 in the lower tail. */
export function normalCdf(z: number): number {
  return z > 0 ? 1 - lowerTail(-z) : lowerTail(z);
}

/** Algorithm AS 241 (PPND16): Wichura MJ. Appl Stat 37:477-484, 1988. About 16 digits. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q);
  const tail = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = tail <= 5 ? ratio(middle, tail - 1.6) : ratio(far, tail - 5);
  return q < 0 ? -z : z;
}

/** The quantile of the part between two bounds; exact to 1e-7, and never outside. */
export function quantileBetween(from: number, to: number, p: number): number {
  // the lower tail is the one that keeps its digits
  if (from > 0) return -quantileBetween(-to, -from, 1 - p);
  const [low, high] = [normalCdf(from), normalCdf(to)];
  return Math.min(to, Math.max(from, normalQuantile(low + p * (high - low))));
}

// ——— the parts ———

/** P(Z ≤ z) for z ≤ 0: Chebyshev fit of erfc, Press WH et al., Numerical Recipes, 1992, 6.2. */
function lowerTail(z: number): number {
  const x = -z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  return 0.5 * t * Math.exp(-x * x + polynomial(erfcFit, t));
}

const erfcFit = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

type Ratio = readonly [above: readonly number[], below: readonly number[]];

const central: Ratio = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852546,
  ],
];
const middle: Ratio = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
];
const far: Ratio = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];

function ratio([above, below]: Ratio, x: number): number {
  return polynomial(above, x) / polynomial(below, x);
}

/** Constant first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
