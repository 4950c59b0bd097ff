/** Every printer of the statement list computes the same numbers as the tape. */
import { describe, expect, test } from "vitest";
import type { Machine } from "../../src/core/compile/machine";
import { planStep } from "../../src/core/compile/stages";
import { createTape } from "../../src/core/compile/tape";
import { rodas, rodas3 } from "../../src/core/numerics/tableaus";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { chain, compiled, nonlinear, oneCompartment } from "./models";

const models = { oneCompartment: [oneCompartment], chain: [chain(12)], nonlinear: [nonlinear] };
const methods = { RODAS: rodas, RODAS3: rodas3 };
const cases = Object.entries(models).flatMap(([name, blocks]) =>
  Object.entries(methods).map(([method, tableau]) => ({ name, blocks, method, tableau })),
);

function prepare(
  machine: Machine,
  values: readonly number[],
  start: readonly number[],
  lane: number,
): void {
  const { lanes } = machine;
  values.forEach((value, i) => (machine.parameters[i * lanes + lane] = value));
  start.forEach((value, i) => (machine.state[i * lanes + lane] = value));
  for (let i = 0; i < start.length; i++) machine.absolute[i * lanes + lane] = 1e-6;
}

/** Coefficients, ten growing steps, the state between and all outputs, in one row. */
function record(machine: Machine, lane: number): number[] {
  const { lanes } = machine;
  const of = (values: Float64Array) => Array.from(values).filter((_, i) => i % lanes === lane);
  machine.computeCoefficients();
  const row = of(machine.coefficients);
  for (let k = 0; k < 10; k++) {
    const h = 0.01 * 1.6 ** k;
    row.push(...of(machine.step(h, 1e-4)));
    if (machine.plan.method.dense) {
      machine.interpolate(0.3);
      row.push(...of(machine.between), ...of(machine.outputsOf("between")));
    }
    machine.accept();
    row.push(...of(machine.state), ...of(machine.outputsOf("state")));
  }
  return row;
}

describe.each(cases)("$name by $method", ({ blocks, tableau }) => {
  const { flat, program } = compiled(...blocks);
  const plan = planStep(tableau);
  const typical = flat.parameters.map((p) => p.internal);
  const other = typical.map((value, i) => value * (1 + 0.1 * Math.sin(i + 1)));
  const start = flat.states.map((state, i) => state.initial ?? (i === 0 ? 100 : 0));

  function tapeOf(values: readonly number[]): number[] {
    const tape = createTape(program, plan);
    prepare(tape, values, start, 0);
    const row = record(tape, 0);
    expect(row.every(Number.isFinite)).toBe(true);
    return row;
  }

  test("WebAssembly equals the tape bit for bit", () => {
    const machine = createWasmMachine(program, plan, 1);
    prepare(machine, typical, start, 0);
    expect(record(machine, 0)).toEqual(tapeOf(typical));
  });

  test("two lanes equal two tapes bit for bit", () => {
    for (const lane of [0, 1]) {
      const machine = createWasmMachine(program, plan, 2);
      prepare(machine, typical, start, 0);
      prepare(machine, other, start, 1);
      expect(record(machine, lane)).toEqual(tapeOf(lane === 0 ? typical : other));
    }
  });
});
