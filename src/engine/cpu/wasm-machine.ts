/** A model compiled to WebAssembly and ready to step: the bytes of core/compile, instantiated. */
import { emitWasm } from "../../core/compile/emit-wasm";
import type { Machine } from "../../core/compile/machine";
import type { Place } from "../../core/compile/memory";
import type { Program } from "../../core/compile/program";
import type { StepPlan } from "../../core/compile/stages";

/**
 * Compiles and instantiates at once, which browsers allow in workers only (on the page, modules
 * above a few kB must be compiled asynchronously).
 * @throws WebAssembly.CompileError where WebAssembly or its 128-bit SIMD is not to be had
 */
export function createWasmMachine(program: Program, plan: StepPlan, lanes: 1 | 2): Machine {
  const { bytes, layout } = emitWasm(program, plan, lanes);
  const math = { exp: Math.exp, log: Math.log, pow: Math.pow };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { math });
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError("the module has no memory");
  const view = (place: Place, size: number) =>
    new Float64Array(memory.buffer, 8 * layout.offset(place), size * lanes);
  const call = functionsOf(exports);
  const { sizes } = program;
  const worst = view("error", 1);
  const outputs = view("o", sizes.o);
  const y = 8 * layout.offset("y");
  const between = 8 * layout.offset("between");
  // the error of the padding is 0; its tolerance must not be, or 0/0 would spoil the maximum
  new Float64Array(memory.buffer, 8 * layout.offset("absolute"), layout.stateLength).fill(1);
  // whether the continuous extension of the last step was made: most steps hold no sample
  let isExtended = false;
  return {
    kind: "wasm",
    lanes,
    program,
    plan,
    parameters: view("p", sizes.p),
    coefficients: view("c", sizes.c),
    forcings: view("f", sizes.f),
    state: view("y", sizes.y),
    absolute: view("absolute", sizes.y),
    outputs,
    between: view("between", sizes.y),
    computeCoefficients: () => call.coefficients(),
    step(h, relative) {
      call.step(1 / (plan.method.gamma * h), 1 / h, relative);
      isExtended = false;
      return worst;
    },
    accept: () => call.accept(),
    interpolate(theta) {
      if (!call.interpolate || !call.extension)
        throw new RangeError(`${plan.method.name} has no continuous extension`);
      if (!isExtended) call.extension();
      isExtended = true;
      call.interpolate(theta);
    },
    outputsOf(which) {
      call.outputs(which === "state" ? y : between);
      return outputs;
    },
  };
}

function functionsOf(exports: WebAssembly.Exports) {
  const find = (name: string) => {
    const found = exports[name];
    return typeof found === "function" ? (found as (...args: number[]) => void) : undefined;
  };
  const pick = (name: string) => {
    const found = find(name);
    if (!found) throw new TypeError(`the module has no ${name}`);
    return found;
  };
  return {
    coefficients: pick("coefficients"),
    step: pick("step"),
    accept: pick("accept"),
    extension: find("extension"),
    interpolate: find("interpolate"),
    outputs: pick("outputs"),
  };
}
