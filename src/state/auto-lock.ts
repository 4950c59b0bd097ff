/**
 * Locks by itself: after 15 minutes in which nobody touched the page, or 5 in which nobody saw it.
 *
 * Timers of hidden pages and sleeping machines run late, so the clock is asked again whenever the
 * page is seen or touched, before anything else can happen.
 */

export const idleMs = 15 * 60_000;
export const hiddenMs = 5 * 60_000;

export class AutoLock {
  readonly #lock: () => void;
  #lastTouch = 0;
  #hiddenSince: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  constructor(lock: () => void) {
    this.#lock = lock;
  }

  /** From the moment of unlocking on. */
  start(): void {
    this.stop();
    this.#lastTouch = Date.now();
    this.#hiddenSince = document.visibilityState === "hidden" ? Date.now() : undefined;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const early = { signal, capture: true, passive: true };
    for (const name of ["pointerdown", "keydown", "wheel"]) {
      addEventListener(name, () => this.#touched(), early);
    }
    document.addEventListener("visibilitychange", () => this.#seen(), { signal });
    this.#arm();
  }

  stop(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  // ——— the parts ———

  #touched(): void {
    if (this.#isDue()) return;
    this.#lastTouch = Date.now();
    this.#arm();
  }

  #seen(): void {
    if (this.#isDue()) return;
    const isHidden = document.visibilityState === "hidden";
    this.#hiddenSince = isHidden ? Date.now() : undefined;
    this.#arm();
  }

  #isDue(): boolean {
    const isDue = Date.now() >= this.#dueAt();
    if (isDue) {
      this.stop();
      this.#lock();
    }
    return isDue;
  }

  #dueAt(): number {
    const byIdle = this.#lastTouch + idleMs;
    return this.#hiddenSince === undefined
      ? byIdle
      : Math.min(byIdle, this.#hiddenSince + hiddenMs);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const wait = Math.max(0, this.#dueAt() - Date.now());
    this.#timer = setTimeout(() => {
      if (!this.#isDue()) this.#arm();
    }, wait);
  }
}
