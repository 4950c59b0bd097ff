/**
 * The referee: an interpreter that walks the statement list, slowly and plainly.
 *
 * It is what the other printers are compared with, and what runs one person where WebAssembly is
 * not allowed. It uses no code generation of any kind.
 */
import { applyOp } from "../expression/node";
import type { Machine } from "./machine";
import { layOut, type Place } from "./memory";
import type { Operand, Program, Routine, Vector } from "./program";
import type { StageOperation, StepPlan, Work } from "./stages";

export function createTape(program: Program, plan: StepPlan): Machine {
  const layout = layOut(program, plan, 1);
  const memory = new Float64Array(layout.total);
  const view = (place: Place, length: number) => {
    const offset = layout.offset(place);
    return memory.subarray(offset, offset + length);
  };
  const { sizes, routines } = program;
  const n = sizes.y;
  const fixed = (place: Place) => layout.offset(place);

  const run = (routine: Routine, bind: Partial<Record<Vector, Work | "between">> = {}) => {
    const base: Record<Vector, number> = {
      p: fixed("p"),
      c: fixed("c"),
      f: fixed("f"),
      w: fixed("w"),
      g: fixed("g"),
      o: fixed("o"),
      y: fixed(bind.y ?? "y"),
      r: fixed(bind.r ?? "u"),
      b: fixed(bind.b ?? "u"),
    };
    interpret(routine, memory, base);
  };

  const perform = (operation: StageOperation, perStep: number) => {
    switch (operation.kind) {
      case "factor":
        return run(routines.factor, { y: operation.at });
      case "rates":
        return run(routines.rates, { y: operation.at, r: operation.into });
      case "solve":
        return run(routines.solve, { b: operation.vector });
      case "combine": {
        const factor = operation.perStep ? perStep : undefined;
        return combine(operation, factor);
      }
      default:
        return operation satisfies never;
    }
  };

  const combine = (
    { target, base, terms }: Extract<StageOperation, { kind: "combine" }>,
    factor: number | undefined,
  ) => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      terms.forEach((term, index) => {
        const product = term.factor * at(memory, fixed(term.vector) + i);
        sum = index === 0 ? product : sum + product;
      });
      const start = at(memory, fixed(base) + i);
      memory[fixed(target) + i] =
        terms.length === 0 ? start : start + (factor === undefined ? sum : sum * factor);
    }
  };

  const y = view("y", n);
  const z = view("z", n);
  const error = view(plan.error, n);
  const absolute = view("absolute", n);
  const between = view("between", n);
  const outputs = view("o", sizes.o);
  const worst = view("error", 1);
  const g = fixed("g");

  return {
    kind: "tape",
    lanes: 1,
    program,
    plan,
    parameters: view("p", sizes.p),
    coefficients: view("c", sizes.c),
    forcings: view("f", sizes.f),
    state: y,
    absolute,
    outputs,
    between,
    computeCoefficients: () => run(routines.coefficients),
    step(h, relative) {
      memory[g] = 1 / (plan.method.gamma * h);
      for (const operation of plan.operations) perform(operation, 1 / h);
      worst[0] = largestError(error, y, z, absolute, relative);
      return worst;
    },
    accept: () => y.set(z),
    interpolate(theta) {
      const { dense } = plan.method;
      if (!dense) throw new RangeError(`${plan.method.name} has no continuous extension`);
      for (let i = 0; i < n; i++) {
        const [d0, d1] = dense.map((row) => weighted(row, (j) => at(memory, fixed(`k${j}`) + i)));
        const bend = (d0 ?? 0) + theta * (d1 ?? 0);
        between[i] = (1 - theta) * at(y, i) + theta * (at(z, i) + (1 - theta) * bend);
      }
    },
    outputsOf(which) {
      run(routines.outputs, { y: which === "state" ? "y" : "between" });
      return outputs;
    },
  };
}

// ——— the parts ———

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** Σ factor · value in the order of the row, zeros left out, as the other printers do it. */
function weighted(row: readonly number[], value: (index: number) => number): number {
  let sum: number | undefined;
  row.forEach((factor, index) => {
    if (factor === 0) return;
    const product = factor * value(index);
    sum = sum === undefined ? product : sum + product;
  });
  return sum ?? 0;
}

/** The largest |error| over absolute + relative · max(|y|, |z|); NaN wins over any number. */
function largestError(
  error: Float64Array,
  y: Float64Array,
  z: Float64Array,
  absolute: Float64Array,
  relative: number,
): number {
  let worst = 0;
  for (let i = 0; i < y.length; i++) {
    const size = Math.max(Math.abs(at(y, i)), Math.abs(at(z, i)));
    const ratio = Math.abs(at(error, i)) / (at(absolute, i) + relative * size);
    worst = Math.max(worst, ratio);
  }
  return worst;
}

function interpret(routine: Routine, memory: Float64Array, base: Record<Vector, number>): void {
  const temporaries = new Float64Array(routine.temporaries);
  const read = (operand: Operand | undefined): number => {
    switch (operand?.kind) {
      case "constant":
        return operand.value;
      case "temporary":
        return at(temporaries, operand.index);
      case "element":
        return at(memory, base[operand.vector] + operand.index);
      default:
        return Number.NaN;
    }
  };
  for (const { op, args, target } of routine.statements) {
    const a = read(args[0]);
    const value = op === "copy" ? a : applyOp(op, a, read(args[1]), read(args[2]));
    if (target.kind === "temporary") temporaries[target.index] = value;
    else memory[base[target.vector] + target.index] = value;
  }
}
