/** The integrator against models solved by hand. */
import { describe, expect, test } from "vitest";
import { planStep } from "../../src/core/compile/stages";
import { createTape } from "../../src/core/compile/tape";
import { integrate } from "../../src/core/numerics/integrate";
import { rodas, rodas3, type RosenbrockMethod } from "../../src/core/numerics/tableaus";
import { totalGiven, type Given } from "../../src/core/numerics/timeline";
import type { Machine } from "../../src/core/compile/machine";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { chain, compiled, nonlinear, oneCompartment } from "./models";

const ka = 1.5;
const V = 30;
const k = 6 / V;

/** Amount absorbed and not yet eliminated, t hours after a dose into the gut. */
function bateman(dose: number, t: number): number {
  if (t <= 0) return 0;
  return ((0.8 * dose * ka) / (ka - k)) * (Math.exp(-k * t) - Math.exp(-ka * t));
}

/** Amount t hours after an infusion began that lasts `hours`. */
function infused(rate: number, hours: number, t: number): number {
  const during = (rate / k) * (1 - Math.exp(-k * Math.min(Math.max(t, 0), hours)));
  return during * Math.exp(-k * Math.max(0, t - hours));
}

function machineFor(
  blocks: Parameters<typeof compiled>,
  method: RosenbrockMethod = rodas,
): Machine {
  const { flat, program } = compiled(...blocks);
  const machine = createWasmMachine(program, planStep(method), 1);
  machine.parameters.set(flat.parameters.map((p) => p.internal));
  machine.state.set(flat.states.map((s) => s.initial ?? 0));
  machine.absolute.fill(1e-9);
  machine.computeCoefficients();
  return machine;
}

function solve(machine: Machine, given: Given, times: readonly number[], relative = 1e-8) {
  const rows: number[][] = [];
  const result = integrate(machine, {
    given,
    times,
    relative,
    fromHours: 0,
    untilHours: times.at(-1) ?? 0,
    onSample: () => rows.push(Array.from(machine.between)),
  });
  expect(result.status).toBe("ok");
  return { rows, result };
}

const times = Array.from({ length: 121 }, (_, i) => i / 5);

describe("one compartment", () => {
  test("absorption and elimination follow Bateman's function", () => {
    const given = { additions: [{ atHours: 0, state: 0, amount: 100 }], rates: [] };
    const { rows } = solve(machineFor([oneCompartment]), given, times);
    // 1e-6 of the largest amount: the tolerance is 1e-8 a step, the extension has order 3
    times.forEach((t, i) =>
      expect(Math.abs((rows[i]?.[1] ?? 0) - bateman(100, t))).toBeLessThan(1e-4),
    );
  });

  test("overlapping doses and infusions superpose", () => {
    const given: Given = {
      additions: [
        { atHours: 0, state: 0, amount: 100 },
        { atHours: 3, state: 0, amount: 50 },
        { atHours: 3, state: 0, amount: 25 },
        { atHours: 24, state: 0, amount: 999 },
      ],
      rates: [
        { atHours: 1, untilHours: 5, forcing: 0, rate: 20 },
        { atHours: 4, untilHours: 4.5, forcing: 0, rate: 7 },
      ],
    };
    const { rows } = solve(machineFor([oneCompartment]), given, times);
    times.forEach((t, i) => {
      const expected =
        bateman(100, t) + bateman(75, t - 3) + infused(20, 4, t - 1) + infused(7, 0.5, t - 4);
      expect(Math.abs((rows[i]?.[1] ?? 0) - expected)).toBeLessThan(2e-4);
    });
    const [first] = rows;
    const last = rows.at(-1);
    expect(first?.[0]).toBe(100); // a time that is a dose time shows the dose
    expect(last?.[0]).toBeGreaterThan(999); // also at the very end
  });

  test("what is given is what is there, at every reported moment", () => {
    const given: Given = {
      additions: [{ atHours: 2, state: 0, amount: 10 }],
      rates: [{ atHours: 1, untilHours: 7.3, forcing: 0, rate: 3 }],
    };
    const { rows } = solve(machineFor([oneCompartment]), given, times, 1e-4);
    times.forEach((t, i) => {
      const there = rows[i]?.reduce((sum, amount) => sum + amount, 0) ?? 0;
      expect(Math.abs(there - totalGiven(given, t))).toBeLessThan(1e-12 * totalGiven(given, 24));
    });
  });

  test("nothing given, nothing there", () => {
    const { rows } = solve(machineFor([oneCompartment]), { additions: [], rates: [] }, [0, 12, 24]);
    expect(rows.flat().every((amount) => amount === 0)).toBe(true);
  });

  test("AUC of everything is the dose over the clearance", () => {
    const given = { additions: [{ atHours: 0, state: 0, amount: 100 }], rates: [] };
    const machine = machineFor([oneCompartment]);
    let auc = 0;
    let before = 0;
    const fine = Array.from({ length: 20_001 }, (_, i) => i / 100);
    const { rows } = solve(machine, given, fine);
    for (const row of rows) {
      const c = (row[1] ?? 0) / V;
      auc += (before + c) / 200;
      before = c;
    }
    // the trapezoidal rule at 0.01 h is good to a few 1e-6
    expect(auc / ((0.8 * 100) / 6)).toBeCloseTo(1, 4);
  });
});

test("a chain of equal compartments gives Erlang's distribution", () => {
  const length = 8;
  const given = { additions: [{ atHours: 0, state: 0, amount: 1 }], rates: [] };
  const { rows } = solve(machineFor([chain(length)]), given, times);
  times.forEach((t, i) => {
    let expected = Math.exp(-2 * t);
    rows[i]?.forEach((amount, j) => {
      if (j > 0) expected *= (2 * t) / j;
      if (j < length - 1) expect(Math.abs(amount - expected)).toBeLessThan(1e-6);
    });
  });
});

describe("order of convergence on a stiff nonlinear model", () => {
  /** The state after 2 h in n equal steps, and the extension's error half-way in each step. */
  function endOf(method: RosenbrockMethod, n: number): number[] {
    const machine = machineFor([nonlinear], method);
    machine.state[0] = 100;
    for (let i = 0; i < n; i++) {
      machine.step(2 / n, 1);
      machine.accept();
    }
    return Array.from(machine.state);
  }
  const exact = endOf(rodas, 4096);
  const errorOf = (values: readonly number[]) =>
    Math.max(...values.map((value, i) => Math.abs(value - (exact[i] ?? 0))));

  test.each([
    ["RODAS", rodas, 4],
    ["RODAS3", rodas3, 3],
  ] as const)("%s halves its error by two to its order", (_, method, order) => {
    const ratios = [32, 64, 128].map(
      (n) => errorOf(endOf(method, n)) / errorOf(endOf(method, 2 * n)),
    );
    for (const ratio of ratios) {
      // the next term of the error still shows at these steps: a fifth off the power
      expect(Math.log2(ratio)).toBeGreaterThan(order - 0.35);
      expect(Math.log2(ratio)).toBeLessThan(order + 0.6);
    }
  });

  test("the continuous extension of RODAS has order 3", () => {
    function worst(n: number): number {
      const machine = machineFor([nonlinear]);
      const fine = machineFor([nonlinear]);
      machine.state[0] = 100;
      fine.state[0] = 100;
      let error = 0;
      for (let i = 0; i < n; i++) {
        machine.step(2 / n, 1);
        for (let j = 0; j < 40; j++) {
          if (j === 14) {
            machine.interpolate(14 / 40);
            error = Math.max(
              error,
              ...machine.between.map((v, s) => Math.abs(v - (fine.state[s] ?? 0))),
            );
          }
          fine.step(2 / n / 40, 1);
          fine.accept();
        }
        machine.accept();
      }
      return error;
    }
    for (const n of [32, 64]) expect(Math.log2(worst(n) / worst(2 * n))).toBeGreaterThan(2.8);
  });
});

test("the tape runs the same integration as WebAssembly", () => {
  const { flat, program } = compiled(nonlinear);
  const given = { additions: [{ atHours: 1, state: 0, amount: 50 }], rates: [] };
  const runs = [
    createTape(program, planStep(rodas)),
    createWasmMachine(program, planStep(rodas), 1),
  ];
  const [tape, wasm] = runs.map((machine) => {
    machine.parameters.set(flat.parameters.map((p) => p.internal));
    machine.state.set(flat.states.map((s) => s.initial ?? 0));
    machine.absolute.fill(1e-6);
    machine.computeCoefficients();
    return solve(machine, given, times, 1e-5);
  });
  expect(wasm).toEqual(tape);
});
