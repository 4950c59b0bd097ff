import { expect, test } from "vitest";
import { partitionOf, type Chemistry } from "./partition";

const base: Chemistry = {
  lipophilicity: 4,
  acidPKa: [],
  basePKa: [9],
  fup: 0.3,
  bloodPlasmaRatio: 1.2,
};

function Kp(drug: Chemistry, organ: "muscle" | "adipose" | "liver"): number {
  return partitionOf("rodgers-rowland", drug, organ)(drug.fup, 0.45);
}

test("what a strong base binds in tissue is in proportion to the factor on its affinity", () => {
  for (const organ of ["muscle", "adipose", "liver"] as const) {
    const at = (baseAffinityFactor?: number) => Kp({ ...base, baseAffinityFactor }, organ);
    expect(at(1)).toBe(at());
    expect(at(3) - at(1)).toBeCloseTo(2 * (at(2) - at(1)), 10);
    expect(at(3)).toBeGreaterThan(at(1));
  }
});

test("the factor raises lean tissue more than fat, which has little of what binds bases", () => {
  const rise = (organ: "muscle" | "adipose") =>
    Kp({ ...base, baseAffinityFactor: 5 }, organ) / Kp(base, organ);
  expect(rise("muscle")).toBeGreaterThan(1.3 * rise("adipose"));
});

test("a factor on the affinity of bases changes nothing of weak bases, acids and neutral drugs", () => {
  for (const drug of [
    { ...base, basePKa: [5] },
    { ...base, basePKa: [], acidPKa: [4] },
    { ...base, basePKa: [] },
  ]) {
    expect(Kp({ ...drug, baseAffinityFactor: 5 }, "muscle")).toBe(Kp(drug, "muscle"));
  }
});
