/** The GPU in 32 bit against the CPU in 64 bit, and how fast it integrates. */
import { cpus } from "node:os";
import { rodas, rodas3 } from "../../src/core/numerics/tableaus";
import { CompiledStudies } from "../../src/engine/compiled-study";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { acquireGpu, type Gpu } from "../../src/engine/gpu/device";
import { nodeGpu } from "../../src/engine/gpu/node";
import { proveGpu, type Proof, type ProofRequest } from "../../src/engine/prove";
import { places } from "../../src/state/places";
import { oralDay, planOf, type BenchDrug } from "./oral-day";
import { median, type Report } from "./report";

/** Objects that Dawn must not lose before the process ends. */
const kept: unknown[] = [];
export async function run(report: Report): Promise<void> {
  const gpu = await acquire();
  for (const drug of ["midazolam", "caffeine", "digoxin"] as const) {
    await agreement(gpu, drug, report);
  }
  await throughput(gpu, report);
}

async function agreement(gpu: Gpu, drug: BenchDrug, report: Report): Promise<void> {
  const outputs = [`${drug}/venous-plasma`, ...places.map(({ path }) => `${drug}/${path}`)];
  const proof = await prove(gpu, drug, { people: 1000, seed: 1, cv: 0.3 }, outputs);
  const note = `${proof.people} people, every number varied by 30 %; ${proof.outputs} outputs, ${proof.steps} steps; ${gpu.name}`;
  const row = (name: string, value: number, atMost: number, more?: string) =>
    report({ name: `GPU, ${drug}: ${name}`, value, unit: "relative", atMost, note: more ?? note });
  row("worst difference of a curve, to its peak", proof.curveError, 1e-4);
  row("worst difference of a Cmax", proof.peakError, 1e-4);
  row("worst difference of an AUC", proof.areaErrorWorst, 1e-4);
  row("median difference of an AUC", proof.areaErrorMedian, 1e-6);
  row("drug made or lost", proof.massError, 5e-6);
  report({
    name: `GPU, ${drug}: people flagged as too coarse`,
    value: proof.flagged,
    unit: "people",
  });
}

/** Coarser steps than the proof's: what a crowd is computed with when it must be fast. */
async function throughput(gpu: Gpu, report: Report): Promise<void> {
  const people = 8192;
  const cores = cpus().length;
  const cases = [
    { method: rodas, share: 0.015 },
    { method: rodas3, share: 0.002 },
  ];
  for (const { method, share } of cases) {
    const request = { people, seed: 1, cv: 0.2, method, share };
    const proofs = [];
    for (let repeat = 0; repeat < 3; repeat++) {
      proofs.push(await prove(gpu, "midazolam", request, ["midazolam/venous-plasma"]));
    }
    const rate = median(proofs.map(({ integrationMs }) => (people / integrationMs) * 1000));
    const first = proofs[0];
    report({
      name: `GPU, ${method.name}: patient-days a second and core`,
      value: rate / cores,
      unit: "1/s",
      ...(gpu.software && method === rodas && { atLeast: 25_000 }),
      note: `${people} people, ${first?.steps} steps, integration only, ${cores} cores; ${gpu.name}`,
    });
    report({
      name: `GPU, ${method.name}: worst curve error of that`,
      value: Math.max(...proofs.map(({ curveError }) => curveError)),
      unit: "of Cmax",
      ...(method === rodas && { atMost: 2e-4 }),
      note: "over all people, every number varied by 20 %",
    });
  }
}

async function prove(
  gpu: Gpu,
  drug: BenchDrug,
  request: ProofRequest,
  outputs: readonly string[],
): Promise<Proof> {
  const plan = planOf({ ...oralDay(drug), record: { outputs } });
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  const proof = await proveGpu(gpu.device, plan, studies, request, {
    onProgress: () => {},
    signal: new AbortController().signal,
    breathe: () => Promise.resolve(),
  });
  if (!proof.ok || !proof.value) throw new Error("the proof was not completed");
  return proof.value;
}

async function acquire(): Promise<Gpu> {
  const acquired = await acquireGpu({
    gpu: await nodeGpu(),
    allowSoftware: true,
    onLost: (message) => console.error(message),
  });
  if (!acquired.ok) throw new Error(acquired.problems.map(({ message }) => message).join());
  kept.push(acquired.value);
  return acquired.value;
}
