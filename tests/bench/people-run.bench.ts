/** Many people: how long one takes with all that is measured and counted, and how exact it is. */
import { fork } from "node:child_process";
import { cpus } from "node:os";
import { planStep } from "../../src/core/compile/stages";
import { rodas, rodas3 } from "../../src/core/numerics/tableaus";
import type { Outcome } from "../../src/core/model/model";
import { CompiledStudies, parameterValues } from "../../src/engine/compiled-study";
import { copyCoefficients, type PeopleSource } from "../../src/engine/crowd";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { acquireGpu, type Gpu } from "../../src/engine/gpu/device";
import { nodeGpu } from "../../src/engine/gpu/node";
import { solveAlone } from "../../src/engine/people/alone";
import { planCrowd, type CrowdOptions, type CrowdPlan } from "../../src/engine/people/crowd-plan";
import { gpuTiles } from "../../src/engine/people/gpu-tiles";
import { laneTiles } from "../../src/engine/people/lane-tiles";
import { measureIndex } from "../../src/engine/people/measures";
import { planPeople } from "../../src/engine/people/people-plan";
import {
  emptyCounts,
  fillTile,
  measuredAt,
  type Tile,
  type TileSolver,
} from "../../src/engine/people/tile";
import type { StudyPlan } from "../../src/engine/plan";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import { oralDay, type BenchDrug } from "./oral-day";
import { median, type Report, type Row } from "./report";

const never = new AbortController().signal;
/** Objects that Dawn must not lose before the process ends. */
const kept: unknown[] = [];
const cores = cpus().length;

/** Set in a process that does one core's share. */
const part = "PERFUSE_BENCH_PART";

export async function run(report: Report): Promise<void> {
  await lanes(report);
  if (process.env[part] !== undefined) return;
  await scaling(report);
  await gpu(report);
  await accuracy(report);
}

/** Two processes at once against one alone: what a second worker is worth. */
async function scaling(report: Report): Promise<void> {
  const alone = median(await shares(1));
  const both = median(await shares(2));
  report({
    name: "CPU: two cores against one",
    value: (2 * alone) / both,
    unit: "×",
    atLeast: 1.8,
    note: `${alone.toFixed(1)} µs a person alone, ${both.toFixed(1)} µs on each of two`,
  });
}

/** µs a person, of so many processes at once. */
function shares(processes: number): Promise<number[]> {
  const one = () =>
    new Promise<number>((resolve, reject) => {
      const child = fork(process.argv[1] ?? "", process.argv.slice(2), {
        env: { ...process.env, [part]: "1" },
      });
      child.once("message", (row: Row) => resolve(row.value));
      child.once("error", reject);
    });
  return Promise.all(Array.from({ length: processes }, one));
}

const manyPeople = 10_000;

/**
 * Everybody's AUC and Cmax against each person alone, with all that people differ by tripled: who
 * is not flagged has to be right.
 */
async function accuracy(report: Report): Promise<void> {
  const acquired = await acquire();
  for (const drug of ["midazolam", "caffeine", "digoxin"] as const) {
    const crowd = crowdOf({}, drug);
    const { program } = crowd.study.compiled;
    const { tile } = fillTile(crowd, firstPeople(manyPeople));
    const alone = Array.from(tile.people, (_, place) => aloneIn(crowd, tile, place));
    const lean = crowdOf({ method: rodas3 }, drug);
    const solvers = [
      ["CPU", crowd, laneTiles(crowd, createWasmMachine(program, planStep(rodas), 2))],
      ["GPU", crowd, await gpuTiles(crowd, acquired, never)],
      ["GPU, RODAS3", lean, await gpuTiles(lean, acquired, never)],
    ] as const;
    for (const [name, plan, solver] of solvers) {
      if (!solver) throw new Error("stopped");
      const { worst, flagged } = await compare(plan, tile, solver, alone);
      report({
        name: `${name}, ${drug}: worst AUC or Cmax of those not flagged, all variability tripled`,
        value: worst,
        unit: "relative",
        ...(plan === crowd && { atMost: 3e-4 }),
        note: `${manyPeople} people, ${flagged} flagged and solved alone; ${plan.schedule.lengths.length - 1} steps`,
      });
    }
  }
}

function aloneIn(crowd: CrowdPlan, { coefficients, people, weightsKg }: Tile, place: number) {
  const copy = (to: Float64Array) => copyCoefficients(coefficients, people.length, place, to);
  return solveAlone(crowd, copy, weightsKg[place] ?? Number.NaN).measured;
}

async function compare(
  crowd: CrowdPlan,
  tile: Tile,
  solver: TileSolver,
  alone: readonly Float64Array[],
): Promise<{ worst: number; flagged: number }> {
  const outcome = await solver.solve(tile, emptyCounts(crowd), never);
  if (!outcome) throw new Error("stopped");
  let [worst, flagged] = [0, 0];
  alone.forEach((own, place) => {
    if (outcome.flaws[place] !== 0) {
      flagged++;
      return;
    }
    for (const measure of [measureIndex.area, measureIndex.max]) {
      const at = measuredAt(measure, 0, place, 1, tile.people.length);
      const difference = (outcome.measured[at] ?? Number.NaN) / (own[measure] ?? Number.NaN) - 1;
      worst = Math.max(worst, Number.isNaN(difference) ? Infinity : Math.abs(difference));
    }
  });
  return { worst, flagged };
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

/** The methods in turns, so that whatever else the machine does meets both alike. */
async function gpu(report: Report): Promise<void> {
  const acquired = await acquire();
  const people = 4096;
  const repeats = 15;
  const runs = [];
  for (const method of [rodas, rodas3]) {
    const crowd = crowdOf({ method });
    const solver = await gpuTiles(crowd, acquired, never);
    if (!solver) throw new Error("stopped");
    const { tile } = fillTile(crowd, firstPeople(people));
    runs.push({
      method,
      crowd,
      solver,
      tile,
      rates: [] as number[],
      busy: [] as number[],
      shares: [] as number[],
    });
  }
  for (let repeat = -2; repeat < repeats; repeat++) {
    for (const { crowd, solver, tile, rates, busy, shares } of runs) {
      const begin = performance.now();
      const usedBefore = process.cpuUsage();
      const outcome = await solver.solve(tile, emptyCounts(crowd), never);
      const tookMs = performance.now() - begin;
      const { user, system } = process.cpuUsage(usedBefore);
      if (repeat < 0) continue;
      rates.push((1000 * people) / tookMs / cores);
      busy.push((1e6 * people) / (user + system));
      shares.push(tookMs / (outcome?.integrationMs ?? Number.NaN) - 1);
    }
  }
  for (const { method, crowd, solver, rates, busy, shares } of runs) {
    const of = `${repeats} tiles of ${people}, ${crowd.schedule.lengths.length - 1} steps, ${crowd.countedRows.length} moments; ${solver.name}`;
    report({
      name: `GPU, ${method.name}: people a second and core, measured and counted`,
      value: median(rates),
      unit: "1/s",
      ...(method === rodas && { atLeast: 20_000 }),
      // by the clock others on the machine count against it, by processor time they do not
      note: `${middleHalf(rates, (rate) => rate.toFixed(0))}, ${median(busy).toFixed(0)} by processor time; ${of}`,
    });
    report({
      name: `GPU, ${method.name}: all but the integration, as a share of it`,
      value: median(shares),
      unit: "relative",
      ...(method === rodas && { atMost: 0.3 }),
      note: `transfers, measures and counts; ${middleHalf(shares, (share) => share.toFixed(2))}; ${of}`,
    });
  }
}

/** Between which values the middle half lies. */
function middleHalf(values: readonly number[], print: (value: number) => string): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => print(sorted[Math.round(share * (sorted.length - 1))] ?? NaN);
  return `middle half ${at(0.25)} – ${at(0.75)}`;
}

/** People as they are, or with all that they differ by tripled. */
function crowdOf(options: CrowdOptions, tripled?: BenchDrug): CrowdPlan {
  const { people: _one, ...frame } = oralDay(tripled ?? "midazolam");
  const study = { ...frame, people: { many: { count: 1e6, seed: 5 } } };
  const { plan, source } = valueOf(planPeople(study, shippedDrug));
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  const people = tripled === undefined ? source : moreVaried(plan, source);
  return valueOf(planCrowd(plan, studies, people, options));
}

/** Each number three times as far from the typical person's, on a scale where none can get lost. */
function moreVaried(plan: StudyPlan, source: PeopleSource): PeopleSource {
  const typical = parameterValues(plan.model);
  const isFraction = plan.model.blocks.flatMap((block) =>
    Object.values(block.parameters ?? {}).map(({ unit }) => unit === "fraction"),
  );
  return {
    count: source.count,
    person(k) {
      const drawn = source.person(k);
      if ("why" in drawn) return drawn;
      return {
        ...drawn,
        write(target) {
          drawn.write(target);
          typical.forEach((usual, i) => {
            const own = target[i] ?? Number.NaN;
            if (own !== usual && usual > 0) target[i] = further(own, usual, isFraction[i] === true);
          });
        },
      };
    },
  };
}

function further(own: number, usual: number, isFraction: boolean): number {
  if (!isFraction) return usual * (own / usual) ** 3;
  const odds = (x: number) => x / (1 - x);
  const far = odds(usual) * (odds(own) / odds(usual)) ** 3;
  return far / (1 + far);
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
  return outcome.value;
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
