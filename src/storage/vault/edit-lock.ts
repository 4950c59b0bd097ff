/**
 * Which tab may edit a twin: the one that holds the browser's lock `twin:<id>`. The others read,
 * and get the lock when it lets go.
 *
 * Without Web Locks every tab may edit; comparing revisions then still finds every clash.
 */

export interface EditLock {
  /** Whether this tab had it at once. */
  readonly isHeld: boolean;
  /** Gives it back, or stops waiting for it. */
  readonly release: () => void;
}

/** @param onGranted this tab waited, and may edit from now on */
export async function editLock(twinId: string, onGranted: () => void): Promise<EditLock> {
  if (!("locks" in navigator)) return { isHeld: true, release: () => undefined };
  let release = (): void => undefined;
  const end = new Promise<void>((resolve) => (release = resolve));
  const isHeld = await takeIfFree(`twin:${twinId}`, end);
  if (isHeld) return { isHeld, release };
  const waiting = new AbortController();
  waitFor(`twin:${twinId}`, waiting.signal, () => {
    onGranted();
    return end;
  });
  return {
    isHeld,
    release: () => {
      waiting.abort();
      release();
    },
  };
}

// ——— the parts ———

/** @param until the lock is held until then */
function takeIfFree(name: string, until: Promise<void>): Promise<boolean> {
  return new Promise((told, failed) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        told(lock !== null);
        return lock === null ? undefined : until;
      })
      .catch(failed);
  });
}

function waitFor(name: string, signal: AbortSignal, held: () => Promise<void>): void {
  navigator.locks.request(name, { signal }, held).catch(() => {
    // given up, or the page is going away: nobody waits any more
  });
}
