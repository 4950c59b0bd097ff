/**
 * Draws where observations point to: importance sampling in the few directions that they inform.
 *
 * What is drawn is a vector of independent standard normals. A handful of observations says
 * something along a few directions of it and nothing across them, so a proposal replaces only the
 * part along those, by a multivariate t; across, it is the prior. The ratio of the densities
 * depends on that part alone, so nothing is lost by the number of dimensions. Directions and place
 * are found by regression of what is predicted on the normals, near where the weight is.
 *
 * Directions informed by a likelihood: Cui T, et al. Inverse Problems 30:114015, 2014. Weights over
 * the mixture of all proposals so far: Cornuet JM, et al. Scand J Stat 39:798-812, 2012.
 */
import { cholesky, solveLower, solveWith, timesLower } from "../numerics/cholesky";
import { eigenOf } from "./eigen";
import { studentLogDensityIn } from "./student";

/** Draws and what was predicted from each: rows of `dimensions` and of `observations`. */
export interface Evidence {
  readonly dimensions: number;
  readonly latents: Float64Array;
  /** Predicted values in the scale in which the errors are about normal. */
  readonly predicted: Float64Array;
  /** By draw, summing to 1: where to look; 0 where nothing was predicted. */
  readonly weights: Float64Array;
  /** What was observed, in the same scale, and its standard error. */
  readonly observed: Float64Array;
  readonly errors: Float64Array;
}

export interface Proposal {
  /** Orthonormal. */
  readonly directions: readonly Float64Array[];
  readonly centre: Float64Array;
  /** Lower factor of the scale matrix. */
  readonly scale: readonly Float64Array[];
  readonly logDeterminant: number;
}

const degrees = 5;
/** Beside what was found: the tails of a proposal have to be wider than the target's. */
const inflation = 1.2;
/** A direction along which less of the prior's variance than this is explained is left alone. */
const leastExplained = 0.05;
const mostDirections = 8;
/** Of the regression, as a share of the draws it is made from. */
const ridge = 0.01;

/** The proposal of the linear model that fits the evidence; undefined where nothing is informed. */
export function proposalFrom(evidence: Evidence): Proposal | undefined {
  const { slopes, intercepts, noise } = regress(evidence);
  const m = evidence.observed.length;
  const scales = Float64Array.from({ length: m }, (_, j) =>
    Math.hypot(evidence.errors[j] ?? Infinity, noise[j] ?? 0),
  );
  const gram = slopes.map((a, i) =>
    slopes.map((b, j) => dot(a, b) / ((scales[i] ?? 1) * (scales[j] ?? 1))),
  );
  const { values, vectors } = eigenOf(gram);
  const kept = vectors.slice(0, mostDirections).flatMap((vector, k) => {
    const strength = values[k] ?? 0;
    return strength / (1 + strength) >= leastExplained ? [{ vector, strength }] : [];
  });
  if (kept.length === 0) return undefined;
  const centre = Float64Array.from(kept, ({ vector, strength }) => {
    let along = 0;
    for (let j = 0; j < m; j++) {
      const residual = (evidence.observed[j] ?? 0) - (intercepts[j] ?? 0);
      along += ((vector[j] ?? 0) * residual) / (scales[j] ?? 1);
    }
    return (Math.sqrt(strength) * along) / (1 + strength);
  });
  const scale = kept.map(({ strength }, i) =>
    Float64Array.from(kept, (_, j) => (i === j ? inflation / Math.sqrt(1 + strength) : 0)),
  );
  const directions = kept.map(({ vector, strength }) =>
    combination(slopes, vector, scales, 1 / Math.sqrt(strength)),
  );
  return withDeterminant({ directions, centre, scale });
}

/** The same directions, placed where weighted draws lie. */
export function placedBy(
  { directions }: Proposal,
  { dimensions, latents, weights }: Pick<Evidence, "dimensions" | "latents" | "weights">,
): Proposal {
  const size = directions.length;
  const along = new Float64Array(size);
  const centre = new Float64Array(size);
  const covariance = directions.map(() => new Float64Array(size));
  forWeighted(weights, (weight, draw) => {
    coordinates(directions, latents, draw * dimensions, along);
    along.forEach((value, i) => (centre[i] = (centre[i] ?? 0) + weight * value));
  });
  forWeighted(weights, (weight, draw) => {
    coordinates(directions, latents, draw * dimensions, along);
    covariance.forEach((row, i) => {
      const own = (along[i] ?? 0) - (centre[i] ?? 0);
      for (let j = 0; j < size; j++) {
        row[j] = (row[j] ?? 0) + weight * own * ((along[j] ?? 0) - (centre[j] ?? 0));
      }
    });
  });
  const scale = cholesky(
    covariance.map((row, i) =>
      row.map((value, j) => inflation ** 2 * value + (i === j ? 1e-9 : 0)),
    ),
  );
  return withDeterminant({ directions, centre, scale });
}

/**
 * Moves a draw of the prior to one of the proposal.
 *
 * @param normals  as many as there are directions and then five more, independent of the draw
 */
export function propose(
  { directions, centre, scale }: Proposal,
  latents: Float64Array,
  offset: number,
  normals: ArrayLike<number>,
): void {
  const along = new Float64Array(directions.length);
  coordinates(directions, latents, offset, along);
  let chiSquare = 0;
  for (let i = 0; i < degrees; i++) chiSquare += (normals[directions.length + i] ?? 0) ** 2;
  const stretch = Math.sqrt(degrees / chiSquare);
  const step = timesLower(scale, normals);
  directions.forEach((direction, k) => {
    const move = (centre[k] ?? 0) + stretch * (step[k] ?? 0) - (along[k] ?? 0);
    for (let i = 0; i < direction.length; i++) {
      latents[offset + i] = (latents[offset + i] ?? 0) + move * (direction[i] ?? 0);
    }
  });
}

/** Normals that `propose` takes. */
export const normalsFor = ({ directions }: Proposal): number => directions.length + degrees;

/** Logarithm of the proposal's density over the prior's. */
export function logRatio(
  { directions, centre, scale, logDeterminant }: Proposal,
  latents: Float64Array,
  offset: number,
): number {
  const along = new Float64Array(directions.length);
  coordinates(directions, latents, offset, along);
  const prior = -0.5 * (dot(along, along) + along.length * Math.log(2 * Math.PI));
  const y = solveLower(
    scale,
    along.map((value, k) => value - (centre[k] ?? 0)),
  );
  return studentLogDensityIn(along.length, dot(y, y), degrees) - logDeterminant - prior;
}

// ——— the parts ———

interface Regression {
  /** Of each observation, by dimension. */
  readonly slopes: readonly Float64Array[];
  readonly intercepts: Float64Array;
  /** What the line leaves, as a standard deviation. */
  readonly noise: Float64Array;
}

function regress({ dimensions, latents, predicted, weights, observed }: Evidence): Regression {
  const m = observed.length;
  const meanZ = new Float64Array(dimensions);
  const meanF = new Float64Array(m);
  forWeighted(weights, (weight, draw) => {
    addTo(meanZ, weight, latents, draw * dimensions);
    addTo(meanF, weight, predicted, draw * m);
  });
  const squares = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  const products = Array.from({ length: m }, () => new Float64Array(dimensions));
  const totals = new Float64Array(m);
  const z = new Float64Array(dimensions);
  forWeighted(weights, (weight, draw) => {
    for (let i = 0; i < dimensions; i++) {
      z[i] = (latents[draw * dimensions + i] ?? 0) - (meanZ[i] ?? 0);
    }
    for (let i = 0; i < dimensions; i++) {
      const row = squares[i];
      const scaled = weight * (z[i] ?? 0);
      if (row) for (let j = 0; j <= i; j++) row[j] = (row[j] ?? 0) + scaled * (z[j] ?? 0);
    }
    products.forEach((product, j) => {
      const f = (predicted[draw * m + j] ?? 0) - (meanF[j] ?? 0);
      totals[j] = (totals[j] ?? 0) + weight * f * f;
      addTo(product, weight * f, z, 0);
    });
  });
  squares.forEach((row, i) => (row[i] = (row[i] ?? 0) + ridge));
  const lower = cholesky(squares);
  const slopes = products.map((product) => solveWith(lower, product));
  const intercepts = meanF.map((mean, j) => mean - dot(slopes[j] ?? z, meanZ));
  const noise = totals.map((total, j) =>
    Math.sqrt(Math.max(0, total - dot(slopes[j] ?? z, products[j] ?? z))),
  );
  return { slopes, intercepts, noise };
}

function forWeighted(weights: Float64Array, act: (weight: number, draw: number) => void): void {
  for (let draw = 0; draw < weights.length; draw++) {
    const weight = weights[draw] ?? 0;
    if (weight > 0) act(weight, draw);
  }
}

function addTo(target: Float64Array, factor: number, from: Float64Array, offset: number): void {
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] ?? 0) + factor * (from[offset + i] ?? 0);
  }
}

function combination(
  slopes: readonly Float64Array[],
  vector: Float64Array,
  scales: Float64Array,
  factor: number,
): Float64Array {
  const sum = new Float64Array(slopes[0]?.length ?? 0);
  slopes.forEach((slope, j) =>
    addTo(sum, (factor * (vector[j] ?? 0)) / (scales[j] ?? 1), slope, 0),
  );
  return sum;
}

function coordinates(
  directions: readonly Float64Array[],
  latents: Float64Array,
  offset: number,
  target: Float64Array,
): void {
  directions.forEach((direction, k) => {
    let sum = 0;
    for (let i = 0; i < direction.length; i++) {
      sum += (direction[i] ?? 0) * (latents[offset + i] ?? 0);
    }
    target[k] = sum;
  });
}

function withDeterminant(proposal: Omit<Proposal, "logDeterminant">): Proposal {
  const logDeterminant = proposal.scale.reduce((sum, row, i) => sum + Math.log(row[i] ?? 1), 0);
  return { ...proposal, logDeterminant };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
