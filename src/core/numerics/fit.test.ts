import { expect, test } from "vitest";
import { fitLeastSquares } from "./fit";

test("finds the parameters of an exponential decline", () => {
  const times = [0.5, 1, 2, 4, 8, 12];
  const observed = times.map((t) => 3 * Math.exp(-0.25 * t));
  const { parameters, cost } = fitLeastSquares(
    ([a = 0, k = 0]) => times.map((t, i) => a * Math.exp(-k * t) - (observed[i] ?? 0)),
    [1, 1],
  );
  expect(parameters[0]).toBeCloseTo(3, 6);
  expect(parameters[1]).toBeCloseTo(0.25, 6);
  expect(cost).toBeLessThan(1e-12);
});

test("comes down Rosenbrock's valley", () => {
  const { parameters } = fitLeastSquares(([x = 0, y = 0]) => [10 * (y - x * x), 1 - x], [-1.2, 1], {
    maxIterations: 400,
    difference: 1e-6,
  });
  expect(parameters[0]).toBeCloseTo(1, 4);
  expect(parameters[1]).toBeCloseTo(1, 4);
});
