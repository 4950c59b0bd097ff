/** A worker with a service, whose end is noticed by whoever waits for an answer. */
import { releaseProxy, wrap, type Remote } from "comlink";
import { whenGone } from "./hold-for-life";
import { uniqueId } from "./unique-id";

export class LivingWorker<Started, Service> {
  readonly #worker: Worker;
  readonly #remote: Remote<Started>;
  readonly #service: Promise<Service>;
  /** Rejects when the worker is gone. */
  readonly #gone: Promise<never>;
  #isGone = false;
  #isClosed = false;

  /**
   * @param name  for the lock that the worker holds as long as it lives
   * @param start asks the worker for its service
   */
  constructor(
    worker: Worker,
    name: string,
    start: (remote: Remote<Started>, life: string) => Promise<unknown>,
  ) {
    this.#worker = worker;
    this.#remote = wrap<Started>(worker);
    const life = `${name}-${uniqueId()}`;
    const started = start(this.#remote, life);
    this.#gone = new Promise((_, reject) => {
      const leave = () => {
        this.#isGone = true;
        reject(new Error(`a worker of ${name} was lost`));
      };
      // one that does not even start says so; what it says once it lives is heard too
      worker.addEventListener("error", leave, { once: true });
      void started.then(() => whenGone(worker, life, leave));
    });
    this.#gone.catch(() => {}); // whoever waits for an answer hears of it
    this.#service = Promise.race([started, this.#gone]) as unknown as Promise<Service>;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  get service(): Promise<Service> {
    return this.#service;
  }

  /** @throws if the worker goes before it answers */
  async ask<T>(ask: (service: Service) => Promise<T>): Promise<T> {
    return Promise.race([ask(await this.#service), this.#gone]);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#remote[releaseProxy]();
    this.#worker.terminate();
  }
}
