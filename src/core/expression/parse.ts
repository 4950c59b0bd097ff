/**
 * Reads short infix formulas: `Q * (C_art - C_out) - Vmax * Cu / (Km + Cu)`.
 *
 * Grammar: + - * / ^ with the usual precedence (^ binds tighter than a sign and to the right),
 * parentheses, decimal numbers, names that may contain dots (`liver.V`), and calls of exp, ln,
 * sqrt, abs, min, max, less, select. There are no units, assignments or strings in a formula.
 * A fault is an answer with the position of the offending character, counted from 0.
 */
import type { Expressions, Node } from "./node";

export type Parsed =
  | {
      readonly ok: true;
      readonly node: Node;
      /** Where each part first stands in the text: the name, number or sign that made it. */
      readonly positions: ReadonlyMap<Node, number>;
    }
  | { readonly ok: false; readonly position: number; readonly message: string };

/** Deep enough for any formula a person writes; keeps a hostile text off the stack. */
const maximalDepth = 200;

export function parseExpression(text: string, table: Expressions): Parsed {
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return tokens;
  const parser = new Parser(tokens, text.length, table);
  try {
    const node = parser.sum(0);
    parser.expectEnd();
    return { ok: true, node, positions: parser.positions };
  } catch (fault) {
    if (fault instanceof Fault)
      return { ok: false, position: fault.position, message: fault.message };
    throw fault;
  }
}

// ——— the parts ———

interface Token {
  readonly kind: "number" | "name" | "mark";
  readonly text: string;
  readonly position: number;
}

class Fault extends Error {
  readonly position: number;
  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

const shapes = {
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y,
  name: /[\p{L}_][\p{L}\d_]*(?:\.[\p{L}\d_]+)*/uy,
  mark: /[-+*/^(),]/y,
};

function tokenize(text: string): Token[] | Parsed {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position++;
      continue;
    }
    const token = tokenAt(text, position);
    if (!token) {
      return { ok: false, position, message: `"${text.charAt(position)}" has no meaning here` };
    }
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, position: number): Token | undefined {
  for (const kind of ["number", "name", "mark"] as const) {
    const shape = shapes[kind];
    shape.lastIndex = position;
    const match = shape.exec(text);
    if (match) return { kind, text: match[0], position };
  }
  return undefined;
}

const unary = ["exp", "ln", "sqrt", "abs"] as const;
const binary = ["min", "max", "less"] as const;

class Parser {
  readonly positions = new Map<Node, number>();
  #next = 0;
  readonly #tokens: readonly Token[];
  readonly #end: number;
  readonly #table: Expressions;

  constructor(tokens: readonly Token[], end: number, table: Expressions) {
    this.#tokens = tokens;
    this.#end = end;
    this.#table = table;
  }

  sum(depth: number): Node {
    let left = this.product(depth);
    for (;;) {
      const at = this.#position();
      if (this.#accept("+")) left = this.#at(at, this.#table.add(left, this.product(depth)));
      else if (this.#accept("-")) left = this.#at(at, this.#table.sub(left, this.product(depth)));
      else return left;
    }
  }

  product(depth: number): Node {
    let left = this.signed(depth);
    for (;;) {
      const at = this.#position();
      if (this.#accept("*")) left = this.#at(at, this.#table.mul(left, this.signed(depth)));
      else if (this.#accept("/")) left = this.#at(at, this.#table.div(left, this.signed(depth)));
      else return left;
    }
  }

  signed(depth: number): Node {
    if (depth > maximalDepth) throw new Fault(this.#position(), "nested too deeply");
    const at = this.#position();
    if (this.#accept("-")) return this.#at(at, this.#table.neg(this.signed(depth + 1)));
    if (this.#accept("+")) return this.signed(depth + 1);
    const base = this.atom(depth);
    const raised = this.#position();
    if (!this.#accept("^")) return base;
    return this.#at(raised, this.#table.pow(base, this.signed(depth + 1)));
  }

  atom(depth: number): Node {
    const token = this.#tokens[this.#next];
    if (!token) throw new Fault(this.#end, "the formula ends too early");
    this.#next++;
    const { position } = token;
    if (token.kind === "number") return this.#at(position, this.#table.number(Number(token.text)));
    if (token.kind === "name") {
      const node = this.#accept("(") ? this.call(token, depth) : this.#table.symbol(token.text);
      return this.#at(position, node);
    }
    if (token.text === "(") {
      const inner = this.sum(depth + 1);
      this.#expect(")");
      return inner;
    }
    throw new Fault(token.position, `"${token.text}" stands where a value is needed`);
  }

  call(name: Token, depth: number): Node {
    const args: Node[] = [this.sum(depth + 1)];
    while (this.#accept(",")) args.push(this.sum(depth + 1));
    this.#expect(")");
    const [a, b, c] = args;
    const one = unary.find((op) => op === name.text);
    if (one && a && args.length === 1) return this.#table.call(one, a);
    const two = binary.find((op) => op === name.text);
    if (two && a && b && args.length === 2) return this.#table[two](a, b);
    if (name.text === "select" && a && b && c && args.length === 3) {
      return this.#table.select(a, b, c);
    }
    throw new Fault(
      name.position,
      `there is no function ${name.text} of ${args.length} argument(s)`,
    );
  }

  expectEnd(): void {
    const token = this.#tokens[this.#next];
    if (token) throw new Fault(token.position, `"${token.text}" is not expected here`);
  }

  #at(position: number, node: Node): Node {
    if (!this.positions.has(node)) this.positions.set(node, position);
    return node;
  }

  #accept(mark: string): boolean {
    const token = this.#tokens[this.#next];
    const found = token?.kind === "mark" && token.text === mark;
    if (found) this.#next++;
    return found;
  }

  #expect(mark: string): void {
    if (!this.#accept(mark)) throw new Fault(this.#position(), `"${mark}" is missing`);
  }

  #position(): number {
    return this.#tokens[this.#next]?.position ?? this.#end;
  }
}
