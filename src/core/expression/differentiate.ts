/**
 * Exact derivatives of expressions.
 *
 * `min`, `max`, `abs` and `select` are differentiated branch by branch; at the kink itself the
 * derivative is that of one of the two branches. `less` is flat.
 */
import { operand, type Expressions, type Node } from "./node";

/** ∂root/∂(symbol `name`). `memo` may be shared by calls for the same name. */
export function differentiate(
  table: Expressions,
  root: Node,
  name: string,
  memo = new Map<Node, Node>(),
): Node {
  const known = memo.get(root);
  if (known) return known;
  const result = derivative(table, root, name, memo);
  memo.set(root, result);
  return result;
}

function derivative(t: Expressions, node: Node, name: string, memo: Map<Node, Node>): Node {
  if (node.op === "number") return t.zero;
  if (node.op === "symbol") return node.name === name ? t.one : t.zero;
  const a = operand(node, 0);
  const da = differentiate(t, a, name, memo);
  if (node.args.length === 1) return t.mul(outer(t, node, a), da);
  const b = operand(node, 1);
  const db = differentiate(t, b, name, memo);
  switch (node.op) {
    case "add":
      return t.add(da, db);
    case "sub":
      return t.sub(da, db);
    case "mul":
      return t.add(t.mul(da, b), t.mul(a, db));
    case "div":
      // (a/b)' = (a' - (a/b) b') / b: shares the quotient that the value needs anyway
      return t.div(t.sub(da, t.mul(node, db)), b);
    case "pow":
      return derivativeOfPower(t, node, a, b, da, db);
    case "min":
      return t.select(t.less(a, b), da, db);
    case "max":
      return t.select(t.less(a, b), db, da);
    case "less":
      return t.zero;
    case "select":
      return t.select(a, db, differentiate(t, operand(node, 2), name, memo));
    default:
      throw new RangeError(`no derivative of ${node.op}`);
  }
}

function outer(t: Expressions, node: Node, a: Node): Node {
  switch (node.op) {
    case "neg":
      return t.number(-1);
    case "exp":
      return node;
    case "ln":
      return t.div(t.one, a);
    case "sqrt":
      return t.div(t.number(0.5), node);
    case "abs":
      return t.select(t.less(a, t.zero), t.number(-1), t.one);
    default:
      throw new RangeError(`no derivative of ${node.op}`);
  }
}

function derivativeOfPower(t: Expressions, node: Node, a: Node, b: Node, da: Node, db: Node): Node {
  const base = t.mul(t.mul(b, t.pow(a, t.sub(b, t.one))), da);
  return db === t.zero ? base : t.add(base, t.mul(t.mul(node, t.call("ln", a)), db));
}
