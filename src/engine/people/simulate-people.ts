/**
 * Many people, on the GPU where there is one that can be trusted and on the CPU otherwise.
 *
 * Where a driver still compiles, the CPU begins and the GPU joins.
 *
 * A device that is lost is replaced and the run goes on from the last range; the third loss, and a
 * GPU that disagrees with the CPU, send it to the CPU: after a disagreement from the beginning.
 */
import type { RangeCounts, RangeResult } from "./range";
import { CrowdRun, type LateSolver, type RangeSolver, type RunEnd, type RunState } from "./run";

/** As much of a crowd as adding up takes. */
export interface CrowdSize {
  readonly count: number;
  /** Numbers in the counts of a range. */
  readonly countsLength: number;
}

export interface Places<R extends RangeCounts = RangeResult> {
  /** A new one each time; undefined where the GPU is not to be used, or none is to be had. */
  readonly gpu: () => Promise<RangeSolver<R> | undefined>;
  /** Solvers on the CPU, all of which work at once; opened when they are needed. */
  readonly cpu: () => Promise<readonly RangeSolver<R>[]>;
  /** A GPU that is still being prepared: the CPU begins, and it joins. Does not reject. */
  readonly later?: Promise<RangeSolver<R> | undefined>;
}

export interface PeopleHooks<R extends RangeCounts = RangeResult> {
  readonly signal: AbortSignal;
  readonly onRange: (range: R, state: RunState, backend: string) => void | Promise<void>;
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

export async function simulatePeople<R extends RangeCounts>(
  crowd: CrowdSize,
  places: Places<R>,
  hooks: PeopleHooks<R>,
): Promise<PeopleEnd> {
  return new Course(crowd, places, hooks).run();
}

// ——— the parts ———

class Course<R extends RangeCounts> {
  readonly #crowd: CrowdSize;
  readonly #places: Places<R>;
  readonly #hooks: PeopleHooks<R>;
  readonly #backends: string[] = [];
  readonly #remarks: string[] = [];
  #run: CrowdRun<R>;
  #losses = 0;
  #mayUseGpu: boolean;
  #later: Promise<RangeSolver<R> | undefined> | undefined;

  constructor(crowd: CrowdSize, places: Places<R>, hooks: PeopleHooks<R>) {
    this.#crowd = crowd;
    this.#places = places;
    this.#hooks = hooks;
    this.#run = this.#begin();
    this.#later = places.later;
    this.#mayUseGpu = places.later === undefined;
  }

  async run(): Promise<PeopleEnd> {
    for (;;) {
      const gpu = this.#mayUseGpu ? await this.#places.gpu() : undefined;
      const solvers = gpu ? [gpu] : await this.#places.cpu();
      const later = this.#later;
      const end = await this.#attempt(solvers, gpu !== undefined);
      for (const solver of solvers) solver.close();
      if (end === "lost") continue;
      if (end === "not-trusted" && (gpu ?? later)) {
        this.#distrust();
        continue;
      }
      void later?.then((solver) => solver?.close());
      const { state } = this.#run;
      return { end, state, backends: this.#backends, remarks: this.#remarks };
    }
  }

  async #attempt(solvers: readonly RangeSolver<R>[], onGpu: boolean): Promise<RunEnd | "lost"> {
    const name = solvers[0]?.name ?? "";
    if (this.#backends.at(-1) !== name) this.#backends.push(name);
    try {
      return await this.#run.proceed(
        solvers,
        {
          signal: this.#hooks.signal,
          onRange: (range, state) =>
            this.#hooks.onRange(range, state, this.#backends.at(-1) ?? name),
        },
        this.#later && this.#joining(this.#later),
      );
    } catch (fault) {
      const lost = await Promise.all(solvers.map(async (solver) => solver.isLost?.()));
      if (!lost.includes(true)) this.#refuse(fault, onGpu);
      else if (!this.#mayLose(onGpu)) throw fault;
      return "lost";
    }
  }

  #joining(solver: Promise<RangeSolver<R> | undefined>): LateSolver<R> {
    return {
      solver: solver.then((ready) => {
        if (ready) this.#backends.push(ready.name);
        return ready;
      }),
      onJoin: (done) => {
        this.#remarks.push(
          `The CPU began while the GPU's driver was compiling; the GPU joined after ${done} people.`,
        );
      },
      onFault: (fault) => {
        const message = fault instanceof Error ? fault.message : String(fault);
        this.#later = undefined;
        this.#remarks.push(`The GPU gave up (${message.slice(0, 120)}); the CPU did the rest.`);
      },
    };
  }

  /** A GPU that is there and does not do it, for want of memory perhaps, is left alone. */
  #refuse(fault: unknown, onGpu: boolean): void {
    if (!onGpu) throw fault;
    const message = fault instanceof Error ? fault.message : String(fault);
    this.#mayUseGpu = false;
    this.#remarks.push(`The GPU refused (${message.slice(0, 120)}); the CPU did the rest.`);
  }

  /** @returns whether the run can go on */
  #mayLose(onGpu: boolean): boolean {
    this.#losses++;
    if (!onGpu) {
      this.#remarks.push("A worker was lost; others solved its people.");
      return this.#losses < 2 * mostLosses;
    }
    this.#mayUseGpu = this.#losses < mostLosses;
    this.#remarks.push(
      this.#mayUseGpu
        ? "The GPU was lost; the run went on with a new one."
        : "The GPU was lost three times; the CPU did the rest.",
    );
    return true;
  }

  #distrust(): void {
    const { worstDifference } = this.#run.state;
    const why = `GPU and CPU differed by ${worstDifference.toExponential(1)}, so the CPU did all of it.`;
    this.#mayUseGpu = false;
    this.#later = undefined;
    this.#remarks.push(why);
    this.#run = this.#begin();
    this.#hooks.onRestart(why);
  }

  #begin(): CrowdRun<R> {
    return new CrowdRun<R>(this.#crowd.count, new Uint32Array(this.#crowd.countsLength));
  }
}
