/** Runs over many people: what is added up, who is left out and why, and what a lost device costs. */
import { describe, expect, test } from "vitest";
import { planStep } from "../../src/core/compile/stages";
import { rodas } from "../../src/core/numerics/tableaus";
import { CompiledStudies } from "../../src/engine/compiled-study";
import type { PeopleSource } from "../../src/engine/crowd";
import { createWasmMachine } from "../../src/engine/cpu/wasm-machine";
import { planCrowd, type CrowdOptions, type CrowdPlan } from "../../src/engine/people/crowd-plan";
import { measureCount } from "../../src/engine/people/measures";
import type { RangeResult } from "../../src/engine/people/range";
import { CrowdRun, type RangeSolver, type RunHooks } from "../../src/engine/people/run";
import { simulatePeople } from "../../src/engine/people/simulate-people";
import { gpuSolver, laneSolver } from "../../src/engine/people/solvers";
import { emptyCounts } from "../../src/engine/people/tile";
import { variedPeople } from "../../src/engine/people/varied";
import { oralDay, planOf, type BenchDrug } from "../bench/oral-day";
import { testGpu } from "./gpu";

const never = new AbortController().signal;

const sizeOf = (crowd: CrowdPlan) => ({
  count: crowd.source.count,
  countsLength: emptyCounts(crowd).length,
});

interface Crowd {
  readonly drug?: BenchDrug;
  readonly count: number;
  readonly cv?: number;
  readonly options?: CrowdOptions;
  readonly change?: (source: PeopleSource) => PeopleSource;
}

function crowdOf({ drug = "midazolam", count, cv = 0.25, options, change }: Crowd): CrowdPlan {
  const plan = planOf(oralDay(drug));
  const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
  const source = variedPeople(plan.model, plan.person.weightKg, { count, seed: 9, cv });
  const crowd = planCrowd(plan, studies, change?.(source) ?? source, options);
  if (!crowd.ok) throw new Error(crowd.problems.map(({ message }) => message).join("\n"));
  return crowd.value;
}

function lanes(crowd: CrowdPlan, size = 1024): RangeSolver {
  const machine = createWasmMachine(crowd.study.compiled.program, planStep(rodas), 2);
  return { ...laneSolver(crowd, machine), size: () => size };
}

/** Runs to the end and keeps what each person got. */
async function runAll(crowd: CrowdPlan, solvers: RangeSolver[], hooks: Partial<RunHooks> = {}) {
  const run = new CrowdRun(crowd.source.count, emptyCounts(crowd));
  const kept = new Map<number, number[]>();
  const keep = (range: RangeResult) => {
    range.people.forEach((person, place) => {
      const people = range.people.length;
      const own = Array.from({ length: measureCount * crowd.outputs.length }, (_, i) =>
        Number(range.measured[i * people + place]),
      );
      if (range.solved[place] === 1) kept.set(person, own);
    });
  };
  const end = await run.proceed(solvers, {
    signal: new AbortController().signal,
    onRange: keep,
    ...hooks,
  });
  return { run, end, kept, keep };
}

const sorted = (kept: ReadonlyMap<number, number[]>) =>
  [...kept].toSorted(([a], [b]) => a - b).map(([, own]) => own);

describe("a run", () => {
  test("gives the same people the same, however it is cut and by how many hands", async () => {
    const crowd = crowdOf({ count: 150 });
    const whole = await runAll(crowd, [lanes(crowd)]);
    const cut = await runAll(crowd, [lanes(crowd, 16)]);
    const twoHands = await runAll(crowd, [lanes(crowd, 7), lanes(crowd, 32)]);
    expect(whole.end).toBe("finished");
    expect(whole.run.state.solved).toBe(150);
    for (const other of [cut, twoHands]) {
      expect(sorted(other.kept)).toEqual(sorted(whole.kept));
      expect(other.run.state.counts).toEqual(whole.run.state.counts);
    }
  });

  test("person 20 of 30 is person 20 of 3000", async () => {
    const few = await runAll(crowdOf({ count: 30 }), [lanes(crowdOf({ count: 30 }))]);
    const crowd = crowdOf({ count: 3000 });
    const stop = new AbortController();
    const many = await runAll(crowd, [lanes(crowd, 64)], { signal: stop.signal });
    expect(many.kept.get(20)).toEqual(few.kept.get(20));
  });

  test("solves alone those whom the steps are too coarse for", async () => {
    // who vary less suit the steps, now that digoxin's tablets take their time to dissolve
    const crowd = crowdOf({ drug: "digoxin", count: 300, cv: 0.8 });
    const { run, kept } = await runAll(crowd, [lanes(crowd)]);
    expect(run.state.flagged).toBeGreaterThan(0);
    expect(run.state.missing).toBe(0);
    expect(kept.size).toBe(300);
    expect(run.state.worstDifference).toBeLessThan(3e-4);
  });

  test("lists those who are not there or cannot be solved, and counts the others", async () => {
    const crowd = crowdOf({
      count: 100,
      change: ({ count, person }) => ({
        count,
        person(k) {
          const drawn = person(k);
          if (k === 13) return { why: "no body of this height and weight" };
          if (k !== 57 || "why" in drawn) return drawn;
          return { ...drawn, write: (target) => target.fill(Number.NaN) };
        },
      }),
    });
    const { run, end, kept } = await runAll(crowd, [lanes(crowd)]);
    expect(end).toBe("finished");
    expect(run.state).toMatchObject({ done: 100, solved: 98, missing: 2 });
    expect(run.state.missingList).toEqual([
      { person: 13, why: "no body of this height and weight" },
      { person: 57, why: expect.stringMatching(/could not be solved|not finite/) as string },
    ]);
    expect([...kept.keys()]).not.toContain(57);
  });

  test("is not trusted if people solved both ways disagree", async () => {
    const crowd = crowdOf({ count: 60 });
    const honest = lanes(crowd, 20);
    const wrong: RangeSolver = {
      ...honest,
      async solve(...range) {
        const result = await honest.solve(...range);
        return result && { ...result, worstDifference: result.worstDifference + 0.01 };
      },
    };
    expect((await runAll(crowd, [wrong])).end).toBe("not-trusted");
    const fine = await runAll(crowd, [honest]);
    expect(fine.run.state.checked).toBe(8);
    expect(fine.run.state.worstDifference).toBeLessThan(3e-4);
  });

  test("stops when it is asked to, with what was done", async () => {
    const crowd = crowdOf({ count: 500 });
    const stop = new AbortController();
    const { run, end } = await runAll(crowd, [lanes(crowd, 50)], {
      signal: stop.signal,
      onRange: (_, { done }) => {
        if (done >= 150) stop.abort();
      },
    });
    expect(end).toBe("stopped");
    expect(run.state.done).toBe(150);
  });
});

/** Destroys a device when it is given its nth piece of work from now on. */
function destroyBefore(device: GPUDevice, nth: number): void {
  const { queue } = device;
  const submit = queue.submit.bind(queue);
  let given = 0;
  queue.submit = (work) => {
    given++;
    if (given === nth) device.destroy();
    submit(work);
  };
}

describe("on the GPU", () => {
  test("a device that disappears costs the range that was under way, wherever that was", async () => {
    const crowd = crowdOf({ count: 600 });
    const open = async () => {
      const gpu = await testGpu();
      const solver = await gpuSolver(crowd, gpu, never);
      if (!solver) throw new Error("stopped");
      return { gpu, solver: { ...solver, size: () => 30 } };
    };
    const first = await open();
    const undisturbed = await runAll(crowd, [first.solver]);
    expect(undisturbed.end).toBe("finished");

    const run = new CrowdRun(crowd.source.count, emptyCounts(crowd));
    const kept = new Set<number>();
    const onRange = ({ people }: RangeResult) => {
      for (const person of people) {
        expect(kept.has(person)).toBe(false);
        kept.add(person);
      }
    };
    for (let loss = 0; loss < 20; loss++) {
      const { gpu, solver } = await open();
      let ranges = 0;
      const doomed: RangeSolver = {
        ...solver,
        solve(...range) {
          // unannounced, before another piece of work each time, in the first range or the second
          if (ranges++ === loss % 2) destroyBefore(gpu.device, (loss % 6) + 1);
          return solver.solve(...range);
        },
      };
      await expect(run.proceed([doomed], { signal: never, onRange })).rejects.toThrow();
      expect((await gpu.device.lost).reason).toBe("destroyed");
    }
    const { solver } = await open();
    expect(await run.proceed([solver], { signal: never, onRange })).toBe("finished");
    expect(run.state.solved).toBe(600);
    expect(run.state.counts).toEqual(undisturbed.run.state.counts);
  }, 120_000);

  test("fits into the smallest GPU that WebGPU allows, however much is recorded", async () => {
    const plan = planOf({
      ...oralDay("midazolam"),
      doses: [
        { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 0, everyHours: 12, count: 28 },
      ],
      untilHours: 336,
      record: {
        outputs: ["venous-plasma", "liver", "brain", "muscle", "adipose", "lungs"].map(
          (place) => `midazolam/${place}`,
        ),
      },
    });
    const studies = new CompiledStudies((program, steps) => createWasmMachine(program, steps, 1));
    const source = variedPeople(plan.model, plan.person.weightKg, { count: 40, seed: 9, cv: 0.2 });
    const crowd = planCrowd(plan, studies, source);
    if (!crowd.ok) throw new Error("cannot be planned");
    const gpu = await testGpu();
    // no more than the specification's defaults was asked for
    expect(gpu.device.limits.maxStorageBufferBindingSize).toBe(2 ** 27);
    expect(gpu.device.limits.maxStorageBuffersPerShaderStage).toBe(8);
    const solver = await gpuSolver(crowd.value, gpu, never);
    if (!solver) throw new Error("stopped");
    const perPerson = 4 * 6 * crowd.value.schedule.recordHours.length;
    expect(solver.size() * perPerson).toBeLessThanOrEqual(2 ** 27);
    const { end, run } = await runAll(crowd.value, [solver]);
    expect({ end, solved: run.state.solved }).toEqual({ end: "finished", solved: 40 });
  }, 60_000);

  test("three losses send the rest to the CPU, and it is said", async () => {
    const crowd = crowdOf({ count: 200 });
    const devices: GPUDevice[] = [];
    const { end, state, backends, remarks } = await simulatePeople(
      sizeOf(crowd),
      {
        gpu: async () => {
          const gpu = await testGpu();
          devices.push(gpu.device);
          destroyBefore(gpu.device, 4);
          return gpuSolver(crowd, gpu, never);
        },
        cpu: () => Promise.resolve([lanes(crowd)]),
      },
      { signal: new AbortController().signal, onRange: () => {}, onRestart: () => {} },
    );
    expect({ end, solved: state.solved }).toEqual({ end: "finished", solved: 200 });
    expect(devices).toHaveLength(3);
    expect(backends.at(-1)).toContain("WebAssembly");
    expect(remarks.at(-1)).toBe("The GPU was lost three times; the CPU did the rest.");
  }, 60_000);

  test("one that refuses is left alone, and the reason is told", async () => {
    const crowd = crowdOf({ count: 60 });
    const refusing: RangeSolver = {
      ...lanes(crowd, 20),
      solve: () => Promise.reject(new Error("out of memory")),
      isLost: () => Promise.resolve(false),
    };
    const { end, state, remarks } = await simulatePeople(
      sizeOf(crowd),
      { gpu: () => Promise.resolve(refusing), cpu: () => Promise.resolve([lanes(crowd)]) },
      { signal: never, onRange: () => {}, onRestart: () => {} },
    );
    expect({ end, solved: state.solved }).toEqual({ end: "finished", solved: 60 });
    expect(remarks).toEqual(["The GPU refused (out of memory); the CPU did the rest."]);
  });

  test("one that computes something else is found out, and the CPU does all of it", async () => {
    const crowd = crowdOf({ count: 100 });
    const gpu = await testGpu();
    // a GPU whose areas are a percent too large
    const { device } = gpu;
    const create = device.createShaderModule.bind(device);
    device.createShaderModule = ({ code }) =>
      create({ code: code.replace("0u, area)", "0u, 1.01 * area)") });
    const restarts: string[] = [];
    const solved = new Set<number>();
    const { end, state, remarks } = await simulatePeople(
      sizeOf(crowd),
      { gpu: () => gpuSolver(crowd, gpu, never), cpu: () => Promise.resolve([lanes(crowd)]) },
      {
        signal: new AbortController().signal,
        onRange: ({ people }, _, backend) => {
          if (backend.startsWith("CPU")) for (const person of people) solved.add(person);
        },
        onRestart: (why) => restarts.push(why),
      },
    );
    expect(end).toBe("finished");
    expect(solved.size).toBe(100);
    expect(state.worstDifference).toBeLessThan(3e-4);
    expect(restarts).toEqual(remarks);
    expect(remarks[0]).toMatch(/^GPU and CPU differed by .*, so the CPU did all of it\.$/);
  }, 60_000);
});
