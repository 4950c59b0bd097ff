/**
 * Writes an expression as text.
 *
 * `printExpression` gives the formula language of parse.ts back, so that parse(print(e)) is e;
 * `formatExpression` gives the field's notation for people (· and − and real fractions signs).
 */
import { operand, type BinaryOp, type Node } from "./node";

export function printExpression(node: Node): string {
  return print(node, plain, 0);
}

/** For reading: `Q · (C_art − C_out)`. Names pass through `rename` first. */
export function formatExpression(node: Node, rename: (name: string) => string = (n) => n): string {
  return print(node, { ...pretty, rename }, 0);
}

// ——— the parts ———

interface Style {
  readonly add: string;
  readonly sub: string;
  readonly mul: string;
  readonly div: string;
  readonly minus: string;
  readonly rename: (name: string) => string;
}

const plain: Style = {
  add: " + ",
  sub: " - ",
  mul: " * ",
  div: " / ",
  minus: "-",
  rename: (n) => n,
};
const pretty: Style = {
  add: " + ",
  sub: " − ",
  mul: " · ",
  div: " / ",
  minus: "−",
  rename: (n) => n,
};

const precedence: Partial<Record<Node["op"], number>> = {
  add: 1,
  sub: 1,
  mul: 2,
  div: 2,
  neg: 3,
  pow: 4,
};

function print(node: Node, style: Style, outer: number): string {
  const own = precedence[node.op] ?? (node.op === "number" && node.value < 0 ? 3 : 5);
  const text = printBare(node, style, own);
  return own < outer ? `(${text})` : text;
}

function printBare(node: Node, style: Style, own: number): string {
  const arg = (index: number, outer: number) => print(operand(node, index), style, outer);
  switch (node.op) {
    case "number":
      return String(node.value).replace(/^-/, style.minus);
    case "symbol":
      return style.rename(node.name);
    case "add":
    case "mul":
    case "sub":
    case "div":
      return arg(0, own) + style[node.op satisfies BinaryOp] + arg(1, own + 1);
    case "neg":
      return style.minus + arg(0, own);
    case "pow":
      return `${arg(0, own + 1)}^${arg(1, 4)}`;
    default:
      return `${node.op}(${node.args.map((_, index) => arg(index, 0)).join(", ")})`;
  }
}
