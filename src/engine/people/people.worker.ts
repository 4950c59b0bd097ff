/** A worker that solves people. A page opens one for its GPU, or several for its processor. */
import { expose, proxy, transfer } from "comlink";
import { holdForLife } from "../hold-for-life";
import { reportRequests } from "../requests";
import type { PeopleService } from "./people-api";
import { PeopleEngine, type PeopleOptions } from "./people-service";

/**
 * Called once, first.
 *
 * @param life name of a lock that this worker holds as long as it lives
 */
async function start(options: Omit<PeopleOptions, "gpu">, life: string): Promise<PeopleService> {
  await holdForLife(life);
  const engine = new PeopleEngine({ ...options, gpu: navigator.gpu });
  return proxy({
    open: (...args: Parameters<PeopleService["open"]>) => engine.open(...args),
    size: () => engine.size(),
    stop: () => engine.stop(),
    isLost: () => engine.isLost(),
    ribbonsOf: (people: readonly number[]) => engine.ribbonsOf(people),
    curvesOf: (person: number) => engine.curvesOf(person),
    studyOf: (person: number) => engine.studyOf(person),
    async solve(first: number, end: number, spare?: Uint32Array) {
      const range = await engine.solve(first, end, spare);
      if (!range) return undefined;
      // moved, not copied
      const arrays = [
        range.people,
        range.solved,
        range.counts,
        ...range.columns.map(({ values }) => values),
        ...range.covariates,
      ];
      return transfer(
        range,
        arrays.map(({ buffer }) => buffer as ArrayBuffer),
      );
    },
  });
}

export interface PeopleWorker {
  start: typeof start;
}

reportRequests();
expose({ start } satisfies PeopleWorker);
