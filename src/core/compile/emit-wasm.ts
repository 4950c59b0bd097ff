/**
 * Prints a program as WebAssembly: f64 for one person, f64×2 for two side by side.
 *
 * Exports `memory` and the functions coefficients(), step(1/(γh), 1/h, relative tolerance),
 * accept(), outputs(address of a state vector) and, where the method has a continuous extension,
 * extension(), to be called once after a step, and interpolate(θ). Imports exp, log and pow of
 * `Math` under the module name "math".
 *
 * The routines become functions over memory, the stages loops over whole vectors. The same
 * operations in the same order as the tape, so results agree bit for bit, except where `exp`,
 * `ln` and `pow` are imported from `Math`.
 */
import { layOut, type MemoryLayout, type Place } from "./memory";
import type { Operand, Program, Routine, RoutineName, Statement, Vector } from "./program";
import type { ScaledVector, StageOperation, StepPlan } from "./stages";
import {
  encodeModule,
  FunctionWriter,
  type ImportedFunction,
  type PlainInstruction,
} from "./wasm-module";

export interface WasmCode {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly layout: MemoryLayout;
}

export function emitWasm(program: Program, plan: StepPlan, lanes: 1 | 2): WasmCode {
  const layout = layOut(program, plan, lanes);
  const emitter = new Emitter(program, plan, layout);
  return { bytes: emitter.encode(), layout };
}

// ——— the parts ———

const imports: readonly ImportedFunction[] = [
  { module: "math", name: "exp", parameters: ["f64"], results: ["f64"] },
  { module: "math", name: "log", parameters: ["f64"], results: ["f64"] },
  { module: "math", name: "pow", parameters: ["f64", "f64"], results: ["f64"] },
];

const importIndex = { exp: 0, ln: 1, pow: 2 } as const;

class Emitter {
  readonly #program: Program;
  readonly #plan: StepPlan;
  readonly #layout: MemoryLayout;
  readonly #functions: { name?: string; body: FunctionWriter }[] = [];

  constructor(program: Program, plan: StepPlan, layout: MemoryLayout) {
    this.#program = program;
    this.#plan = plan;
    this.#layout = layout;
  }

  encode(): Uint8Array<ArrayBuffer> {
    const { routines } = this.#program;
    this.#add(this.#routine(routines.coefficients), "coefficients");
    this.#add(this.#routine(routines.outputs, "y"), "outputs");
    const rates = this.#add(this.#routine(routines.rates, "y", "r"));
    const factor = this.#add(this.#routine(routines.factor, "y"));
    const solve = this.#add(this.#routine(routines.solve, "b"));
    this.#add(this.#step({ rates, factor, solve }), "step");
    this.#add(this.#accept(), "accept");
    const { dense } = this.#plan.method;
    if (dense) {
      this.#add(this.#extension(dense), "extension");
      this.#add(this.#interpolate(), "interpolate");
    }
    return encodeModule({
      imports,
      functions: this.#functions,
      memoryPages: Math.ceil((8 * this.#layout.total) / 65536),
    });
  }

  #add(body: FunctionWriter, name?: string): number {
    this.#functions.push(name === undefined ? { body } : { name, body });
    return imports.length + this.#functions.length - 1;
  }

  #routine(routine: Routine, ...formals: Vector[]): FunctionWriter {
    return new RoutineEmitter(routine, formals, this.#layout).write();
  }

  #address(place: Place): number {
    return 8 * this.#layout.offset(place);
  }

  /** step(1/(γh), 1/h, relative tolerance), leaving the error in place. */
  #step(index: Record<Extract<RoutineName, "rates" | "factor" | "solve">, number>): FunctionWriter {
    const writer = new FunctionWriter(["f64", "f64", "f64"]);
    const perStep = writer.local("v128");
    writer.i32(0).get(0).op("f64x2.splat").store("v128", this.#address("g"));
    writer.get(1).op("f64x2.splat").set(perStep);
    for (const operation of this.#plan.operations) {
      switch (operation.kind) {
        case "factor":
          writer.i32(this.#address(operation.at)).call(index.factor);
          break;
        case "rates":
          writer
            .i32(this.#address(operation.at))
            .i32(this.#address(operation.into))
            .call(index.rates);
          break;
        case "solve":
          writer.i32(this.#address(operation.vector)).call(index.solve);
          break;
        case "combine":
          this.#combine(writer, operation, perStep);
          break;
        default:
          operation satisfies never;
      }
    }
    this.#error(writer);
    return writer;
  }

  #vectorLoop(writer: FunctionWriter, body: (counter: number) => void): void {
    writer.loop(8 * this.#layout.stateLength, body);
  }

  #combine(
    writer: FunctionWriter,
    { target, base, terms, perStep }: Extract<StageOperation, { kind: "combine" }>,
    scale: number,
  ): void {
    this.#vectorLoop(writer, (i) => {
      writer.get(i).get(i).load("v128", this.#address(base));
      this.#weightedSum(writer, terms, i);
      if (perStep) writer.get(scale).op("f64x2.mul");
      if (terms.length > 0) writer.op("f64x2.add");
      writer.store("v128", this.#address(target));
    });
  }

  #weightedSum(writer: FunctionWriter, terms: readonly ScaledVector[], i: number): void {
    terms.forEach(({ factor, vector }, index) => {
      writer.f64x2(factor).get(i).load("v128", this.#address(vector)).op("f64x2.mul");
      if (index > 0) writer.op("f64x2.add");
    });
  }

  #error(writer: FunctionWriter): void {
    const worst = writer.local("v128");
    const relative = writer.local("v128");
    writer.f64x2(0).set(worst);
    writer.get(2).op("f64x2.splat").set(relative);
    this.#vectorLoop(writer, (i) => {
      const load = (place: Place) => writer.get(i).load("v128", this.#address(place));
      load(this.#plan.error).op("f64x2.abs");
      load("absolute").get(relative);
      load("y").op("f64x2.abs");
      load("z").op("f64x2.abs").op("f64x2.max");
      writer.op("f64x2.mul").op("f64x2.add").op("f64x2.div");
      writer.get(worst).op("f64x2.max").set(worst);
    });
    writer.i32(0);
    if (this.#layout.lanes === 2) {
      writer.get(worst).store("v128", this.#address("error"));
    } else {
      writer.get(worst).extractLane(0).get(worst).extractLane(1).op("f64.max");
      writer.store("f64", this.#address("error"));
    }
  }

  #accept(): FunctionWriter {
    const writer = new FunctionWriter([]);
    this.#vectorLoop(writer, (i) => {
      writer.get(i).get(i).load("v128", this.#address("z")).store("v128", this.#address("y"));
    });
    return writer;
  }

  /** The two vectors of the continuous extension, once a step. */
  #extension(dense: readonly [readonly number[], readonly number[]]): FunctionWriter {
    const writer = new FunctionWriter([]);
    this.#vectorLoop(writer, (i) => {
      dense.forEach((row, d) => {
        writer.get(i);
        this.#weightedSum(writer, termsOf(row), i);
        writer.store("v128", this.#address(d === 0 ? "d0" : "d1"));
      });
    });
    return writer;
  }

  /** (1−θ) y + θ (z + (1−θ)(d0 + θ d1)) */
  #interpolate(): FunctionWriter {
    const writer = new FunctionWriter(["f64"]);
    const theta = writer.local("v128");
    const rest = writer.local("v128");
    writer.get(0).op("f64x2.splat").set(theta);
    writer.f64(1).get(0).op("f64.sub").op("f64x2.splat").set(rest);
    this.#vectorLoop(writer, (i) => {
      const load = (place: Place) => writer.get(i).load("v128", this.#address(place));
      writer.get(i);
      writer.get(rest);
      load("y").op("f64x2.mul");
      writer.get(theta);
      load("z").get(rest);
      load("d0").get(theta);
      load("d1");
      writer.op("f64x2.mul").op("f64x2.add").op("f64x2.mul").op("f64x2.add");
      writer.op("f64x2.mul").op("f64x2.add");
      writer.store("v128", this.#address("between"));
    });
    return writer;
  }
}

function termsOf(row: readonly number[]): ScaledVector[] {
  return row.flatMap((factor, j) => (factor === 0 ? [] : [{ factor, vector: `k${j}` as const }]));
}

/** One routine as a function whose arguments are the addresses of its formal vectors. */
class RoutineEmitter {
  readonly #routine: Routine;
  readonly #formals: readonly Vector[];
  readonly #layout: MemoryLayout;
  readonly #writer: FunctionWriter;
  readonly #locals = new Map<number, number>();
  readonly #inlined = new Map<number, Statement>();
  readonly #type: "f64" | "v128";

  constructor(routine: Routine, formals: readonly Vector[], layout: MemoryLayout) {
    this.#routine = routine;
    this.#formals = formals;
    this.#layout = layout;
    this.#writer = new FunctionWriter(formals.map(() => "i32"));
    this.#type = layout.lanes === 2 ? "v128" : "f64";
  }

  write(): FunctionWriter {
    const { statements } = this.#routine;
    const uses = countUses(statements);
    statements.forEach((statement, index) => {
      const { target } = statement;
      const next = statements[index + 1];
      // a value used once, by the very next statement, stays on the stack
      const once = target.kind === "temporary" && uses.get(target.index) === 1 && next;
      if (once && target.kind === "temporary" && next && usesTemporary(next, target.index)) {
        this.#inlined.set(target.index, statement);
      } else this.#assign(statement);
    });
    return this.#writer;
  }

  #assign(statement: Statement): void {
    const { target } = statement;
    const writer = this.#writer;
    if (target.kind === "temporary") {
      this.#value(statement);
      const local = writer.local(this.#type);
      this.#locals.set(target.index, local);
      writer.set(local);
    } else {
      const { base, offset } = this.#place(target.vector, target.index);
      base();
      this.#value(statement);
      writer.store(this.#type, offset);
    }
  }

  #place(vector: Vector, index: number): { base: () => void; offset: number } {
    const formal = this.#formals.indexOf(vector);
    const own = 8 * index * this.#layout.lanes;
    if (formal >= 0) return { base: () => this.#writer.get(formal), offset: own };
    if (vector === "r" || vector === "b") throw new RangeError(`${vector} is not bound`);
    return { base: () => this.#writer.i32(0), offset: own + 8 * this.#layout.offset(vector) };
  }

  #operand(operand: Operand | undefined): void {
    const writer = this.#writer;
    switch (operand?.kind) {
      case "constant":
        if (this.#type === "f64") writer.f64(operand.value);
        else writer.f64x2(operand.value);
        break;
      case "temporary": {
        const inlined = this.#inlined.get(operand.index);
        if (inlined) this.#value(inlined);
        else writer.get(this.#locals.get(operand.index) ?? Number.NaN);
        break;
      }
      case "element": {
        const { base, offset } = this.#place(operand.vector, operand.index);
        base();
        writer.load(this.#type, offset);
        break;
      }
      default:
        throw new RangeError("a statement lacks an operand");
    }
  }

  #value({ op, args }: Statement): void {
    const [a, b, c] = args;
    switch (op) {
      case "copy":
        this.#operand(a);
        break;
      case "add":
      case "sub":
      case "mul":
      case "div":
      case "min":
      case "max":
        this.#operand(a);
        this.#operand(b);
        this.#typed(op);
        break;
      case "neg":
      case "abs":
      case "sqrt":
        this.#operand(a);
        this.#typed(op);
        break;
      case "exp":
      case "ln":
      case "pow":
        this.#call(op, op === "pow" ? [a, b] : [a]);
        break;
      case "less":
        this.#less(a, b);
        break;
      case "select":
        this.#select(a, b, c);
        break;
      default:
        op satisfies never;
    }
  }

  #typed(
    op: "add" | "sub" | "mul" | "div" | "min" | "max" | "neg" | "abs" | "sqrt" | "lt" | "ne",
  ): void {
    const name: PlainInstruction = this.#type === "f64" ? `f64.${op}` : `f64x2.${op}`;
    this.#writer.op(name);
  }

  #less(a: Operand | undefined, b: Operand | undefined): void {
    this.#operand(a);
    this.#operand(b);
    this.#typed("lt");
    if (this.#type === "f64") this.#writer.op("f64.convert_i32_u");
    else this.#writer.f64x2(1).op("v128.and");
  }

  #select(
    condition: Operand | undefined,
    then: Operand | undefined,
    otherwise: Operand | undefined,
  ): void {
    this.#operand(then);
    this.#operand(otherwise);
    this.#operand(condition);
    this.#operand({ kind: "constant", value: 0 });
    this.#typed("ne");
    this.#writer.op(this.#type === "f64" ? "select" : "v128.bitselect");
  }

  /** Functions of `Math` take one number: lane by lane for two people. */
  #call(op: keyof typeof importIndex, args: readonly (Operand | undefined)[]): void {
    const writer = this.#writer;
    if (this.#type === "f64") {
      for (const arg of args) this.#operand(arg);
      writer.call(importIndex[op]);
      return;
    }
    const held = args.map((arg) => {
      const local = writer.local("v128");
      this.#operand(arg);
      writer.set(local);
      return local;
    });
    const lane = (index: 0 | 1) => {
      for (const local of held) writer.get(local).extractLane(index);
      writer.call(importIndex[op]);
    };
    lane(0);
    writer.op("f64x2.splat");
    lane(1);
    writer.replaceLane(1);
  }
}

function countUses(statements: readonly Statement[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { args } of statements) {
    for (const arg of args) {
      if (arg.kind === "temporary") uses.set(arg.index, (uses.get(arg.index) ?? 0) + 1);
    }
  }
  return uses;
}

function usesTemporary({ args }: Statement, index: number): boolean {
  return args.some((arg) => arg.kind === "temporary" && arg.index === index);
}
