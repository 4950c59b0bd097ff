/** The engine in a worker of its own: the page stays free while it computes. */
import { expose, proxy, transfer } from "comlink";
import { holdForLife } from "./hold-for-life";
import type { EngineService, SimulateRequest } from "./api";
import { reportRequests } from "./requests";
import { Engine, type ServiceOptions } from "./service";

/**
 * Called once, first.
 *
 * @param life name of a lock that this worker holds as long as it lives: the browser gives it to
 *   the page when the worker is gone, however it went
 */
async function start(
  options: Omit<ServiceOptions, "gpu">,
  life: string,
): Promise<EngineService & { breakGpu: () => void }> {
  await holdForLife(life);
  const engine = new Engine({ ...options, gpu: navigator.gpu });
  return proxy({
    info: () => engine.info(),
    identify: (study) => engine.identify(study),
    explain: (...args: Parameters<Engine["explain"]>) => engine.explain(...args),
    partition: (...args: Parameters<Engine["partition"]>) => engine.partition(...args),
    scoreSet: (...args: Parameters<Engine["scoreSet"]>) => engine.scoreSet(...args),
    scoreInteraction: (...args: Parameters<Engine["scoreInteraction"]>) =>
      engine.scoreInteraction(...args),
    explainInteraction: (...args: Parameters<Engine["explainInteraction"]>) =>
      engine.explainInteraction(...args),
    proveGpu: (...args: Parameters<Engine["proveGpu"]>) => engine.proveGpu(...args),
    cancel: () => engine.cancel(),
    breakGpu: () => engine.breakGpu(),
    async simulate(request: SimulateRequest) {
      const outcome = await engine.simulate(request);
      if (!outcome.ok) return outcome;
      const { times, curves, fluxes } = outcome.value;
      // moved, not copied
      const arrays = [
        times,
        ...curves.map(({ values }) => values),
        ...fluxes.map(({ values }) => values),
      ];
      return transfer(
        outcome,
        arrays.map(({ buffer }) => buffer as ArrayBuffer),
      );
    },
  });
}

export interface EngineWorker {
  start: typeof start;
}

reportRequests();
expose({ start } satisfies EngineWorker);
