/** Weights, quantiles and informed draws, against what can be worked out by hand. */
import { describe, expect, test } from "vitest";
import { cholesky, solveWith, timesLower } from "../numerics/cholesky";
import { normal } from "../numerics/random";
import { eigenOf } from "./eigen";
import { logRatio, normalsFor, placedBy, proposalFrom, propose } from "./informed";
import { studentCdf, studentLogDensity, studentLogDensityIn } from "./student";
import {
  effectiveDraws,
  resample,
  weightedInterval,
  weightedMean,
  weightedQuantiles,
  weightsFrom,
} from "./weighted";

describe("weights", () => {
  test("sum to one whatever their logarithms, and are nothing where all are impossible", () => {
    const weights = weightsFrom([-1000, -1000 + Math.log(3), -Infinity]);
    expect([...weights].map((weight) => Number(weight.toFixed(12)))).toEqual([0.25, 0.75, 0]);
    expect([...weightsFrom([-Infinity, -Infinity])]).toEqual([0, 0]);
  });

  test("of which few are large count as few", () => {
    expect(effectiveDraws([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(4, 12);
    expect(effectiveDraws([1, 0, 0, 0])).toBe(1);
    expect(effectiveDraws([0, 0])).toBe(0);
  });

  test("make quantiles: of equal ones those of the values, of one draw that draw", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i + 0.5);
    const [p5, p50, p95] = weightedQuantiles(
      values,
      new Float64Array(1000).fill(1),
      [0.05, 0.5, 0.95],
    );
    expect(p5).toBeCloseTo(50, 6);
    expect(p50).toBeCloseTo(500, 6);
    expect(p95).toBeCloseTo(950, 6);
    expect(weightedQuantiles([1, 7, 3], [0, 1, 0], [0.05, 0.95])).toEqual([7, 7]);
    expect(weightedQuantiles([Number.NaN, 2], [1, 1], [0.5])).toEqual([2]);
    expect(weightedInterval([], []).middle).toBeNaN();
  });

  test("twice as heavy is there twice", () => {
    expect(weightedQuantiles([1, 2], [2, 2], [0.5])[0]).toBeCloseTo(
      weightedQuantiles([1, 1, 2, 2], [1, 1, 1, 1], [0.5])[0] ?? 0,
      12,
    );
    expect([...resample([0.5, 0.25, 0.25], 8, 0.5)]).toEqual([0, 0, 0, 0, 1, 1, 2, 2]);
    expect(weightedMean([1, 4], [1, 2])).toBe(3);
  });
});

describe("Student's t", () => {
  // quantiles of tables: P(T ≤ 2.132) = 0.95 for 4 degrees, 2.015 for 5, 12.706 for 0.975 and 1
  test.each([
    [2.1318, 4, 0.95],
    [-2.015, 5, 0.05],
    [12.7062, 1, 0.975],
    [0, 3, 0.5],
  ])("below %d of %d degrees lies %d", (x, degrees, share) => {
    expect(studentCdf(x, degrees)).toBeCloseTo(share, 5);
  });

  test("its density is the slope of that", () => {
    for (const x of [-3, -0.4, 0, 1.7]) {
      const slope = (studentCdf(x + 1e-5, 4) - studentCdf(x - 1e-5, 4)) / 2e-5;
      expect(Math.exp(studentLogDensity(x, 4))).toBeCloseTo(slope, 6);
      expect(studentLogDensityIn(1, x * x, 4)).toBeCloseTo(studentLogDensity(x, 4), 12);
    }
  });
});

test("a positive definite system is solved", () => {
  const matrix = [
    [4, 2, 0.6],
    [2, 5, 1],
    [0.6, 1, 3],
  ];
  const lower = cholesky(matrix);
  const x = [1, -2, 0.5];
  const b = matrix.map((row) => row.reduce((sum, value, i) => sum + value * (x[i] ?? 0), 0));
  expect([...solveWith(lower, b)].map((value) => Number(value.toFixed(12)))).toEqual(x);
  const [first = 0] = timesLower(lower, [1, 0, 0]);
  expect(first).toBe(2);
});

test("eigenvectors are those of the matrix, the largest first", () => {
  const { values, vectors } = eigenOf([
    [2, -1, 0],
    [-1, 2, -1],
    [0, -1, 2],
  ]);
  // of the second difference: 2 - 2 cos(kπ/4)
  const known = [3, 2, 1].map((k) => 2 - 2 * Math.cos((k * Math.PI) / 4));
  known.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
  const [top] = vectors;
  expect(top?.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12);
  expect(Math.abs((top?.[1] ?? 0) / (top?.[0] ?? 1))).toBeCloseTo(Math.SQRT2, 10);
});

/**
 * Twelve normals, two observations of sums of some of them: the posterior of what is predicted is a
 * normal that can be written down.
 */
describe("informed draws of a linear model", () => {
  const dimensions = 12;
  const slopes = [
    Float64Array.from({ length: dimensions }, (_, i) => (i < 4 ? 0.5 : 0)),
    Float64Array.from({ length: dimensions }, (_, i) => (i === 0 || i === 7 ? 1 : 0)),
  ];
  const observed = Float64Array.from([2.5, 1.5]);
  const errors = Float64Array.from([0.1, 0.1]);
  const target = Float64Array.from({ length: dimensions }, (_, i) => (i < 6 ? 0.3 : 0.1));
  const dot = (a: ArrayLike<number>, b: Float64Array, offset = 0) =>
    Array.from({ length: dimensions }, (_, i) => (a[i] ?? 0) * (b[offset + i] ?? 0)).reduce(
      (sum, value) => sum + value,
      0,
    );

  /** Mean and standard deviation of the target, by the formulas of the normal. */
  function known() {
    const gram = slopes.map((a, i) =>
      slopes.map((b, j) => dot(a, b) + (i === j ? (errors[i] ?? 0) ** 2 : 0)),
    );
    const lower = cholesky(gram);
    const across = slopes.map((slope) => dot(slope, target));
    const gain = solveWith(lower, across);
    const mean = dot2(gain, observed);
    return { mean, sd: Math.sqrt(dot(target, target) - dot2(gain, Float64Array.from(across))) };
  }
  const dot2 = (a: Float64Array, b: Float64Array) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

  const draw = (count: number, from: number) =>
    Float64Array.from({ length: count * dimensions }, (_, at) =>
      normal(3, from + Math.floor(at / dimensions), at % dimensions),
    );
  const predict = (latents: Float64Array) =>
    Float64Array.from({ length: (latents.length / dimensions) * 2 }, (_, at) =>
      dot(slopes[at % 2] ?? target, latents, Math.floor(at / 2) * dimensions),
    );

  test("are worth nearly as much as they are many, and say what is true", () => {
    const prior = draw(2000, 0);
    const weights = new Float64Array(2000).fill(1 / 2000);
    const evidence = {
      dimensions,
      latents: prior,
      predicted: predict(prior),
      weights,
      observed,
      errors,
    };
    const proposal = proposalFrom(evidence);
    if (!proposal) throw new Error("nothing was informed");
    expect(proposal.directions).toHaveLength(2);
    const count = 20_000;
    const latents = draw(count, 10_000);
    const each = normalsFor(proposal);
    for (let k = 0; k < count; k++) {
      const steps = Float64Array.from({ length: each }, (_, i) => normal(4, k, i));
      propose(proposal, latents, k * dimensions, steps);
    }
    const predicted = predict(latents);
    const logs = Float64Array.from({ length: count }, (_, k) => {
      const misfit = [0, 1].reduce((sum, j) => {
        const residual = (observed[j] ?? 0) - (predicted[2 * k + j] ?? 0);
        return sum + (residual / (errors[j] ?? 1)) ** 2;
      }, 0);
      return -misfit / 2 - logRatio(proposal, latents, k * dimensions);
    });
    const posterior = weightsFrom(logs);
    // a t of five degrees, a fifth too wide, around a normal of two dimensions keeps about 60 %
    expect(effectiveDraws(posterior)).toBeGreaterThan(0.4 * count);
    const values = Float64Array.from({ length: count }, (_, k) =>
      dot(target, latents, k * dimensions),
    );
    const { mean, sd } = known();
    const found = weightedMean(values, posterior);
    // four standard errors of so many draws
    expect(Math.abs(found - mean)).toBeLessThan((4 * sd) / Math.sqrt(effectiveDraws(posterior)));
    const { low, high } = weightedInterval(values, posterior);
    expect((high - low) / (2 * 1.645 * sd)).toBeCloseTo(1, 1);
    const placed = placedBy(proposal, { dimensions, latents, weights: posterior });
    placed.centre.forEach((value, k) => {
      expect(Math.abs(value - (proposal.centre[k] ?? 0))).toBeLessThan(0.15);
    });
  });

  test("without anything informed there is nothing to propose", () => {
    const prior = draw(500, 0);
    const weights = new Float64Array(500).fill(1 / 500);
    const wide = Float64Array.from([100, 100]);
    const predicted = predict(prior);
    const evidence = { dimensions, latents: prior, predicted, weights, observed, errors: wide };
    expect(proposalFrom(evidence)).toBeUndefined();
  });
});
