/**
 * The statement list: what a model computes, as straight-line assignments that every printer
 * (WGSL, WebAssembly, tape) writes in its own way.
 *
 * A routine works on named vectors; a statement applies one operation to constants, temporaries
 * and vector elements and stores the result in a temporary or an element. No loops, no branches.
 *
 * Vectors: p parameters, c coefficients, f forcings, y states in, r rates out, w what is kept of
 * the factorised matrix, b the right-hand side that is solved in place, g the one number
 * 1/(γh), o outputs.
 */
import {
  operand,
  type BinaryOp,
  type Expressions,
  type Node,
  type UnaryOp,
} from "../expression/node";
import type { LoweredSystem } from "./lower";
import { eliminationOrder, type Elimination } from "./ordering";

export type Vector = "p" | "c" | "f" | "y" | "r" | "w" | "b" | "g" | "o";

export type Operand =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "temporary"; readonly index: number }
  | { readonly kind: "element"; readonly vector: Vector; readonly index: number };

export type Operation = UnaryOp | BinaryOp | "select" | "copy";

export interface Statement {
  readonly op: Operation;
  readonly args: readonly Operand[];
  readonly target: Exclude<Operand, { kind: "constant" }>;
}

export interface Routine {
  readonly name: RoutineName;
  readonly statements: readonly Statement[];
  readonly temporaries: number;
}

export type RoutineName = "coefficients" | "rates" | "factor" | "solve" | "outputs";

export interface Program {
  readonly sizes: Readonly<Record<Vector, number>>;
  readonly routines: Readonly<Record<RoutineName, Routine>>;
  readonly elimination: Elimination;
}

export function buildProgram(system: LoweredSystem): Program {
  const elimination = eliminationOrder(system.jacobian.map((row) => row.keys()));
  const factorisation = factorise(system, elimination);
  return {
    elimination,
    sizes: {
      p: system.parameterCount,
      c: system.coefficients.length,
      f: system.forcingCount,
      y: system.stateCount,
      r: system.stateCount,
      w: factorisation.kept,
      b: system.stateCount,
      g: 1,
      o: system.outputs.length,
    },
    routines: {
      coefficients: formulas("coefficients", system.coefficients, "c"),
      rates: formulas("rates", system.rates, "r"),
      factor: factorisation.factor,
      solve: factorisation.solve,
      outputs: formulas("outputs", system.outputs, "o"),
    },
  };
}

// ——— formulas to statements ———

export const element = (vector: Vector, index: number) =>
  ({ kind: "element", vector, index }) as const;
const constant = (value: number): Operand => ({ kind: "constant", value });

/** Collects statements; equal sub-expressions are computed once. */
class Writer {
  readonly statements: Statement[] = [];
  temporaries = 0;
  readonly #values = new Map<Node, Operand>();

  /** The operand that holds a formula's value, after the statements that compute it. */
  value(node: Node): Operand {
    const known = this.#values.get(node);
    if (known) return known;
    const result = this.#leaf(node) ?? this.#compute(node);
    this.#values.set(node, result);
    return result;
  }

  emit(op: Operation, ...args: Operand[]): Operand {
    const target = { kind: "temporary", index: this.temporaries++ } as const;
    this.statements.push({ op, args, target });
    return target;
  }

  store(target: Statement["target"], op: Operation, ...args: Operand[]): void {
    this.statements.push({ op, args, target });
  }

  /** Stores a formula in an element; the last operation writes there directly. */
  storeValue(target: ReturnType<typeof element>, node: Node): void {
    if (this.#leaf(node) ?? this.#values.get(node)) {
      this.store(target, "copy", this.value(node));
      return;
    }
    const args = node.args.map((arg) => this.value(arg));
    this.store(target, operation(node), ...args);
  }

  routine(name: RoutineName): Routine {
    return { name, statements: this.statements, temporaries: this.temporaries };
  }

  #leaf(node: Node): Operand | undefined {
    if (node.op === "number") return constant(node.value);
    if (node.op !== "symbol") return undefined;
    const [vector, index] = node.name.split(":");
    return element(vector as Vector, Number(index));
  }

  #compute(node: Node): Operand {
    const args = node.args.map((arg) => this.value(arg));
    return this.emit(operation(node), ...args);
  }
}

function operation(node: Node): Operation {
  if (node.op === "number" || node.op === "symbol") throw new RangeError("a leaf is no operation");
  return node.op;
}

function formulas(name: RoutineName, nodes: readonly Node[], vector: Vector): Routine {
  const writer = new Writer();
  nodes.forEach((node, index) => writer.storeValue(element(vector, index), node));
  return writer.routine(name);
}

// ——— sparse factorisation of W = g I − J ———

/** An entry of W and whether it is its negative that is at hand. */
interface Entry {
  readonly operand: Operand;
  readonly negative: boolean;
}

/**
 * Unpivoted LU with unscaled L, so that entries which elimination does not touch are read from
 * the coefficients and never stored; of the pivots only the reciprocals are kept. No pivoting is
 * needed: off-diagonals of J are not negative and columns sum to at most zero, and g only adds
 * to the diagonal (tests/conformance watches pivots and growth for the nonlinear cases).
 */
function factorise(system: LoweredSystem, { order, rows, columns }: Elimination) {
  const later = laterThan(order);
  const touched = new Set<string>();
  for (const k of order) {
    for (const i of later(columns[k], k)) {
      for (const j of later(rows[k], k)) touched.add(`${i},${j}`);
    }
  }

  const writer = new Writer();
  const entries = new Map<string, Entry>();
  const entry = (i: number, j: number): Entry => {
    const found = entries.get(`${i},${j}`);
    if (!found) throw new RangeError(`no entry ${i},${j}`);
    return found;
  };
  const kept: string[] = [];
  rows.forEach((row, i) => {
    for (const j of row) {
      const jacobian = system.jacobian[i]?.get(j) ?? system.table.zero;
      const aliased = i !== j && !touched.has(`${i},${j}`) ? alias(jacobian) : undefined;
      if (!aliased) kept.push(`${i},${j}`);
      const start = aliased?.operand ?? writer.value(startValue(system.table, jacobian, i === j));
      entries.set(`${i},${j}`, { operand: start, negative: aliased?.negative ?? false });
    }
  });
  for (const k of order) {
    const pivot = writer.emit("div", constant(1), entry(k, k).operand);
    entries.set(`${k},${k}`, { operand: pivot, negative: false });
    const right = later(rows[k], k);
    for (const i of right.length > 0 ? later(columns[k], k) : []) {
      const l = entry(i, k);
      const factor = writer.emit("mul", l.operand, pivot);
      for (const j of right) {
        const u = entry(k, j);
        const product = writer.emit("mul", factor, u.operand);
        const op = l.negative === u.negative ? "sub" : "add";
        const updated = writer.emit(op, entry(i, j).operand, product);
        entries.set(`${i},${j}`, { operand: updated, negative: false });
      }
    }
  }
  kept.forEach((key, index) => {
    const place = element("w", index);
    writer.store(place, "copy", entries.get(key)?.operand ?? constant(0));
    entries.set(key, { operand: place, negative: false });
  });
  return {
    kept: kept.length,
    factor: writer.routine("factor"),
    solve: solveRoutine({ order, rows, columns }, entry),
  };
}

/** Forward and backward substitution by rows, each unknown written once. */
function solveRoutine(
  { order, rows, columns }: Pick<Elimination, "order" | "rows" | "columns">,
  entry: (i: number, j: number) => Entry,
): Routine {
  const writer = new Writer();
  const later = laterThan(order);
  const earlier = laterThan(order.toReversed());
  const values = new Map<number, Operand>();
  const scaled = new Map<number, Operand>();
  const subtracted = (from: Operand, { operand: factor, negative }: Entry, value: Operand) => {
    const product = writer.emit("mul", factor, value);
    return writer.emit(negative ? "add" : "sub", from, product);
  };
  const valueOf = (from: ReadonlyMap<number, Operand>, index: number): Operand => {
    const found = from.get(index);
    if (!found) throw new RangeError(`unknown ${index} is not computed yet`);
    return found;
  };
  for (const i of order) {
    let value: Operand = element("b", i);
    for (const k of earlier(rows[i], i).toReversed()) {
      value = subtracted(value, entry(i, k), valueOf(scaled, k));
    }
    values.set(i, value);
    if (later(columns[i], i).length > 0) {
      scaled.set(i, writer.emit("mul", value, entry(i, i).operand));
    }
  }
  for (const k of order.toReversed()) {
    const right = later(rows[k], k);
    let value = valueOf(values, k);
    for (const j of right) value = subtracted(value, entry(k, j), valueOf(values, j));
    const known = right.length === 0 ? scaled.get(k) : undefined;
    values.set(k, known ?? writer.emit("mul", value, entry(k, k).operand));
  }
  for (const k of order) writer.store(element("b", k), "copy", valueOf(values, k));
  return writer.routine("solve");
}

/** Of some indices, those eliminated after `pivot`, in the order of elimination. */
function laterThan(order: readonly number[]) {
  const position = new Map(order.map((state, place) => [state, place]));
  const place = (index: number) => position.get(index) ?? -1;
  return (of: Iterable<number> | undefined, pivot: number): number[] =>
    [...(of ?? [])]
      .filter((index) => place(index) > place(pivot))
      .sort((a, b) => place(a) - place(b));
}

/** An entry −J that is plus or minus a bare coefficient needs no place of its own. */
function alias(jacobian: Node): Entry | undefined {
  const negated = jacobian.op === "neg";
  const bare = negated ? operand(jacobian, 0) : jacobian;
  if (bare.op === "number" && bare.value !== 0) {
    return { operand: constant(bare.value), negative: !negated };
  }
  if (bare.op !== "symbol" || !bare.name.startsWith("c:")) return undefined;
  return { operand: element("c", Number(bare.name.slice(2))), negative: !negated };
}

function startValue(table: Expressions, jacobian: Node, diagonal: boolean): Node {
  return diagonal ? table.sub(table.symbol("g:0"), jacobian) : table.neg(jacobian);
}
