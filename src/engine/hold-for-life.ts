/**
 * Noticing the end of a worker, however it went: it holds a lock as long as it lives, and the
 * browser gives the lock to the page when it is gone.
 */

/** For the worker. @returns once the lock is held; at once on pages served by plain http, which have no locks */
export function holdForLife(name: string): Promise<void> {
  if (!("locks" in navigator)) return Promise.resolve();
  return new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => {});
    });
  });
}

/** For the page, once the worker holds its lock: a worker that the browser ends says nothing. */
export function whenGone(worker: Worker, life: string, leave: () => void): void {
  worker.addEventListener("error", leave, { once: true });
  if ("locks" in navigator) void navigator.locks.request(life, leave);
}
