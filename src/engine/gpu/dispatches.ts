/**
 * Cuts the steps of a schedule into dispatches of at most about 50 ms, by what the last one took:
 * drivers reset a device that is busy for seconds, pages stutter much sooner, and whoever asks to
 * stop waits for one dispatch.
 */

const dispatchMs = 50;

export class Dispatches {
  readonly #queue: GPUQueue;
  /** In the next one; remembered from run to run. */
  #steps = 4;

  constructor(queue: GPUQueue) {
    this.#queue = queue;
  }

  /**
   * @param submit hands so many steps to the device, from one on
   * @param onDone told after each dispatch how many steps are done
   * @returns how many dispatches it took; undefined if the signal was aborted
   */
  async run(
    total: number,
    submit: (first: number, steps: number) => void,
    signal: AbortSignal,
    onDone: (done: number) => void = () => {},
  ): Promise<number | undefined> {
    let dispatches = 0;
    for (let first = 0; first < total; dispatches++) {
      if (signal.aborted) return undefined;
      const steps = Math.min(this.#steps, total - first);
      const began = performance.now();
      submit(first, steps);
      await this.#queue.onSubmittedWorkDone();
      const tookMs = Math.max(0.5, performance.now() - began);
      first += steps;
      // at most four times more at once: one quick dispatch may have been a fluke
      const wanted = Math.floor((steps * dispatchMs) / tookMs);
      this.#steps = Math.max(1, Math.min(4 * this.#steps, wanted));
      onDone(first);
    }
    return dispatches;
  }
}
