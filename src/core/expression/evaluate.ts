/** The value of an expression for given symbol values: slow, obvious, for tests and for people. */
import { applyOp, type Node } from "./node";

/** @throws RangeError for a symbol without a value */
export function evaluate(
  root: Node,
  values: (name: string) => number | undefined,
  memo = new Map<Node, number>(),
): number {
  const known = memo.get(root);
  if (known !== undefined) return known;
  const result = evaluateBare(root, values, memo);
  memo.set(root, result);
  return result;
}

function evaluateBare(
  node: Node,
  values: (name: string) => number | undefined,
  memo: Map<Node, number>,
): number {
  if (node.op === "number") return node.value;
  if (node.op === "symbol") {
    const value = values(node.name);
    if (value === undefined) throw new RangeError(`${node.name} has no value`);
    return value;
  }
  const [a = Number.NaN, b, c] = node.args.map((arg) => evaluate(arg, values, memo));
  return applyOp(node.op, a, b, c);
}
