/** Student's t: heavier tails than the normal, so that one wild value does not rule. */

/** Logarithm of the density of location 0 and scale 1. */
export function studentLogDensity(x: number, degrees: number): number {
  return constantOf(degrees) - ((degrees + 1) / 2) * Math.log1p((x * x) / degrees);
}

/** P(T ≤ x), by the incomplete beta function. */
export function studentCdf(x: number, degrees: number): number {
  const tail = 0.5 * incompleteBeta(degrees / (degrees + x * x), degrees / 2, 0.5);
  return x > 0 ? 1 - tail : tail;
}

/** Of several dimensions at once, of the squared length that the scale makes of x. */
export function studentLogDensityIn(
  dimensions: number,
  squaredLength: number,
  degrees: number,
): number {
  return (
    logGamma((degrees + dimensions) / 2) -
    logGamma(degrees / 2) -
    (dimensions / 2) * Math.log(degrees * Math.PI) -
    ((degrees + dimensions) / 2) * Math.log1p(squaredLength / degrees)
  );
}

// ——— the parts ———

const constants = new Map<number, number>();

function constantOf(degrees: number): number {
  const known = constants.get(degrees);
  if (known !== undefined) return known;
  const constant = studentLogDensityIn(1, 0, degrees);
  constants.set(degrees, constant);
  return constant;
}

/** Lanczos, g = 7, nine terms: 15 digits for x ≥ 0.5. */
function logGamma(x: number): number {
  const [first = 0, ...others] = lanczos;
  const sum = others.reduce((all, coefficient, i) => all + coefficient / (x + i), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** Regularised, by Lentz's continued fraction: Press WH et al., Numerical Recipes, 1992, 6.4. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const least = 1e-300;
  const kept = (value: number) => (Math.abs(value) < least ? least : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 200; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-15) return h;
  }
  return h;
}
