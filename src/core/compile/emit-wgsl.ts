/**
 * Prints a program as the parts of a WGSL kernel: f32, scalars, straight lines.
 *
 * Everything inside a step is single assignment (`let`); only the state and the forcings are
 * variables. Arrays with computed indices were 8 to 23 times slower, so there are none. The
 * kernel around these parts is shaders/simulate.wgsl.
 */
import type { ConservedSubstance } from "./conservation";
import type { Operand, Program, Routine, Statement, Vector } from "./program";
import type { ScaledVector, StepPlan, Work } from "./stages";

/** The replacements for the kernel's slots. */
export interface WgslParts {
  readonly load: string;
  readonly event: string;
  readonly before: string;
  readonly record: string;
  readonly step: string;
  readonly store: string;
}

export interface WgslOptions {
  /** States that events may add to, in the order of the event table. */
  readonly sites: readonly number[];
  /** Whether the error of each state counts. */
  readonly judged: readonly boolean[];
  readonly conserved: readonly ConservedSubstance[];
}

export function emitWgsl(program: Program, plan: StepPlan, options: WgslOptions): WgslParts {
  return new WgslPrinter(program, plan, options).parts();
}

// ——— the parts ———

/** The name of each element of a vector at this point of the program. */
type Names = readonly string[];

/** The names of an error in mg, and of what it is multiplied with to be held against a tolerance. */
interface JudgedError {
  readonly error: string;
  readonly perTolerance: string;
}

class WgslPrinter {
  readonly #program: Program;
  readonly #plan: StepPlan;
  readonly #options: WgslOptions;
  #serial = 0;

  constructor(program: Program, plan: StepPlan, options: WgslOptions) {
    this.#program = program;
    this.#plan = plan;
    this.#options = options;
  }

  parts(): WgslParts {
    return {
      load: this.#load().join("\n"),
      event: this.#event().join("\n"),
      before: this.#record("before").join("\n"),
      record: this.#record("record").join("\n"),
      step: this.#step().join("\n"),
      store: this.#store().join("\n"),
    };
  }

  #load(): string[] {
    const { sizes } = this.#program;
    return [
      ...count(sizes.c, (i) => `let c${i} = coefficients[${i}u * people + person];`),
      `let weight = coefficients[${sizes.c}u * people + person];`,
      ...count(sizes.y, (i) => `var y${i} = state[${i}u * people + person];`),
      ...count(sizes.f, (i) => `var f${i} = state[${sizes.y + i}u * people + person];`),
      ...this.#judged().map((i) => `let perTolerance${i} = 1.0 / tolerances[${i}u];`),
      ...this.#perLeaks(),
    ];
  }

  /**
   * What is made or lost is held against the largest tolerance of the substance's states. The sink's
   * own would not do: where next to nothing arrives there, rounding alone is more.
   */
  #perLeaks(): string[] {
    const lines: string[] = [];
    this.#options.conserved.forEach(({ states }, i) => {
      const own = states.filter((state) => this.#options.judged[state]);
      const names = own.map((state) => `perTolerance${state}`);
      const least = this.#pairwise(names, (a, b) => `min(${a}, ${b})`, lines);
      lines.push(`let perLeak${i} = ${least ?? "0.0"};`);
    });
    return lines;
  }

  #event(): string[] {
    const { sites } = this.#options;
    const { f } = this.#program.sizes;
    const half = sites.length + f;
    const given = (column: number) =>
      `events[row + ${column}u] + events[row + ${half + column}u] * weight`;
    return [
      `let row = step.event * ${2 * half}u;`,
      ...sites.map((state, i) => `y${state} += ${given(i)};`),
      ...count(f, (i) => `f${i} = ${given(sites.length + i)};`),
    ];
  }

  #record(row: "record" | "before"): string[] {
    const { o } = this.#program.sizes;
    const lines: string[] = [];
    const values = this.#inline(this.#program.routines.outputs, "o", this.#start(), lines);
    values.forEach((value, i) => {
      lines.push(`curves[(step.${row} * ${o}u + ${i}u) * people + person] = ${value};`);
    });
    return lines;
  }

  #step(): string[] {
    const { gamma } = this.#plan.method;
    const lines = [`let g = perH * ${literal(1 / gamma)};`];
    const vectors = new Map<Work, Names>([["y", this.#names("y")]]);
    const names = (vector: Work): Names => {
      const found = vectors.get(vector);
      if (!found) throw new RangeError(`${vector} is used before it is made`);
      return found;
    };
    let factors: Names = [];
    const { routines } = this.#program;
    for (const operation of this.#plan.operations) {
      switch (operation.kind) {
        case "factor":
          factors = this.#inline(
            routines.factor,
            "w",
            { ...this.#start(), y: names(operation.at) },
            lines,
          );
          break;
        case "rates": {
          const bind = { ...this.#start(), y: names(operation.at) };
          vectors.set(operation.into, this.#inline(routines.rates, "r", bind, lines));
          break;
        }
        case "solve": {
          const bind = { ...this.#start(), w: factors, b: names(operation.vector) };
          vectors.set(operation.vector, this.#inline(routines.solve, "b", bind, lines));
          break;
        }
        case "combine": {
          const sums = names(operation.base).map((base, i) =>
            this.#combination(
              base,
              operation.terms,
              operation.perStep,
              (v) => names(v)[i] ?? "",
              lines,
            ),
          );
          vectors.set(operation.target, sums);
          break;
        }
        default:
          operation satisfies never;
      }
    }
    const estimates = names(this.#plan.error);
    const errors = this.#judged().map((i) => ({
      error: estimates[i] ?? "",
      perTolerance: `perTolerance${i}`,
    }));
    const { balanced, leaks } = this.#balance(names("z"), lines);
    this.#error([...errors, ...leaks], lines);
    balanced.forEach((z, i) => lines.push(`y${i} = ${z};`));
    return lines;
  }

  #store(): string[] {
    const { sizes } = this.#program;
    return [
      ...count(
        sizes.y,
        (i) => `state[${i}u * people + person] = y${i}; broken = broken || isNotFinite(y${i});`,
      ),
      ...count(sizes.f, (i) => `state[${sizes.y + i}u * people + person] = f${i};`),
    ];
  }

  /** Vectors that have the same names everywhere. */
  #start(): Partial<Record<Vector, Names>> {
    return { c: this.#names("c"), f: this.#names("f"), y: this.#names("y"), g: ["g"] };
  }

  #names(vector: "c" | "f" | "y"): Names {
    return count(this.#program.sizes[vector], (i) => `${vector}${i}`);
  }

  #judged(): number[] {
    return [...this.#options.judged.keys()].filter((i) => this.#options.judged[i]);
  }

  #fresh(value: string, lines: string[]): string {
    const name = `t${this.#serial++}`;
    lines.push(`let ${name} = ${value};`);
    return name;
  }

  #combination(
    base: string,
    terms: readonly ScaledVector[],
    perStep: boolean,
    element: (vector: Work) => string,
    lines: string[],
  ): string {
    if (terms.length === 0) return base;
    const products = terms.map(({ factor, vector }) =>
      factor === 1 ? element(vector) : `${literal(factor)} * ${element(vector)}`,
    );
    const sum = products.join(" + ");
    return this.#fresh(perStep ? `${base} + (${sum}) * perH` : `${base} + ${sum}`, lines);
  }

  /**
   * What rounding made or lost in this step goes into the state that only receives; how much it was
   * counts as an error, so that a leak that is more than rounding raises the alarm.
   */
  #balance(z: Names, lines: string[]): { balanced: Names; leaks: JudgedError[] } {
    const balanced = [...z];
    const leaks = this.#options.conserved.map(({ states, inflows, sink }, i) => {
      const changes = states.map((i) => this.#fresh(`${z[i] ?? ""} - y${i}`, lines));
      const change = this.#pairwise(changes, (a, b) => `${a} + ${b}`, lines) ?? "0.0";
      const given = inflows.map((i) => ` - f${i} * step.h`).join("");
      const leak = this.#fresh(`${change}${given}`, lines);
      balanced[sink] = this.#fresh(`${z[sink] ?? ""} - ${leak}`, lines);
      return { error: leak, perTolerance: `perLeak${i}` };
    });
    return { balanced, leaks };
  }

  /**
   * The largest error over its tolerance. Taken by bit pattern, which orders numbers without a sign
   * as it orders integers, puts NaN above all, and is a fifth faster where `max` of floats is slow.
   */
  #error(errors: readonly JudgedError[], lines: string[]): void {
    const sizes = errors.map(({ error, perTolerance }) =>
      this.#fresh(`bitcast<u32>(abs(${error} * ${perTolerance}))`, lines),
    );
    const largest = this.#pairwise(sizes, (a, b) => `max(${a}, ${b})`, lines);
    if (largest !== undefined) lines.push(`worst = max(worst, ${largest});`);
  }

  /** As a tree: its branches do not wait for each other, and sums lose less than in a row. */
  #pairwise(
    values: readonly string[],
    join: (a: string, b: string) => string,
    lines: string[],
  ): string | undefined {
    if (values.length <= 1) return values[0];
    const joined = pairs(values).map(([a, b]) =>
      b === undefined ? a : this.#fresh(join(a, b), lines),
    );
    return this.#pairwise(joined, join, lines);
  }

  /** Writes a routine's statements in place; returns the names of the vector it makes. */
  #inline(
    routine: Routine,
    result: Vector,
    bind: Partial<Record<Vector, Names>>,
    lines: string[],
  ): string[] {
    const made = [...(result === "b" ? (bind.b ?? []) : [])];
    const temporaries = new Map<number, string>();
    const read = (operand: Operand | undefined): string => {
      switch (operand?.kind) {
        case "constant":
          return literal(operand.value);
        case "temporary":
          return temporaries.get(operand.index) ?? "";
        case "element": {
          const name = bind[operand.vector]?.[operand.index];
          if (name === undefined)
            throw new RangeError(`${operand.vector}${operand.index} is not bound`);
          return name;
        }
        default:
          throw new RangeError("a statement lacks an operand");
      }
    };
    for (const statement of routine.statements) {
      const { target } = statement;
      const value = expression(statement, read);
      const name = statement.op === "copy" ? value : this.#fresh(value, lines);
      if (target.kind === "temporary") temporaries.set(target.index, name);
      else made[target.index] = name;
    }
    return made;
  }
}

function expression(
  { op, args }: Statement,
  read: (operand: Operand | undefined) => string,
): string {
  const [a, b, c] = args;
  switch (op) {
    case "copy":
      return read(a);
    case "add":
      return `${read(a)} + ${read(b)}`;
    case "sub":
      return `${read(a)} - ${read(b)}`;
    case "mul":
      return `${read(a)} * ${read(b)}`;
    case "div":
      return `${read(a)} / ${read(b)}`;
    case "neg":
      return `-${read(a)}`;
    case "min":
    case "max":
    case "pow":
      return `${op}(${read(a)}, ${read(b)})`;
    case "exp":
    case "sqrt":
    case "abs":
      return `${op}(${read(a)})`;
    case "ln":
      return `log(${read(a)})`;
    case "less":
      return `select(0.0, 1.0, ${read(a)} < ${read(b)})`;
    case "select":
      return `select(${read(c)}, ${read(b)}, ${read(a)} != 0.0)`;
    default:
      return op satisfies never;
  }
}

/** A number as WGSL reads it; negative ones in parentheses, so that signs never meet. */
function literal(value: number): string {
  const text = String(Math.fround(value));
  const withPoint = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(${withPoint})` : withPoint;
}

function count(size: number, line: (index: number) => string): string[] {
  return Array.from({ length: size }, (_, index) => line(index));
}

function pairs<T>(list: readonly T[]): (readonly [T, T | undefined])[] {
  return list.flatMap((first, i) => (i % 2 === 0 ? [[first, list[i + 1]] as const] : []));
}
