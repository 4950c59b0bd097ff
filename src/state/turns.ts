/** One thing after the other, where an engine answers only the newest of what it is asked. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined); // who asked hears of it; the next goes on
    return turn;
  }
}
