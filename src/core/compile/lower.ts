/**
 * Turns a flat model into the form the solvers want: a sparse linear part with constant
 * coefficients, and the few terms that are truly nonlinear.
 *
 * Every rate is multiplied out into  Σ coefficient(parameters) · base(states).  Coefficients are
 * computed once per person; a term whose base is a single state is an entry of the matrix K in
 * dy/dt = K y + g(y). Because matter moves by transfers, each column of K sums to zero: what
 * leaves a state arrives elsewhere. `columns` remembers which coefficients make up each column,
 * so that rounding to 32 bit can keep that sum exact (core/compile/rounding.ts).
 *
 * Symbols in lowered formulas: `p:i` parameter, `c:i` coefficient, `f:i` forcing, `y:i` state.
 */
import { differentiate } from "../expression/differentiate";
import { operand, rewrite, symbolsOf, type Expressions, type Node } from "../expression/node";
import type { FlatModel } from "../model/compose";

/** A coefficient that is a signed sum of others. */
export interface Composite {
  readonly slot: number;
  readonly parts: readonly { readonly sign: 1 | -1; readonly slot: number }[];
}

export interface LoweredSystem {
  readonly table: Expressions;
  readonly stateCount: number;
  readonly parameterCount: number;
  readonly forcingCount: number;
  /** Value of each coefficient over `p:i`, or over `c:i` where it is composite. */
  readonly coefficients: readonly Node[];
  readonly composites: readonly Composite[];
  /** For each state, the coefficients that move it linearly: entries of one column of K. */
  readonly columns: readonly (readonly number[])[];
  readonly rates: readonly Node[];
  /** Non-zero entries, `jacobian[row]` maps column to formula. */
  readonly jacobian: readonly ReadonlyMap<number, Node>[];
  readonly outputs: readonly Node[];
}

export function lower(flat: FlatModel): LoweredSystem {
  return new Lowering(flat).run();
}

// ——— the parts ———

/** coefficient · base; a base of undefined is the number 1. */
interface Term {
  readonly coefficient: Node;
  readonly base: Node | undefined;
}

/** A linear entry of K as signed elementary coefficients. */
type Entry = Map<Node, number>;

class Lowering {
  readonly #flat: FlatModel;
  readonly #table: Expressions;
  readonly #slots = new Map<Node, number>();
  readonly #coefficients: Node[] = [];
  readonly #composites: Composite[] = [];
  readonly #constant = new Map<Node, boolean>();
  readonly #normal = new Map<Node, Node>();

  constructor(flat: FlatModel) {
    this.#flat = flat;
    this.#table = flat.table;
  }

  run(): LoweredSystem {
    const { states, parameters, forcings } = this.#flat;
    const { entries, others } = this.#assemble();
    const columns = this.#columns(entries);
    const rates = states.map((_, row) => this.#rate(entries[row] ?? new Map(), others[row] ?? []));
    const outputs = this.#flat.outputs.map(({ value }) => this.#normalise(this.#indexed(value)));
    return {
      table: this.#table,
      stateCount: states.length,
      parameterCount: parameters.length,
      forcingCount: forcings.length,
      coefficients: this.#coefficients,
      composites: this.#composites,
      columns,
      rates,
      jacobian: rates.map((rate) => jacobianRow(this.#table, rate)),
      outputs,
    };
  }

  /** Sorts every transfer and rate into entries of K and other terms. */
  #assemble() {
    const count = this.#flat.states.length;
    const entries = Array.from({ length: count }, () => new Map<number, Entry>());
    const others = Array.from({ length: count }, () => [] as Node[]);
    const add = (row: number, term: Term, sign: 1 | -1) => {
      if (row < 0) return;
      const state = term.base ? stateIndex(term.base) : undefined;
      if (state === undefined) {
        const node = this.#termNode(term);
        others[row]?.push(sign > 0 ? node : this.#table.neg(node));
      } else addTo(entries[row], state, term.coefficient, sign);
    };
    for (const { from, to, rate } of this.#flat.transfers) {
      for (const term of this.#terms(this.#indexed(rate))) {
        add(from, term, -1);
        add(to, term, 1);
      }
    }
    for (const [row, rate] of this.#flat.rates) {
      for (const term of this.#terms(this.#indexed(rate))) add(row, term, 1);
    }
    return { entries, others };
  }

  #columns(entries: readonly ReadonlyMap<number, Entry>[]): number[][] {
    const columns = this.#flat.states.map(() => new Set<number>());
    for (const row of entries) {
      for (const [state, entry] of row) {
        for (const coefficient of entry.keys()) {
          if (coefficient.op !== "number") columns[state]?.add(this.#slot(coefficient));
        }
      }
    }
    return columns.map((slots) => [...slots]);
  }

  #rate(row: ReadonlyMap<number, Entry>, others: readonly Node[]): Node {
    let sum = this.#table.zero;
    for (const [state, entry] of row) {
      const { sign, node } = this.#entryNode(entry);
      const product = this.#table.mul(node, this.#table.symbol(`y:${state}`));
      sum = sign > 0 ? this.#table.add(sum, product) : this.#table.sub(sum, product);
    }
    return others.reduce((total, node) => this.#table.add(total, node), sum);
  }

  /** The coefficient of an entry and its sign: usually one slot, else a composite one. */
  #entryNode(entry: Entry): { sign: 1 | -1; node: Node } {
    const parts = [...entry].filter(([, times]) => times !== 0);
    const [first] = parts;
    if (!first) return { sign: 1, node: this.#table.zero };
    const sign = first[1] > 0 ? 1 : -1;
    if (parts.length === 1 && Math.abs(first[1]) === 1)
      return { sign, node: this.#symbol(first[0]) };
    const repeated = parts.flatMap(([coefficient, times]) =>
      Array.from({ length: Math.abs(times) }, () => ({
        sign: times > 0 === sign > 0 ? (1 as const) : (-1 as const),
        slot: this.#slot(coefficient),
      })),
    );
    return { sign, node: this.#table.symbol(`c:${this.#composite(repeated)}`) };
  }

  #composite(parts: Composite["parts"]): number {
    const t = this.#table;
    const sum = parts.reduce((total, { sign, slot }) => {
      const part = t.symbol(`c:${slot}`);
      return sign > 0 ? t.add(total, part) : t.sub(total, part);
    }, t.zero);
    const known = this.#slots.get(sum);
    if (known !== undefined) return known;
    const slot = this.#slot(sum);
    this.#composites.push({ slot, parts });
    return slot;
  }

  /** A formula over global names, with the indices of their places instead. */
  #indexed(node: Node): Node {
    return rewrite(this.#table, node, (leaf) => {
      const name = leaf.op === "symbol" ? this.#place(leaf.name) : undefined;
      return name === undefined ? leaf : this.#table.symbol(name);
    });
  }

  readonly #places = new Map<string, string>();

  #place(name: string): string | undefined {
    if (this.#places.size === 0) {
      this.#flat.parameters.forEach((p, i) => this.#places.set(p.name, `p:${i}`));
      this.#flat.forcings.forEach((f, i) => this.#places.set(f.name, `f:${i}`));
      this.#flat.states.forEach((s, i) => this.#places.set(s.name, `y:${i}`));
    }
    return this.#places.get(name);
  }

  /** Multiplied out and collected: each base once. */
  #terms(node: Node): Term[] {
    const byBase = new Map<Node | undefined, Node>();
    for (const { coefficient, base } of this.#multiplyOut(node)) {
      const sum = byBase.get(base);
      byBase.set(base, sum ? this.#table.add(sum, coefficient) : coefficient);
    }
    return [...byBase]
      .filter(([, coefficient]) => coefficient !== this.#table.zero)
      .map(([base, coefficient]) => ({ coefficient, base }));
  }

  #multiplyOut(node: Node): Term[] {
    const t = this.#table;
    if (this.#isConstant(node)) return [{ coefficient: node, base: undefined }];
    if (node.op === "symbol") return [{ coefficient: t.one, base: node }];
    const a = operand(node, 0);
    switch (node.op) {
      case "neg":
        return scaled(this.#multiplyOut(a), (k) => t.neg(k));
      case "add":
        return [...this.#multiplyOut(a), ...this.#multiplyOut(operand(node, 1))];
      case "sub":
        return [
          ...this.#multiplyOut(a),
          ...scaled(this.#multiplyOut(operand(node, 1)), (k) => t.neg(k)),
        ];
      case "mul":
        return this.#product(a, operand(node, 1));
      case "div":
        return this.#quotient(a, operand(node, 1));
      default: {
        const base = t.rebuild(
          node,
          node.args.map((arg) => this.#normalise(arg)),
        );
        return [{ coefficient: t.one, base }];
      }
    }
  }

  #product(a: Node, b: Node): Term[] {
    const t = this.#table;
    if (this.#isConstant(a)) return scaled(this.#multiplyOut(b), (k) => t.mul(a, k));
    if (this.#isConstant(b)) return scaled(this.#multiplyOut(a), (k) => t.mul(b, k));
    const left = this.#single(a);
    const right = this.#single(b);
    return [
      {
        coefficient: t.mul(left.coefficient, right.coefficient),
        base: t.mul(left.base, right.base),
      },
    ];
  }

  #quotient(a: Node, b: Node): Term[] {
    const t = this.#table;
    if (this.#isConstant(b)) return scaled(this.#multiplyOut(a), (k) => t.div(k, b));
    const denominator = this.#normalise(b);
    if (this.#isConstant(a)) return [{ coefficient: a, base: t.div(t.one, denominator) }];
    const { coefficient, base } = this.#single(a);
    return [{ coefficient, base: t.div(base, denominator) }];
  }

  /** A state-dependent factor as one term: a sum stays together under the coefficient 1. */
  #single(node: Node): { coefficient: Node; base: Node } {
    const [first, ...more] = this.#terms(node);
    if (first?.base && more.length === 0)
      return { coefficient: first.coefficient, base: first.base };
    return { coefficient: this.#table.one, base: this.#normalise(node) };
  }

  #normalise(node: Node): Node {
    const known = this.#normal.get(node);
    if (known) return known;
    const result = this.#terms(node).reduce(
      (sum, term) => this.#table.add(sum, this.#termNode(term)),
      this.#table.zero,
    );
    this.#normal.set(node, result);
    return result;
  }

  #termNode({ coefficient, base }: Term): Node {
    const factor = this.#symbol(coefficient);
    return base ? this.#table.mul(factor, base) : factor;
  }

  #isConstant(node: Node): boolean {
    const known = this.#constant.get(node);
    if (known !== undefined) return known;
    const result =
      node.op === "symbol"
        ? node.name.startsWith("p:") || node.name.startsWith("c:")
        : node.args.every((arg) => this.#isConstant(arg));
    this.#constant.set(node, result);
    return result;
  }

  #symbol(coefficient: Node): Node {
    if (coefficient.op === "number") return coefficient;
    if (coefficient.op === "neg") return this.#table.neg(this.#symbol(operand(coefficient, 0)));
    if (coefficient.op === "symbol" && coefficient.name.startsWith("c:")) return coefficient;
    return this.#table.symbol(`c:${this.#slot(coefficient)}`);
  }

  #slot(coefficient: Node): number {
    const known = this.#slots.get(coefficient);
    if (known !== undefined) return known;
    const slot = this.#coefficients.length;
    this.#slots.set(coefficient, slot);
    this.#coefficients.push(coefficient);
    return slot;
  }
}

function scaled(terms: readonly Term[], by: (coefficient: Node) => Node): Term[] {
  return terms.map(({ coefficient, base }) => ({ coefficient: by(coefficient), base }));
}

function addTo(
  row: Map<number, Entry> | undefined,
  state: number,
  coefficient: Node,
  sign: 1 | -1,
): void {
  if (!row) return;
  const entry = row.get(state) ?? new Map<Node, number>();
  row.set(state, entry);
  const negative = coefficient.op === "neg";
  const elementary = negative ? operand(coefficient, 0) : coefficient;
  entry.set(elementary, (entry.get(elementary) ?? 0) + (negative ? -sign : sign));
}

function stateIndex(base: Node): number | undefined {
  return base.op === "symbol" && base.name.startsWith("y:")
    ? Number(base.name.slice(2))
    : undefined;
}

function jacobianRow(table: Expressions, rate: Node): ReadonlyMap<number, Node> {
  const row = new Map<number, Node>();
  const states = [...symbolsOf(rate)].filter((name) => name.startsWith("y:"));
  for (const name of states) {
    const entry = differentiate(table, rate, name);
    if (entry !== table.zero) row.set(Number(name.slice(2)), entry);
  }
  return row;
}
