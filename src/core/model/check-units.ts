/** The physical dimension of a formula, or the place where its units do not fit together. */
import { operand, type Node } from "../expression/node";
import {
  dimensionless,
  multiply,
  printDimension,
  sameDimension,
  scaleDimension,
  type Dimension,
} from "../units/dimension";

export type Dimensioned =
  /** No dimension: the formula is the number 0, which fits everywhere. */
  | { readonly ok: true; readonly dimension: Dimension | undefined }
  | {
      readonly ok: false;
      readonly code: "unknown-name" | "unit-mismatch";
      readonly message: string;
      readonly node: Node;
    };

export function dimensionOf(
  node: Node,
  symbol: (name: string) => Dimension | undefined,
  memo = new Map<Node, Dimensioned>(),
): Dimensioned {
  const known = memo.get(node);
  if (known) return known;
  const result = infer(node, symbol, memo);
  memo.set(node, result);
  return result;
}

// ——— the parts ———

type Lookup = (name: string) => Dimension | undefined;

const fits = (dimension: Dimension | undefined): Dimensioned => ({ ok: true, dimension });

function infer(node: Node, symbol: Lookup, memo: Map<Node, Dimensioned>): Dimensioned {
  if (node.op === "number") return fits(node.value === 0 ? undefined : dimensionless);
  if (node.op === "symbol") {
    const dimension = symbol(node.name);
    if (dimension) return fits(dimension);
    return { ok: false, code: "unknown-name", message: `there is no ${node.name} here`, node };
  }
  const dimensions: (Dimension | undefined)[] = [];
  for (const arg of node.args) {
    const inner = dimensionOf(arg, symbol, memo);
    if (!inner.ok) return inner;
    dimensions.push(inner.dimension);
  }
  return combine(node, dimensions);
}

function combine(node: Node, dimensions: readonly (Dimension | undefined)[]): Dimensioned {
  const [a, b, c] = dimensions;
  switch (node.op) {
    case "neg":
    case "abs":
      return fits(a);
    case "add":
    case "sub":
    case "min":
    case "max":
      return alike(node, a, b);
    case "less": {
      const both = alike(node, a, b);
      return both.ok ? fits(dimensionless) : both;
    }
    case "select":
      return alike(node, b, c);
    case "mul":
      return fits(a && b && multiply(a, b));
    case "div":
      return fits(multiply(a ?? dimensionless, b ?? dimensionless, -1));
    case "sqrt":
      return fits(a && scaleDimension(a, 0.5));
    case "pow":
      return power(node, a, b);
    default:
      return bare(node, a) ?? fits(dimensionless);
  }
}

function alike(node: Node, a: Dimension | undefined, b: Dimension | undefined): Dimensioned {
  if (!a || !b || sameDimension(a, b)) return fits(a ?? b);
  const message = `${printDimension(a)} and ${printDimension(b)} cannot be joined by ${node.op}`;
  return { ok: false, code: "unit-mismatch", message, node };
}

function power(node: Node, a: Dimension | undefined, b: Dimension | undefined): Dimensioned {
  const exponent = operand(node, 1);
  if (exponent.op === "number") return fits(a && scaleDimension(a, exponent.value));
  return bare(node, a) ?? bare(node, b) ?? fits(dimensionless);
}

/** Functions such as exp take plain numbers only. */
function bare(node: Node, a: Dimension | undefined): Dimensioned | undefined {
  if (!a || sameDimension(a, dimensionless)) return undefined;
  const message = `${node.op} needs a plain number, not ${printDimension(a)}`;
  return { ok: false, code: "unit-mismatch", message, node };
}
