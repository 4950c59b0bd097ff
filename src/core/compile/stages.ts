/**
 * One step of a Rosenbrock method as a list of operations on whole vectors.
 *
 * Written once from the tableau; the tape runs it, the WebAssembly and WGSL printers print it.
 * Vectors: y the state at the beginning, u the argument of a stage, k0… the stages, z the new
 * state. A stage that only adds to the argument of the one before updates u in place.
 */
import type { RosenbrockMethod } from "../numerics/tableaus";

export type Work = "y" | "u" | "z" | `k${number}`;

export interface ScaledVector {
  readonly factor: number;
  readonly vector: Work;
}

export type StageOperation =
  /** Factorise 1/(γh) I − J at a vector. */
  | { readonly kind: "factor"; readonly at: Work }
  /** into = f(at) */
  | { readonly kind: "rates"; readonly at: Work; readonly into: Work }
  /** target = base + Σ factor · vector, the sum times 1/h where `perStep`. */
  | {
      readonly kind: "combine";
      readonly target: Work;
      readonly base: Work;
      readonly terms: readonly ScaledVector[];
      readonly perStep: boolean;
    }
  /** Solve with the factorised matrix, in place. */
  | { readonly kind: "solve"; readonly vector: Work };

export interface StepPlan {
  readonly method: RosenbrockMethod;
  readonly operations: readonly StageOperation[];
  /** All vectors but y, in the order in which memory holds them. */
  readonly vectors: readonly Work[];
  /** The vector that holds the error estimate. */
  readonly error: Work;
}

export function planStep(method: RosenbrockMethod): StepPlan {
  const operations: StageOperation[] = [{ kind: "factor", at: "y" }];
  const reused = method.reuses.some(Boolean);
  for (let stage = 0; stage < method.stages; stage++) {
    const k: Work = `k${stage}`;
    if (method.reuses[stage]) {
      // u still holds f of the stage before: it was put there before solving
      operations.push(combine(k, "u", terms(method.c[stage]), true));
    } else {
      const at = argument(method, stage, operations);
      operations.push({ kind: "rates", at, into: k });
      if (reused && method.reuses[stage + 1]) operations.push(combine("u", k, [], false));
      const coupling = terms(method.c[stage]);
      if (coupling.length > 0) operations.push(combine(k, k, coupling, true));
    }
    operations.push({ kind: "solve", vector: k });
  }
  const last = method.stages - 1;
  if (!addsOnly(method.a[last], method.m))
    throw new RangeError(`${method.name} is not stiffly accurate`);
  operations.push(combine("z", "u", [{ factor: 1, vector: `k${last}` }], false));
  return {
    method,
    operations,
    vectors: ["z", "u", ...Array.from({ length: method.stages }, (_, i) => `k${i}` as const)],
    error: `k${last}`,
  };
}

// ——— the parts ———

/** The vector at which a stage needs f, and the operation that makes it. */
function argument(method: RosenbrockMethod, stage: number, operations: StageOperation[]): Work {
  const row = method.a[stage] ?? [];
  if (terms(row).length === 0) return "y";
  const before = method.a[stage - 1];
  const increment = stage > 1 && !method.reuses[stage - 1] && addsOnly(before, row);
  operations.push(
    increment
      ? combine("u", "u", [{ factor: 1, vector: `k${stage - 1}` }], false)
      : combine("u", "y", terms(row), false),
  );
  return "u";
}

/** Whether `row` is `before` with a 1 appended. */
function addsOnly(before: readonly number[] | undefined, row: readonly number[]): boolean {
  if (!before || row.at(-1) !== 1 || row.length !== before.length + 1) return false;
  return before.every((value, index) => value === row[index]);
}

function terms(row: readonly number[] | undefined): ScaledVector[] {
  return (row ?? []).flatMap((factor, index) =>
    factor === 0 ? [] : [{ factor, vector: `k${index}` as const }],
  );
}

function combine(
  target: Work,
  base: Work,
  sum: readonly ScaledVector[],
  perStep: boolean,
): StageOperation {
  return { kind: "combine", target, base, terms: sum, perStep };
}
