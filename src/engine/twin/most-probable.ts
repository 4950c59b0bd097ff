/**
 * The most probable body, and how far it may be off (Laplace): a quick second opinion, by other
 * means than weighted draws. Only along the directions that levels inform; across them the body
 * stays typical, and what that leaves open of the area is added.
 *
 * Gauss and Newton's steps, each level weighed as Student's t asks.
 */
import type { Interval } from "../../core/inference/weighted";
import { cholesky, solveLower, solveWith } from "../../core/numerics/cholesky";
import type { CloudDraws, CloudPart, CloudShape, SolveDraws } from "./cloud";
import { logErrorOf, readCurve, type Errors, type ReadLevel } from "./likelihood";

export interface MostProbable {
  /** By output, of the area over the window. */
  readonly areas: readonly Interval[];
}

interface Request {
  readonly shape: CloudShape;
  readonly solve: SolveDraws;
  readonly directions: readonly Float64Array[];
  readonly levels: readonly ReadLevel[];
  readonly errors: Errors;
  /** Of the prior: what the directions leave open is read off them. */
  readonly draws: CloudDraws;
  readonly priorDraws: number;
}

const mostSteps = 6;
/** Of a direction, in standard deviations of the prior: curves are smooth beyond. */
const difference = 0.05;
/** 5 to 95 of a hundred. */
const reach = 1.645;

export async function mostProbable(request: Request): Promise<MostProbable | undefined> {
  const size = request.directions.length;
  let best: Linear | undefined;
  let at = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    const here = await linearAt(request, at);
    if (!here || (best && here.cost > best.cost + 1e-6)) break;
    best = here;
    const next = nextFrom(here);
    if (Math.hypot(...next.map((value, k) => value - (at[k] ?? 0))) < 1e-3) break;
    at = next;
  }
  if (!best) return undefined;
  const { at: mode, lower, areas, areaSlopes } = best;
  return {
    areas: areas.map((area, output) => {
      const along = solveLower(lower, areaSlopes[output] ?? mode);
      const explained = along.reduce((sum, value) => sum + value * value, 0);
      const sd = Math.sqrt(explained + openVariance(request, output));
      return {
        low: Math.exp(area - reach * sd),
        middle: Math.exp(area),
        high: Math.exp(area + reach * sd),
      };
    }),
  };
}

// ——— the parts ———

/** The model as straight lines around a point. */
interface Linear {
  readonly at: Float64Array;
  /** Minus the logarithm of the posterior, but for a constant. */
  readonly cost: number;
  /** Factor of the posterior's precision. */
  readonly lower: readonly Float64Array[];
  /** Slopes times weighted residuals. */
  readonly pull: Float64Array;
  /** Logarithms, by output, and their slopes. */
  readonly areas: readonly number[];
  readonly areaSlopes: readonly Float64Array[];
}

async function linearAt(request: Request, at: Float64Array): Promise<Linear | undefined> {
  const { shape, directions, levels, errors } = request;
  const part = await request.solve(rowsAround(request, at));
  if (part.solved.some((solved) => solved === 0)) return undefined;
  const logs = (draw: number) =>
    levels.map((read) => Math.log(valueOf(shape, part, draw, read).value));
  const middle = logs(0);
  const moved = directions.map((_, k) => logs(k + 1));
  const slopes = levels.map((_, j) =>
    Float64Array.from(moved, (values) => ((values[j] ?? 0) - (middle[j] ?? 0)) / difference),
  );
  const precision = directions.map((_, k) =>
    Float64Array.from(directions, (_other, l) => (k === l ? 1 : 0)),
  );
  const pull = new Float64Array(directions.length);
  let cost = at.reduce((sum, value) => sum + (value * value) / 2, 0);
  levels.forEach((read, j) => {
    const value = valueOf(shape, part, 0, read);
    const error = Math.hypot(logErrorOf(read, value, errors), errors.betweenOccasions);
    const residual = (Math.log(read.level.mgPerL) - (middle[j] ?? 0)) / error;
    if (read.level.isBelow && residual > 0) return;
    const { degrees } = errors;
    cost += ((degrees + 1) / 2) * Math.log1p((residual * residual) / degrees);
    const weight = (degrees + 1) / (degrees + residual * residual) / (error * error);
    const slope = slopes[j] ?? pull;
    precision.forEach((row, k) => {
      for (let l = 0; l < row.length; l++) {
        row[l] = (row[l] ?? 0) + weight * (slope[k] ?? 0) * (slope[l] ?? 0);
      }
      pull[k] = (pull[k] ?? 0) + weight * (slope[k] ?? 0) * residual * error;
    });
  });
  const areas = shape.outputs.map((_, output) => Math.log(part.areas[output] ?? Number.NaN));
  const areaSlopes = areas.map((area, output) =>
    Float64Array.from(directions, (_, k) => {
      const other = part.areas[(k + 1) * shape.outputs.length + output] ?? Number.NaN;
      return (Math.log(other) - area) / difference;
    }),
  );
  return { at, cost, lower: cholesky(precision), pull, areas, areaSlopes };
}

function nextFrom({ at, lower, pull }: Linear): Float64Array<ArrayBuffer> {
  const step = solveWith(
    lower,
    pull.map((value, k) => value - (at[k] ?? 0)),
  );
  return Float64Array.from(at, (value, k) => value + (step[k] ?? 0));
}

/** The point itself, then a little further along each direction. */
function rowsAround({ shape, directions }: Request, at: Float64Array): Float64Array {
  const { dimensions } = shape;
  const rows = new Float64Array((directions.length + 1) * dimensions);
  for (let row = 0; row <= directions.length; row++) {
    directions.forEach((direction, k) => {
      const along = (at[k] ?? 0) + (row === k + 1 ? difference : 0);
      for (let i = 0; i < dimensions; i++) {
        rows[row * dimensions + i] =
          (rows[row * dimensions + i] ?? 0) + along * (direction[i] ?? 0);
      }
    });
  }
  return rows;
}

function valueOf(shape: CloudShape, part: CloudPart, draw: number, { output, reading }: ReadLevel) {
  return readCurve(
    reading,
    part.curves,
    (draw * shape.outputs.length + output) * shape.hours.length,
  );
}

/** Variance of the logarithm of the area that the directions leave open, in people of the prior. */
function openVariance({ shape, directions, draws, priorDraws }: Request, output: number): number {
  const size = directions.length + 1;
  const squares = Array.from({ length: size }, () => new Float64Array(size));
  const products = new Float64Array(size);
  let [total, count] = [0, 0];
  for (let draw = 0; draw < priorDraws; draw++) {
    if (draws.solved[draw] === 0) continue;
    const x = [1, ...directions.map((d) => along(d, draws.latents, draw * shape.dimensions))];
    const y = Math.log(draws.areas[draw * shape.outputs.length + output] ?? Number.NaN);
    if (!Number.isFinite(y)) continue;
    count++;
    total += y * y;
    x.forEach((a, i) => {
      products[i] = (products[i] ?? 0) + a * y;
      const row = squares[i];
      if (row) x.forEach((b, j) => (row[j] = (row[j] ?? 0) + a * b));
    });
  }
  if (count < 2 * size) return 0;
  const lines = solveWith(cholesky(squares), products);
  const explained = lines.reduce((sum, line, i) => sum + line * (products[i] ?? 0), 0);
  return Math.max(0, (total - explained) / count);
}

function along(direction: Float64Array, latents: Float64Array, offset: number): number {
  let sum = 0;
  for (let i = 0; i < direction.length; i++) {
    sum += (direction[i] ?? 0) * (latents[offset + i] ?? 0);
  }
  return sum;
}
