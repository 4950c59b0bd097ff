/**
 * Many people, on the GPU where there is one that can be trusted and on the CPU otherwise.
 *
 * A device that is lost is replaced and the run goes on from the last range; the third loss, and a
 * GPU that disagrees with the CPU, send it to the CPU: after a disagreement from the beginning.
 */
import type { Gpu } from "../gpu/device";
import type { CrowdPlan } from "./crowd-plan";
import type { RangeResult } from "./range";
import { CrowdRun, type RangeSolver, type RunEnd, type RunState } from "./run";
import { gpuSolver } from "./solvers";
import { emptyCounts } from "./tile";

export interface Places {
  /** Undefined where the GPU is not to be used, or none is to be had any more. */
  readonly gpu: () => Promise<Gpu | undefined>;
  /** Solvers on the CPU, all of which work at once; opened when they are needed. */
  readonly cpu: () => Promise<readonly RangeSolver[]>;
}

export interface PeopleHooks {
  readonly signal: AbortSignal;
  readonly onRange: (range: RangeResult, state: RunState, backend: string) => void | Promise<void>;
  /** All that was told so far is void: the run begins anew elsewhere. */
  readonly onRestart: (why: string) => void;
}

export interface PeopleEnd {
  readonly end: RunEnd;
  readonly state: RunState;
  /** What computed, in the order of use. */
  readonly backends: readonly string[];
  /** What a reader should know of how it went: losses, a change of place. */
  readonly remarks: readonly string[];
}

const mostLosses = 3;

export async function simulatePeople(
  crowd: CrowdPlan,
  places: Places,
  hooks: PeopleHooks,
): Promise<PeopleEnd> {
  const course = new Course(crowd, places, hooks);
  return course.run();
}

// ——— the parts ———

class Course {
  readonly #crowd: CrowdPlan;
  readonly #places: Places;
  readonly #hooks: PeopleHooks;
  readonly #backends: string[] = [];
  readonly #remarks: string[] = [];
  #run: CrowdRun;
  #losses = 0;
  #mayUseGpu = true;

  constructor(crowd: CrowdPlan, places: Places, hooks: PeopleHooks) {
    this.#crowd = crowd;
    this.#places = places;
    this.#hooks = hooks;
    this.#run = this.#begin();
  }

  async run(): Promise<PeopleEnd> {
    for (;;) {
      const gpu = this.#mayUseGpu ? await this.#places.gpu() : undefined;
      const end = gpu ? await this.#onGpu(gpu) : await this.#on(await this.#places.cpu());
      if (end === "lost") continue;
      if (end === "not-trusted" && gpu) {
        this.#distrust();
        continue;
      }
      const { state } = this.#run;
      return { end, state, backends: this.#backends, remarks: this.#remarks };
    }
  }

  async #onGpu(gpu: Gpu): Promise<RunEnd | "lost"> {
    try {
      const solver = await gpuSolver(this.#crowd, gpu, this.#hooks.signal);
      return solver ? await this.#on([solver]) : "stopped";
    } catch (fault) {
      // a device is often found out to be lost by what it refuses, a moment before it says so
      const isLost = gpu.lost() || (await Promise.race([gpu.device.lost, soon()])) !== undefined;
      if (!isLost) throw fault;
      this.#losses++;
      this.#mayUseGpu = this.#losses < mostLosses;
      this.#remarks.push(
        this.#mayUseGpu
          ? "The GPU was lost; the run went on with a new one."
          : "The GPU was lost three times; the CPU did the rest.",
      );
      return "lost";
    }
  }

  async #on(solvers: readonly RangeSolver[]): Promise<RunEnd> {
    const name = solvers[0]?.name ?? "nothing";
    if (this.#backends.at(-1) !== name) this.#backends.push(name);
    try {
      return await this.#run.proceed(solvers, {
        signal: this.#hooks.signal,
        onRange: (range, state) => this.#hooks.onRange(range, state, name),
      });
    } finally {
      for (const solver of solvers) solver.close();
    }
  }

  #distrust(): void {
    const { worstDifference } = this.#run.state;
    const why = `GPU and CPU differed by ${worstDifference.toExponential(1)}, so the CPU did all of it.`;
    this.#mayUseGpu = false;
    this.#remarks.push(why);
    this.#run = this.#begin();
    this.#hooks.onRestart(why);
  }

  #begin(): CrowdRun {
    return new CrowdRun(this.#crowd.source.count, emptyCounts(this.#crowd));
  }
}

function soon(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
