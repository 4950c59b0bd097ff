/** Many people: how long one takes with all that is measured and counted, and how exact it is. */
import { planStep } from "../../src/core/compile/stages";
import { rodas, rodas3 } from "../../src/core/numerics/tableaus";
import { CompiledStudies } from "../../src/engine/compiled-study";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { acquireGpu, type Gpu } from "../../src/engine/gpu/device";
import { nodeGpu } from "../../src/engine/gpu/node";
import { planCrowd, type CrowdOptions, type CrowdPlan } from "../../src/engine/people/crowd-plan";
import { gpuTiles } from "../../src/engine/people/gpu-tiles";
import { laneTiles } from "../../src/engine/people/lane-tiles";
import { emptyCounts, fillTile, type Tile, type TileSolver } from "../../src/engine/people/tile";
import { variedPeople } from "../../src/engine/people/varied";
import { oralDay, planOf } from "./oral-day";
import { median, type Report } from "./report";

const never = new AbortController().signal;
/** Objects that Dawn must not lose before the process ends. */
const kept: unknown[] = [];
const cores = 2;

export async function run(report: Report): Promise<void> {
  await lanes(report);
  await gpu(report);
}

async function lanes(report: Report): Promise<void> {
  const crowd = crowdOf({});
  const { program } = crowd.study.compiled;
  const solver = laneTiles(crowd, createWasmMachine(program, planStep(rodas), 2));
  const { tile } = fillTile(crowd, firstPeople(1024));
  const times = await solveTimes(solver, crowd, tile, 9);
  report({
    name: "CPU: one person of a crowd, measured and counted",
    value: (1000 * median(times)) / tile.people.length,
    unit: "µs",
    atMost: 40,
    note: `${crowd.schedule.lengths.length - 1} steps, two lanes, one core; median of 9 × 1024 people`,
  });
  const begin = performance.now();
  fillTile(crowd, firstPeople(4096));
  report({
    name: "CPU: coefficients of one person",
    value: (1000 * (performance.now() - begin)) / 4096,
    unit: "µs",
    note: "from parameters, rounded for 32 bit",
  });
}

async function gpu(report: Report): Promise<void> {
  const acquired = await acquire();
  for (const method of [rodas, rodas3]) {
    const crowd = crowdOf({ method });
    const solver = await gpuTiles(crowd, acquired, never);
    if (!solver) throw new Error("stopped");
    const { tile } = fillTile(crowd, firstPeople(4096));
    const times = await solveTimes(solver, crowd, tile, 7);
    report({
      name: `GPU, ${method.name}: people a second and core, measured and counted`,
      value: (1000 * tile.people.length) / median(times) / cores,
      unit: "1/s",
      ...(method === rodas && { atLeast: 20_000 }),
      note: `${crowd.schedule.lengths.length - 1} steps, ${crowd.countedRows.length} moments; ${solver.name}`,
    });
  }
}

function crowdOf(options: CrowdOptions): CrowdPlan {
  const plan = planOf(oralDay("midazolam"));
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  const variation = { count: 1e6, seed: 5, cv: 0.2 };
  const source = variedPeople(plan.model, plan.person.weightKg, variation);
  const crowd = planCrowd(plan, studies, source, options);
  if (!crowd.ok) throw new Error(crowd.problems.map(({ message }) => message).join("\n"));
  return crowd.value;
}

const firstPeople = (count: number) => Array.from({ length: count }, (_, k) => k);

async function solveTimes(
  solver: TileSolver,
  crowd: CrowdPlan,
  tile: Tile,
  repeats: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = -2; i < repeats; i++) {
    const counts = emptyCounts(crowd);
    const begin = performance.now();
    await solver.solve(tile, counts, never);
    if (i >= 0) times.push(performance.now() - begin);
  }
  return times;
}

async function acquire(): Promise<Gpu> {
  const acquired = await acquireGpu({
    gpu: await nodeGpu(),
    allowSoftware: true,
    onLost: () => {},
  });
  if (!acquired.ok) throw new Error(acquired.problems.map(({ message }) => message).join());
  kept.push(acquired.value);
  return acquired.value;
}
