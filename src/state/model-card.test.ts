import { expect, test } from "vitest";
import { fitted } from "../core/model/model";
import { shippedDrugs } from "../pharmacology/drugs/library";
import { fittedNumbers } from "./model-card";

const [drug] = shippedDrugs;

test("what was fitted is found wherever in a drug it stands, and nothing else is", () => {
  if (!drug) throw new Error("there is no drug");
  const number = (value: number) => ({
    value,
    unit: "1/min",
    provenance: fitted(["a/b2000"], "clearance"),
  });
  const bare = JSON.parse(JSON.stringify(drug), (key, value: unknown) =>
    key === "provenance" ? { kind: "assumed", why: "a test" } : value,
  ) as typeof drug;
  expect(fittedNumbers(bare)).toEqual([]);
  const changed = {
    ...bare,
    metabolism: [
      {
        enzyme: "CYP3A4",
        organs: ["liver" as const],
        kinetics: { kind: "specific" as const, clearance: number(0.2) },
      },
    ],
  };
  expect(fittedNumbers(changed)).toEqual([
    {
      path: "metabolism.0.kinetics.clearance",
      value: 0.2,
      unit: "1/min",
      to: ["a/b2000"],
      why: "clearance",
    },
  ]);
});
