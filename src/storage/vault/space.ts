/** How much room the browser leaves, and whether it promises to keep what is there. */

export interface Space {
  /** Undefined where the browser does not say. */
  readonly freeBytes: number | undefined;
  readonly isPersistent: boolean | undefined;
}

/** Below this the person is warned: results are dropped first, twins never. */
export const scarceBytes = 256 * 2 ** 20;

export async function space(): Promise<Space> {
  const { storage } = navigator as Partial<Navigator>;
  if (!storage) return { freeBytes: undefined, isPersistent: undefined };
  const [estimate, isPersistent] = await Promise.all([
    storage.estimate().catch(() => undefined),
    storage.persisted().catch(() => undefined),
  ]);
  const { quota, usage } = estimate ?? {};
  const freeBytes = quota === undefined || usage === undefined ? undefined : quota - usage;
  return { freeBytes, isPersistent };
}

/** Asks the browser not to clear this page's data by itself. Some ask the person, most decide. */
export async function askToPersist(): Promise<boolean | undefined> {
  const { storage } = navigator as Partial<Navigator>;
  return storage?.persist().catch(() => undefined);
}
