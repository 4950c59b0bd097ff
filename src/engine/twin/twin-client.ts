/**
 * The page's side of learning about a person: opens workers, lets one lead and the others solve for
 * it. A worker that dies ends the question that was asked; the next one opens new workers.
 */
import { proxy, transfer } from "comlink";
import type { Outcome } from "../../core/model/model";
import type { Twin } from "../../pharmacology/twin/twin";
import { LivingWorker } from "../living-worker";
import type { LearnOptions } from "./learn";
import type { LevelPlan, TwinAnswer, TwinService, WhatIfAnswer } from "./twin-api";
import type { TwinEngineOptions } from "./twin-service";
import type { TwinWorker } from "./twin.worker";

export interface TwinClientOptions extends TwinEngineOptions {
  readonly createWorker: () => Worker;
  /** How many workers may be used in all. */
  readonly workers: number;
}

type OneWorker = LivingWorker<TwinWorker, TwinService>;

export class TwinClient {
  readonly #options: TwinClientOptions;
  #workers: readonly OneWorker[] = [];

  constructor(options: TwinClientOptions) {
    this.#options = options;
  }

  /** @param onPreview called with what can be said at once */
  learn(
    twin: Twin,
    nowMs: number,
    onPreview: (answer: TwinAnswer) => void,
    options?: LearnOptions,
  ): Promise<Outcome<TwinAnswer>> {
    return this.#ask((service) => service.learn(twin, nowMs, proxy(onPreview), options));
  }

  plan(): Promise<readonly LevelPlan[]> {
    return this.#ask((service) => service.plan());
  }

  whatIf(changed: Twin, nowMs: number): Promise<Outcome<WhatIfAnswer>> {
    return this.#ask((service) => service.whatIf(changed, nowMs));
  }

  async stop(): Promise<void> {
    const [leader] = this.#workers;
    if (leader && !leader.isGone) await leader.ask((service) => Promise.resolve(service.stop()));
  }

  /** Ends the workers, and with them all that they know of a person. */
  close(): void {
    for (const worker of this.#workers) worker.close();
    this.#workers = [];
  }

  // ——— the parts ———

  #ask<T>(ask: (service: TwinService) => Promise<T>): Promise<T> {
    if (this.#workers.length === 0 || this.#workers.some(({ isGone }) => isGone)) this.#open();
    const [leader] = this.#workers;
    if (!leader) throw new RangeError("no worker was allowed");
    return leader.ask(ask);
  }

  #open(): void {
    this.close();
    const { createWorker, forceTape, workers } = this.#options;
    this.#workers = Array.from(
      { length: Math.max(1, workers) },
      (): OneWorker =>
        new LivingWorker(createWorker(), "perfuse-twin", (remote, life) =>
          remote.start({ forceTape }, life),
        ),
    );
    const [leader, ...assistants] = this.#workers;
    for (const assistant of assistants) {
      const { port1, port2 } = new MessageChannel();
      void assistant.ask((service) => Promise.resolve(service.serve(transfer(port1, [port1]))));
      void leader?.ask((service) => Promise.resolve(service.assist(transfer(port2, [port2]))));
    }
  }
}
