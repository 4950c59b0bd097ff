/**
 * Expressions as a hash-consed graph: two equal expressions are the same object.
 *
 * One `Expressions` is one graph; nodes of different graphs must not be mixed. Construction
 * applies the cheap algebra that keeps graphs small (constants fold, 0 and 1 vanish) and nothing
 * that would change a rounded result by more than that. Comparison `less` gives 1 or 0;
 * `select(c, a, b)` is a where c is not 0.
 */

export type BinaryOp = "add" | "sub" | "mul" | "div" | "pow" | "min" | "max" | "less";
export type UnaryOp = "neg" | "exp" | "ln" | "sqrt" | "abs";
export type Op = "number" | "symbol" | UnaryOp | BinaryOp | "select";

export interface Node {
  readonly id: number;
  readonly op: Op;
  readonly args: readonly Node[];
  /** Of a number. */
  readonly value: number;
  /** Of a symbol. */
  readonly name: string;
}

/** The value of an operation on numbers: the one definition all printers are held to. */
export function applyOp(op: UnaryOp | BinaryOp | "select", a: number, b = 0, c = 0): number {
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "pow":
      return a ** b;
    case "min":
      return Math.min(a, b);
    case "max":
      return Math.max(a, b);
    case "less":
      return a < b ? 1 : 0;
    case "neg":
      return -a;
    case "exp":
      return Math.exp(a);
    case "ln":
      return Math.log(a);
    case "sqrt":
      return Math.sqrt(a);
    case "abs":
      return Math.abs(a);
    case "select":
      return a === 0 ? c : b;
    default:
      return op satisfies never;
  }
}

export class Expressions {
  readonly #nodes = new Map<string, Node>();

  readonly zero = this.number(0);
  readonly one = this.number(1);

  number(value: number): Node {
    const unsigned = value === 0 ? 0 : value; // a signed zero means nothing in a model
    return this.#make("number", [], String(unsigned), unsigned, "");
  }

  symbol(name: string): Node {
    return this.#make("symbol", [], name, Number.NaN, name);
  }

  add(a: Node, b: Node): Node {
    if (a === this.zero) return b;
    if (b === this.zero) return a;
    if (b.op === "neg") return this.sub(a, operand(b, 0));
    return this.#fold("add", a, b);
  }

  sub(a: Node, b: Node): Node {
    if (b === this.zero) return a;
    if (a === this.zero) return this.neg(b);
    if (a === b) return this.zero;
    if (b.op === "neg") return this.add(a, operand(b, 0));
    return this.#fold("sub", a, b);
  }

  mul(a: Node, b: Node): Node {
    if (a === this.zero || b === this.zero) return this.zero;
    if (a === this.one) return b;
    if (b === this.one) return a;
    if (a.op === "neg") return this.neg(this.mul(operand(a, 0), b));
    if (b.op === "neg") return this.neg(this.mul(a, operand(b, 0)));
    return this.#fold("mul", a, b);
  }

  div(a: Node, b: Node): Node {
    if (a === this.zero) return this.zero;
    if (b === this.one) return a;
    if (a.op === "neg") return this.neg(this.div(operand(a, 0), b));
    return this.#fold("div", a, b);
  }

  pow(a: Node, b: Node): Node {
    if (b === this.one) return a;
    if (b === this.zero) return this.one;
    if (b.op === "number" && b.value === 2) return this.mul(a, a);
    return this.#fold("pow", a, b);
  }

  neg(a: Node): Node {
    if (a.op === "number") return this.number(-a.value);
    if (a.op === "neg") return operand(a, 0);
    if (a.op === "sub") return this.sub(operand(a, 1), operand(a, 0));
    return this.#make("neg", [a], "", Number.NaN, "");
  }

  min(a: Node, b: Node): Node {
    return a === b ? a : this.#fold("min", a, b);
  }

  max(a: Node, b: Node): Node {
    return a === b ? a : this.#fold("max", a, b);
  }

  less(a: Node, b: Node): Node {
    return a === b ? this.zero : this.#fold("less", a, b);
  }

  call(op: Exclude<UnaryOp, "neg">, a: Node): Node {
    if (a.op === "number") {
      const value = applyOp(op, a.value);
      if (Number.isFinite(value)) return this.number(value);
    }
    return this.#make(op, [a], "", Number.NaN, "");
  }

  select(condition: Node, then: Node, otherwise: Node): Node {
    if (condition.op === "number") return condition.value === 0 ? otherwise : then;
    if (then === otherwise) return then;
    return this.#make("select", [condition, then, otherwise], "", Number.NaN, "");
  }

  /** The same operation on other arguments. */
  rebuild(node: Node, args: readonly Node[]): Node {
    const [a, b, c] = args;
    if (a === undefined) return node;
    switch (node.op) {
      case "number":
      case "symbol":
        return node;
      case "neg":
        return this.neg(a);
      case "exp":
      case "ln":
      case "sqrt":
      case "abs":
        return this.call(node.op, a);
      default:
    }
    if (b === undefined) throw new RangeError(`${node.op} needs two arguments`);
    if (node.op !== "select") return this[node.op](a, b);
    if (c === undefined) throw new RangeError("select needs three arguments");
    return this.select(a, b, c);
  }

  #fold(op: BinaryOp, a: Node, b: Node): Node {
    if (a.op === "number" && b.op === "number") {
      const value = applyOp(op, a.value, b.value);
      if (Number.isFinite(value)) return this.number(value); // 1/0 stays a formula, to be seen
    }
    return this.#make(op, [a, b], "", Number.NaN, "");
  }

  #make(op: Op, args: readonly Node[], own: string, value: number, name: string): Node {
    const key = `${op} ${own} ${args.map((arg) => arg.id).join(" ")}`;
    let node = this.#nodes.get(key);
    if (!node) {
      node = { id: this.#nodes.size, op, args, value, name };
      this.#nodes.set(key, node);
    }
    return node;
  }
}

/** An argument that the operation is known to have. */
export function operand(node: Node, index: number): Node {
  const found = node.args[index];
  if (!found) throw new RangeError(`${node.op} has no argument ${index}`);
  return found;
}

/** Rewrites a graph from its leaves up, visiting each shared node once. */
export function rewrite(
  table: Expressions,
  root: Node,
  leaf: (node: Node) => Node,
  memo = new Map<Node, Node>(),
): Node {
  const known = memo.get(root);
  if (known) return known;
  const result =
    root.args.length === 0
      ? leaf(root)
      : table.rebuild(
          root,
          root.args.map((arg) => rewrite(table, arg, leaf, memo)),
        );
  memo.set(root, result);
  return result;
}

/** The names of all symbols in an expression. */
export function symbolsOf(
  root: Node,
  found = new Set<string>(),
  seen = new Set<Node>(),
): Set<string> {
  if (seen.has(root)) return found;
  seen.add(root);
  if (root.op === "symbol") found.add(root.name);
  for (const arg of root.args) symbolsOf(arg, found, seen);
  return found;
}
