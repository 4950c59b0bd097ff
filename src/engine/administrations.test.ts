import { expect, test } from "vitest";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { DoseRequest } from "../pharmacology/study";
import { planStudy } from "./plan";

function planned(drug: string, dose: Partial<DoseRequest>) {
  const plan = planStudy(
    {
      perfuse: 1,
      drugs: [drug],
      people: { one: { weightKg: 80 } },
      doses: [{ drug, route: "oral", atHours: 0, ...dose }],
    },
    shippedDrug,
  );
  return plan.ok ? plan.value.administrations : plan.problems;
}

test("an amount of a salt is given as the amount of drug in it", () => {
  expect(planned("metformin", { amountMg: 500, amountOf: "salt" })).toMatchObject([
    { amountMg: (500 * 129.16) / 165.62 },
  ]);
  for (const dose of [{ amountMg: 500 }, { amountMg: 500, amountOf: "base" as const }]) {
    expect(planned("metformin", dose)).toMatchObject([{ amountMg: 500 }]);
  }
});

test("by weight, too, and of each half of a mixture", () => {
  const share = 308.33 / 330.31;
  const dose = { amountMgPerKg: 0.375, amountOf: "salt", route: "iv" } as const;
  expect(planned("warfarin", dose)).toMatchObject([
    {
      amountMg: expect.closeTo(share * 0.375 * 80, 10),
      mgPerKg: expect.closeTo(share * 0.375, 12),
      into: [{ share: 0.5 }, { share: 0.5 }],
    },
  ]);
});

test("a salt that the drug does not declare is refused by the dose's number", () => {
  expect(planned("caffeine", { amountMg: 100, amountOf: "salt" })).toMatchObject([
    { code: "no-salt", subject: "dose 1", message: expect.stringContaining("Caffeine") },
  ]);
});
