import { expect, test } from "vitest";
import type { EvidenceScore } from "../engine/api";
import type { EvidenceSet } from "../pharmacology/evidence";
import { curveOf } from "./evidence-curve";

function scoreOf(points: EvidenceSet["points"], predicted: (time: number) => number) {
  const times = Float64Array.from({ length: 201 }, (_, i) => i / 2);
  const set = { id: "midazolam/x", drug: "midazolam", points } as unknown as EvidenceSet;
  return {
    set,
    points: points
      .slice(1)
      .map(([timeHours, observed]) => ({ timeHours, observed, predicted: predicted(timeHours) })),
    times,
    predicted: times.map(predicted),
  } as unknown as EvidenceScore;
}

test("points and curve are in the unit that needs the fewest zeros", () => {
  const { unit, points, predicted } = curveOf(
    scoreOf(
      [
        [0.5, 0.01, 0.002],
        [1, 0.02],
      ],
      () => 0.03,
    ),
  );
  expect(unit).toBe("ng/mL");
  expect(points[0]).toEqual({ timeHours: 0.5, observed: 10, sd: 2, predicted: undefined });
  expect(points[1]?.predicted).toBeCloseTo(30, 9);
  expect(predicted[0]).toBeCloseTo(30, 9);
});

test("of a late dose the days before are left out, of an early one nothing", () => {
  expect(
    curveOf(
      scoreOf(
        [
          [72, 1],
          [82, 1],
        ],
        () => 1,
      ),
    ).span.min,
  ).toBeCloseTo(70.5, 9);
  expect(
    curveOf(
      scoreOf(
        [
          [0.25, 1],
          [10, 1],
        ],
        () => 1,
      ),
    ).span.min,
  ).toBe(0);
});

test("what was measured keeps its room beside a prediction that shoots up", () => {
  const { range } = curveOf(
    scoreOf(
      [
        [1, 1],
        [2, 2],
      ],
      () => 1000,
    ),
  );
  expect(range.linear.max).toBe(8);
});

test("a logarithmic axis goes as low as what is scored, and never to nothing", () => {
  const { range } = curveOf(
    scoreOf(
      [
        [1, 1],
        [2, 0.3],
      ],
      () => 0.15,
    ),
  );
  expect(range.log.min).toBe(0.15);
  expect(
    curveOf(
      scoreOf(
        [
          [1, 1],
          [2, 0.3],
        ],
        () => 1e-9,
      ),
    ).range.log.min,
  ).toBeCloseTo(0.01, 9);
});
