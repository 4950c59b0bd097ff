import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differentiate } from "./differentiate";
import { evaluate } from "./evaluate";
import { Expressions, symbolsOf, type Node } from "./node";
import { parseExpression } from "./parse";
import { formatExpression, printExpression } from "./print";

function parsed(text: string, table = new Expressions()): Node {
  const result = parseExpression(text, table);
  if (!result.ok) throw new Error(`${text}: ${result.message} at ${result.position}`);
  return result.node;
}

function valueOf(text: string, values: Record<string, number> = {}): number {
  return evaluate(parsed(text), (name) => values[name]);
}

/** Random expressions of x, y and numbers, with every operation. */
function arbitrary(table: Expressions): fc.Arbitrary<Node> {
  const leaf = fc.oneof(
    fc.constantFrom("x", "y", "liver.V_1").map((name) => table.symbol(name)),
    fc.double({ min: -50, max: 50, noNaN: true }).map((value) => table.number(value)),
  );
  const { node } = fc.letrec<{ node: Node }>((tie) => {
    const two = fc.tuple(tie("node"), tie("node"));
    return {
      node: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        leaf,
        fc
          .tuple(fc.constantFrom("add", "sub", "mul", "div", "pow", "min", "max", "less"), two)
          .map(([op, [a, b]]) => table[op](a, b)),
        tie("node").map((a) => table.neg(a)),
        fc
          .tuple(fc.constantFrom("exp", "ln", "sqrt", "abs"), tie("node"))
          .map(([op, a]) => table.call(op, a)),
        fc.tuple(tie("node"), two).map(([c, [a, b]]) => table.select(c, a, b)),
      ),
    };
  });
  return node;
}

describe("formulas", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["2 ^ 3 ^ 2", 512],
    ["-2 ^ 2", -4],
    ["2 ^ -1", 0.5],
    ["10 - 4 - 3", 3],
    ["24 / 4 / 2", 3],
    ["1.5e2 + .5", 150.5],
    ["max(1, min(4, 3)) + abs(-2) + sqrt(9)", 8],
    ["select(less(1, 2), 10, 20) + ln(exp(1))", 11],
    ["- - 3", 3],
  ])("%s is %d", (text, expected) => {
    expect(valueOf(text)).toBeCloseTo(expected, 12);
  });

  test.each([
    ["a + ", 4, "the formula ends too early"],
    ["a + * b", 4, '"*" stands where a value is needed'],
    ["(a + b", 6, '")" is missing'],
    ["a b", 2, '"b" is not expected here'],
    ["a $ b", 2, '"$" has no meaning here'],
    ["sin(a)", 0, "there is no function sin of 1 argument(s)"],
    ["min(a)", 0, "there is no function min of 1 argument(s)"],
    ["", 0, "the formula ends too early"],
    [`${"(".repeat(5000)}a`, 201, "nested too deeply"],
    [`${"-".repeat(5000)}a`, 201, "nested too deeply"],
  ])("%s is refused with its position", (text, position, message) => {
    expect(parseExpression(text, new Expressions())).toEqual({ ok: false, position, message });
  });

  test("each part of a formula knows where it stands", () => {
    const table = new Expressions();
    const result = parseExpression("Q * (C - C_out)", table);
    if (!result.ok) throw new Error(result.message);
    const where = (text: string) => result.positions.get(parsed(text, table));
    expect([where("Q"), where("Q * (C - C_out)"), where("C - C_out"), where("C_out")]).toEqual([
      0, 2, 7, 9,
    ]);
  });

  test("equal expressions are one object", () => {
    const table = new Expressions();
    expect(parsed("a * (b + c)", table)).toBe(parsed("a*(b+c)", table));
    expect(symbolsOf(parsed("a * (b + c) - a", table))).toEqual(new Set(["a", "b", "c"]));
  });

  test("for people, formulas are written in the field's signs", () => {
    expect(formatExpression(parsed("Q * (C_art - C_out) - CL * C"))).toBe(
      "Q · (C_art − C_out) − CL · C",
    );
  });

  test("reading what was printed gives the same expression", () => {
    const table = new Expressions();
    fc.assert(
      fc.property(arbitrary(table), (node) => {
        expect(parsed(printExpression(node), table)).toBe(node);
      }),
      { numRuns: 2000 },
    );
  });

  test("the derivative agrees with a central difference", () => {
    const table = new Expressions();
    const at = (node: Node, x: number) =>
      evaluate(node, (name) => (name === "x" ? x : name === "y" ? 1.3 : 0.7));
    let compared = 0;
    fc.assert(
      fc.property(arbitrary(table), fc.double({ min: 0.5, max: 2, noNaN: true }), (node, x) => {
        const slope = at(differentiate(table, node, "x"), x);
        const h = 1e-5;
        const [far, near] = [2 * h, h].map((d) => (at(node, x + d) - at(node, x - d)) / (2 * d));
        const value = at(node, x);
        // where the two differences disagree there is a kink, a pole or cancellation
        const usable = [slope, far, near, value].every(Number.isFinite) && Math.abs(value) < 1e4;
        if (!usable || far === undefined || near === undefined) return;
        const scale = Math.max(1, Math.abs(near), Math.abs(value));
        if (Math.abs(far - near) > 1e-7 * scale) return;
        compared++;
        expect(Math.abs(slope - near) / scale).toBeLessThan(1e-5);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
