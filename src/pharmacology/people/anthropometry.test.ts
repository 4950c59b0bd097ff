import { describe, expect, test } from "vitest";
import { bmiAt, bmiScore, scoreWithin, spreadAt } from "./anthropometry";

function spreadOf(sex: "male" | "female", ageYears: number) {
  const spread = { height: 0, bmi: 0, correlation: 0 };
  spreadAt(sex, ageYears, spread);
  return spread;
}

describe("the spread of a sex and age", () => {
  // L, M and S of CDC's chart of the body mass index at 240 months
  test.each([
    ["male", -1.84233016, 23.02029424, 0.134539365],
    ["female", -2.34495843, 21.71699934, 0.152974718],
  ] as const)("keeps the middle 90 %% of CDC's %s people of 20 years", (sex, L, M, S) => {
    const percentile = (z: number) => M * (1 + L * S * z) ** (1 / L);
    const z95 = 1.6448536;
    const width = 2 * z95 * spreadOf(sex, 20).bmi;
    expect(width).toBeCloseTo(Math.log(percentile(z95) / percentile(-z95)), 5);
  });

  test("ties body mass index to height in children and hardly in adults", () => {
    for (const sex of ["male", "female"] as const) {
      expect(spreadOf(sex, 10).correlation).toBeGreaterThan(0.2);
      expect(Math.abs(spreadOf(sex, 40).correlation)).toBeLessThan(0.1);
    }
  });

  test("changes with age without a step and stays after twenty", () => {
    for (let age = 0; age < 25; age += 0.1) {
      const [now, next] = [spreadOf("female", age), spreadOf("female", age + 0.001)];
      expect(Math.abs(now.bmi - next.bmi)).toBeLessThan(1e-4);
      expect(Math.abs(now.correlation - next.correlation)).toBeLessThan(1e-3);
    }
    expect(spreadOf("male", 90)).toEqual(spreadOf("male", 20));
  });
});

describe("the score of a body mass index", () => {
  const spread = spreadOf("male", 30);

  test("is undone by the index", () => {
    for (const z of [-3, 0, 1.5, 5])
      expect(bmiScore(bmiAt(z, 23, spread), 23, spread)).toBeCloseTo(z, 12);
  });

  test("within a window is where people are, and nobody is a billion to one", () => {
    expect(scoreWithin(-1, 1, 0.5)).toBeCloseTo(0, 6);
    expect(scoreWithin(2, 3, 0)).toBeCloseTo(2, 5);
    expect(scoreWithin(6.1, 9, 0.5)).toBeUndefined();
    expect(scoreWithin(-20, -7, 0.5)).toBeUndefined();
    expect(scoreWithin(0.7, 0.7, 0.2)).toBe(0.7);
  });
});
