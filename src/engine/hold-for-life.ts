/** A lock that a worker holds as long as it lives: the browser gives it away when it is gone. */

/** @returns once the lock is held; at once on pages served by plain http, which have no locks */
export function holdForLife(name: string): Promise<void> {
  if (!("locks" in navigator)) return Promise.resolve();
  return new Promise((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => {});
    });
  });
}
