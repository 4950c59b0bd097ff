/**
 * The result on the page. The only caller of the engine's simulations.
 *
 * A study that cannot be simulated leaves the last good result where it is and says why.
 */
import type { EngineInfo, SimulateRequest, SimulationResult } from "../engine/api";
import type { EngineClient } from "../engine/client";
import type { Problem } from "../core/model/model";

export class RunState {
  readonly #client: EngineClient;
  #result = $state.raw<SimulationResult | undefined>(undefined);
  #problems = $state.raw<readonly Problem[]>([]);
  #info = $state.raw<EngineInfo | undefined>(undefined);
  #running = $state(false);
  #serial = 0;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get result(): SimulationResult | undefined {
    return this.#result;
  }

  /** Why the study as it stands has no result; empty when it has. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get info(): EngineInfo | undefined {
    return this.#info;
  }

  get running(): boolean {
    return this.#running;
  }

  async simulate(request: SimulateRequest): Promise<void> {
    const serial = ++this.#serial;
    this.#running = true;
    try {
      const outcome = await this.#client.simulate(request);
      if (outcome.ok) {
        this.#result = outcome.value;
        if (serial === this.#serial) this.#problems = [];
      } else if (serial === this.#serial) this.#problems = outcome.problems;
    } catch (fault) {
      if (serial === this.#serial) this.#problems = [faultProblem(fault)];
    } finally {
      if (serial === this.#serial) this.#running = false;
    }
  }

  async learnEngine(): Promise<void> {
    try {
      this.#info = await this.#client.info();
    } catch (fault) {
      this.#problems = [faultProblem(fault)];
    }
  }
}

function faultProblem(fault: unknown): Problem {
  const text = fault instanceof Error ? fault.message : String(fault);
  return {
    code: "fault",
    subject: "the engine",
    message: `met a fault of ours (${text.slice(0, 200)}); undo the last change or reload`,
  };
}
