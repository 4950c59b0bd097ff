import { describe, expect, test } from "vitest";
import { amount, compiled, oneCompartment, parameter } from "../../../tests/conformance/models";
import { conservedSubstances } from "./conservation";

describe("what a model conserves", () => {
  test("all states of the drug, its infusion, and a state that nothing leaves", () => {
    const { flat } = compiled(oneCompartment);
    const [drug, ...others] = conservedSubstances(flat);
    expect(others).toEqual([]);
    expect(drug?.states).toHaveLength(4);
    expect(drug?.inflows).toEqual([0]);
    expect(["body.out", "body.lost"]).toContain(flat.states[drug?.sink ?? -1]?.name);
  });

  test("nothing, where drug leaves the model or enters it by a formula", () => {
    const leaves = compiled({
      name: "leak",
      parameters: { k: parameter(1, "1/h") },
      states: { A: amount(), B: amount() },
      transfers: {
        on: { from: "A", to: "B", rate: "k * A", label: "" },
        away: { from: "A", to: null, rate: "k * A", label: "" },
      },
    });
    const made = compiled({
      name: "made",
      parameters: { R: parameter(1, "mg/h") },
      states: { A: amount() },
      transfers: { made: { from: null, to: "A", rate: "2 * R", label: "" } },
    });
    expect(conservedSubstances(leaves.flat)).toEqual([]);
    expect(conservedSubstances(made.flat)).toEqual([]);
  });
});
