import { describe, expect, test } from "vitest";
import { compose } from "./compose";
import { canonical, hashOf } from "./hash";
import { assumed, type Block, type Model, type Parameter } from "./model";

const parameter = (value: number, unit: string): Parameter => ({
  value,
  unit,
  label: "",
  provenance: assumed("a test"),
});

const organ: Block = {
  name: "organ",
  inputs: { C_in: { is: "blood.C", unit: "mg/L" } },
  parameters: { V: parameter(2, "L"), Q: parameter(30, "mL/min"), CL: parameter(1, "L/h") },
  define: { C: { text: "A / V", unit: "mg/L" } },
  states: { A: { unit: "mg", label: "", substance: "drug" } },
  transfers: {
    in: { from: "blood.A", to: "A", rate: "Q * C_in", label: "" },
    out: { from: "A", to: null, rate: "CL * C", label: "" },
  },
  outputs: { "drug/organ": { text: "C", unit: "ng/mL", label: "" } },
};

const blood: Block = {
  name: "blood",
  parameters: { V: parameter(5, "L") },
  define: { C: { text: "A / V", unit: "mg/L" } },
  states: { A: { unit: "mg", label: "", substance: "drug" } },
};

function problemsOf(changed: Partial<Block>, others: readonly Block[] = [blood]) {
  const model: Model = { name: "test", blocks: [...others, { ...organ, ...changed }] };
  const result = compose(model);
  return result.ok ? [] : result.problems.map((p) => `${p.code} ${p.subject}: ${p.message}`);
}

describe("compose", () => {
  test("joins blocks over their global names, in internal units", () => {
    const result = compose({ name: "test", blocks: [blood, organ] });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { states, parameters, transfers, outputs } = result.value;
    expect(states.map((s) => s.name)).toEqual(["blood.A", "organ.A"]);
    expect(parameters.find((p) => p.name === "organ.Q")?.internal).toBeCloseTo(1.8, 12);
    expect(transfers.map((t) => [t.name, t.from, t.to])).toEqual([
      ["organ.in", 0, 1],
      ["organ.out", 1, -1],
    ]);
    expect(outputs[0]?.name).toBe("drug/organ");
  });

  test.each<[string, Partial<Block>, RegExp]>([
    [
      "a formula that cannot be read",
      { define: { C: { text: "A / (V", unit: "mg/L" } } },
      /^bad-formula organ.C: "\)" is missing, at position 6 of "A \/ \(V"$/,
    ],
    [
      "an unknown name",
      { define: { C: { text: "A / Vd", unit: "mg/L" } } },
      /^unknown-name organ.C: there is no Vd here, at position 4 of "A \/ Vd"$/,
    ],
    [
      "an unbalanced rate",
      { transfers: { out: { from: "A", to: null, rate: "Q * A", label: "" } } },
      /^unit-mismatch organ.out: is mg\/h, but its formula gives mg·L\/h, at position 2/,
    ],
    [
      "a sum of different things",
      { define: { C: { text: "A / V + Q", unit: "mg/L" } } },
      /^unit-mismatch organ.C: mg\/L and L\/h cannot be joined by add, at position 6 of/,
    ],
    [
      "a parameter without source",
      { parameters: { ...organ.parameters, V: { ...parameter(2, "L"), provenance: assumed("") } } },
      /^missing-source organ, V: has no source/,
    ],
    [
      "a parameter that is no number",
      { parameters: { ...organ.parameters, V: parameter(Number.NaN, "L") } },
      /^not-a-number organ, V/,
    ],
    [
      "an unknown unit",
      { parameters: { ...organ.parameters, V: parameter(2, "gallon") } },
      /^unknown-unit organ, V: "gallon" is not a known unit/,
    ],
    [
      "definitions that depend on themselves",
      {
        define: {
          C: { text: "A / V * x", unit: "mg/L" },
          x: { text: "z + 1", unit: "1" },
          z: { text: "x * 2", unit: "1" },
        },
      },
      /^definition-loop organ.x: depends on itself: organ.x → organ.z → organ.x$/,
    ],
    [
      "an input of another unit",
      { inputs: { C_in: { is: "blood.V", unit: "mg/L" } } },
      /^unit-mismatch organ, C_in: expects mg\/L, but blood.V is in L/,
    ],
    [
      "an input from nowhere",
      { inputs: { C_in: { is: "lymph.C", unit: "mg/L" } } },
      /^unknown-name organ, C_in: lymph.C does not exist/,
    ],
    [
      "a name declared twice",
      { define: { ...organ.define, V: { text: "1", unit: "1" } } },
      /^duplicate-name organ, V/,
    ],
    [
      "a transfer to a state that is not there",
      { transfers: { out: { from: "A", to: "urine", rate: "CL * C", label: "" } } },
      /^unknown-name organ.out: there is no state urine/,
    ],
    [
      "an unused definition that is wrong",
      { define: { ...organ.define, spare: { text: "exp(V)", unit: "1" } } },
      /^unit-mismatch organ.spare: exp needs a plain number, not L, at position 0/,
    ],
  ])("refuses %s, with block, symbol and position", (_, change, expected) => {
    expect(problemsOf(change).join("\n")).toMatch(new RegExp(expected.source, "m"));
  });

  test("refuses a transfer that turns one substance into another", () => {
    const other: Block = { ...blood, states: { A: { unit: "mg", label: "", substance: "other" } } };
    expect(problemsOf({}, [other])).toEqual([
      "different-substances organ.in: moves other into drug",
    ]);
  });
});

describe("identity", () => {
  test("does not depend on the order of keys", () => {
    expect(hashOf({ a: 1, b: [1, { c: null, d: "x" }] })).toBe(
      hashOf({ b: [1, { d: "x", c: null }], a: 1, e: undefined }),
    );
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
    expect(canonical({ b: 1, a: [true, "ü"] })).toBe('{"a":[true,"ü"],"b":1}');
  });

  test("is the SHA-256 that everybody computes", () => {
    expect(hashOf("")).toBe("12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126");
  });
});
