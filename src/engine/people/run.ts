/**
 * A run over many people: ranges of them handed to whoever is free, and what comes back added up.
 *
 * Nothing is kept here but counts, so memory does not grow with the number of people; what a
 * caller wants of each person it takes from `onRange`. A range counts once it is added, so a lost
 * device costs the ranges that were under way and nothing else.
 */
import type { RangeCounts, RangeResult } from "./range";
import type { Missing } from "./tile";

/** Somewhere people can be solved: a GPU, a worker, this thread. */
export interface RangeSolver<R extends RangeCounts = RangeResult> {
  /** For people: what computes, and in what precision. */
  readonly name: string;
  /** How many people the next range should have. */
  readonly size: () => number;
  /** @returns undefined if the signal was aborted; throws if it is lost */
  readonly solve: (
    first: number,
    end: number,
    signal: AbortSignal,
    spare?: Uint32Array,
  ) => Promise<R | undefined>;
  /** After a throw: whether it was a device that is gone, so that another may do better. */
  readonly isLost?: () => Promise<boolean>;
  readonly close: () => void;
}

export interface RunState {
  readonly count: number;
  /** People asked about so far, with a result or not. */
  readonly done: number;
  readonly solved: number;
  /** Bodies that were drawn again because nobody could be like that. */
  readonly redraws: number;
  /** People the shared steps were not good enough for; solved alone since. */
  readonly flagged: number;
  readonly missing: number;
  /** The first thousand of them. */
  readonly missingList: readonly Missing[];
  /** [(counted row * outputs + output) * binCount + bin] */
  readonly counts: Uint32Array;
  /** People solved both ways, and the largest difference of an area or a peak, relative. */
  readonly checked: number;
  readonly worstDifference: number;
}

export interface RunHooks<R extends RangeCounts = RangeResult> {
  readonly signal: AbortSignal;
  readonly onRange: (range: R, state: RunState) => void | Promise<void>;
}

/** Help that comes while others work already. */
export interface LateSolver<R extends RangeCounts = RangeResult> {
  /** Undefined if it never comes; does not reject. */
  readonly solver: Promise<RangeSolver<R> | undefined>;
  readonly onJoin: (peopleDone: number) => void;
  readonly onFault: (fault: unknown) => void;
}

export type RunEnd = "finished" | "stopped" | "not-trusted";

/** Beyond it a run is not to be trusted. */
const mostDifference = 1e-3;
/** A list of more reasons helps nobody; their number is told all the same. */
const mostListed = 1000;

export class CrowdRun<R extends RangeCounts = RangeResult> {
  readonly #count: number;
  readonly #counts: Uint32Array;
  readonly #missing: Missing[] = [];
  /** Ranges that were handed out and came back without a result. */
  readonly #returned: { readonly first: number; readonly end: number }[] = [];
  #next = 0;
  #totals = {
    done: 0,
    solved: 0,
    redraws: 0,
    flagged: 0,
    missing: 0,
    checked: 0,
    worstDifference: 0,
  };

  /** @param counts empty, of the plan's size */
  constructor(count: number, counts: Uint32Array) {
    this.#count = count;
    this.#counts = counts;
  }

  get state(): RunState {
    const missingList = this.#missing.toSorted((a, b) => a.person - b.person);
    return { count: this.#count, ...this.#totals, missingList, counts: this.#counts };
  }

  /**
   * Goes on until everybody is done, or one of the solvers is lost.
   *
   * @param late  one that is not ready yet and helps once it is; what becomes of it is its own affair
   * @throws what a solver threw; the run can be continued with others
   */
  async proceed(
    solvers: readonly RangeSolver<R>[],
    hooks: RunHooks<R>,
    late?: LateSolver<R>,
  ): Promise<RunEnd> {
    let help: Promise<void> | undefined;
    let isOver = false;
    const join = async (solver: RangeSolver<R>) => {
      late?.onJoin(this.#totals.done);
      await this.#work(solver, hooks).catch((fault: unknown) => late?.onFault(fault));
    };
    void late?.solver.then((solver) => {
      if (solver && !isOver) help = join(solver);
    });
    const work = () => Promise.allSettled(solvers.map((solver) => this.#work(solver, hooks)));
    let ends = await work();
    isOver = true;
    await help;
    // what it took and did not bring back
    if (this.#returned.length > 0 && ends.every(({ status }) => status === "fulfilled")) {
      ends = await work();
    }
    const fault = ends.find((end) => end.status === "rejected");
    if (fault) throw fault.reason;
    if (hooks.signal.aborted) return "stopped";
    return this.#isDoubtful() ? "not-trusted" : "finished";
  }

  // ——— the parts ———

  async #work(solver: RangeSolver<R>, { signal, onRange }: RunHooks<R>): Promise<void> {
    for (;;) {
      if (signal.aborted || this.#isDoubtful()) return;
      const range = this.#take(solver.size());
      if (!range) return;
      const result = await this.#solve(solver, range, signal);
      if (!result) return;
      this.#add(result);
      await onRange(result, this.state);
    }
  }

  async #solve(
    solver: RangeSolver<R>,
    range: { readonly first: number; readonly end: number },
    signal: AbortSignal,
  ): Promise<R | undefined> {
    try {
      return await solver.solve(range.first, range.end, signal);
    } catch (fault) {
      this.#returned.push(range);
      throw fault;
    }
  }

  #take(size: number) {
    const again = this.#returned.pop();
    if (again) return again;
    if (this.#next >= this.#count) return undefined;
    const first = this.#next;
    this.#next = Math.min(this.#count, first + size);
    return { first, end: this.#next };
  }

  #add(result: RangeCounts): void {
    const { counts } = result;
    for (let i = 0; i < counts.length; i++) {
      const more = counts[i] ?? 0;
      if (more > 0) this.#counts[i] = (this.#counts[i] ?? 0) + more;
    }
    const room = Math.max(0, mostListed - this.#missing.length);
    this.#missing.push(...result.missing.slice(0, room));
    const totals = this.#totals;
    this.#totals = {
      done: totals.done + result.end - result.first,
      solved: totals.solved + result.solved.reduce((sum, one) => sum + one, 0),
      redraws: totals.redraws + result.redraws,
      flagged: totals.flagged + result.flagged,
      missing: totals.missing + result.missing.length,
      checked: totals.checked + result.checked,
      worstDifference: Math.max(totals.worstDifference, result.worstDifference),
    };
  }

  #isDoubtful(): boolean {
    return this.#totals.worstDifference > mostDifference;
  }
}
