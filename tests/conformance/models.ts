/** Small models with known answers, on which every printer is tried. */
import { compileModel, type CompiledModel } from "../../src/core/compile/compile";
import { assumed, type Block, type Model } from "../../src/core/model/model";

const test = assumed("a test");

export function parameter(value: number, unit: string) {
  return { value, unit, label: "", provenance: test };
}

export function amount(substance = "drug") {
  return { unit: "mg", label: "", substance };
}

export function compiled(...blocks: Block[]): CompiledModel {
  const model: Model = { name: "test", blocks };
  const result = compileModel(model);
  if (!result.ok)
    throw new Error(result.problems.map((p) => `${p.subject}: ${p.message}`).join("\n"));
  return result.value;
}

/** Absorption, one compartment, elimination: the Bateman function. */
export const oneCompartment: Block = {
  name: "body",
  parameters: {
    ka: parameter(1.5, "1/h"),
    CL: parameter(6, "L/h"),
    V: parameter(30, "L"),
    bioavailable: parameter(0.8, "fraction"),
  },
  forcings: { infusion: { unit: "mg/h", label: "" } },
  define: { C: { text: "A / V", unit: "mg/L" } },
  states: { gut: amount(), A: amount(), out: amount(), lost: amount() },
  transfers: {
    infused: { from: null, to: "A", rate: "infusion", label: "" },
    absorbed: { from: "gut", to: "A", rate: "bioavailable * ka * gut", label: "" },
    wasted: { from: "gut", to: "lost", rate: "(1 - bioavailable) * ka * gut", label: "" },
    eliminated: { from: "A", to: "out", rate: "CL * C", label: "" },
  },
  outputs: {
    "drug/plasma": { text: "C", unit: "mg/L", label: "" },
    "drug/double": { text: "2 * C", unit: "ng/mL", label: "" },
  },
};

/** A chain of compartments with one rate: the Erlang distribution. */
export function chain(length: number): Block {
  const steps = Array.from({ length }, (_, i) => i);
  return {
    name: "chain",
    parameters: { k: parameter(2, "1/h") },
    states: Object.fromEntries(steps.map((i) => [`A${i}`, amount()])),
    transfers: Object.fromEntries(
      steps
        .slice(1)
        .map((i) => [
          `t${i}`,
          { from: `A${i - 1}`, to: `A${i}`, rate: `k * A${i - 1}`, label: "" },
        ]),
    ),
    outputs: { last: { text: `A${length - 1}`, unit: "mg", label: "" } },
  };
}

/** Saturable elimination, an enzyme that is destroyed and made again, and every operation. */
export const nonlinear: Block = {
  name: "body",
  parameters: {
    Vmax: parameter(12, "mg/h"),
    Km: parameter(0.4, "mg/L"),
    V: parameter(20, "L"),
    Q: parameter(30, "L/h"),
    Vt: parameter(50, "L"),
    Kp: parameter(3, "ratio"),
    kdeg: parameter(0.03, "1/h"),
    kinact: parameter(0.8, "1/h"),
    KI: parameter(0.5, "mg/L"),
    half: parameter(0.5, "1"),
  },
  define: {
    C: { text: "A / V", unit: "mg/L" },
    Ct: { text: "T / Vt / Kp", unit: "mg/L" },
  },
  states: {
    A: amount(),
    T: amount(),
    out: amount(),
    E: { unit: "fraction", label: "", initial: 1, scale: 1 },
  },
  transfers: {
    there: { from: "A", to: "T", rate: "Q * C", label: "" },
    back: { from: "T", to: "A", rate: "Q * Ct", label: "" },
    metabolised: { from: "A", to: "out", rate: "Vmax * E * C / (Km + C)", label: "" },
  },
  rates: { E: "kdeg * (1 - E) - kinact * C / (KI + C) * E" },
  outputs: {
    C: { text: "C", unit: "mg/L", label: "" },
    odd: {
      text: "exp(-E) + ln(1 + E) + sqrt(E) + E^half + min(E, half) + max(E, 0.9) + abs(E - 2) + select(less(E, half), 1, 2 * E)",
      unit: "1",
      label: "",
    },
  },
};
