/**
 * The requests that a page or a worker makes, as the browser's resource timing tells of them.
 *
 * What it does not tell: the size of what a request carried, WebSockets, WebRTC, and the browser's
 * own look for a newer service worker. What a service worker answered is left to it to count.
 */

/** One request that went to the network, or may have. */
export interface SentRequest {
  readonly to: "host" | "elsewhere";
  /** Length of the address: what a request sends at least. */
  readonly bytes: number;
}

/** What a worker tells its page of itself, first of all and after requests. */
export interface WorkerReport {
  readonly perfuse: "worker";
  /** Whether the policy came with the worker's own script, too. */
  readonly isIsolated: boolean;
  readonly sent: readonly SentRequest[];
}

/** Tells of all requests since the page or worker began, and of each from now on. */
export function observeRequests(tell: (sent: readonly SentRequest[]) => void): void {
  const tellOf = (entries: readonly PerformanceEntry[]) => {
    const sent = entries.flatMap((entry) => sentRequest(entry, location.origin) ?? []);
    if (sent.length > 0) tell(sent);
  };
  // an observer would tell of it twice: as it stands, and when the page has loaded
  tellOf(performance.getEntriesByType("navigation"));
  new PerformanceObserver((list) => tellOf(list.getEntries())).observe({
    type: "resource",
    buffered: true,
  });
}

/** For a worker, when it begins. */
export function reportRequests(): void {
  const tell = (sent: readonly SentRequest[]) => {
    const report: WorkerReport = { perfuse: "worker", isIsolated: crossOriginIsolated, sent };
    postMessage(report);
  };
  tell([]);
  observeRequests(tell);
}

export function isWorkerReport(data: unknown): data is WorkerReport {
  return (
    typeof data === "object" && data !== null && "perfuse" in data && data.perfuse === "worker"
  );
}

type Timed = Pick<PerformanceEntry, "name"> &
  Partial<Pick<PerformanceResourceTiming, "workerStart" | "transferSize" | "decodedBodySize">>;

/** @returns undefined for what did not go to the network: from a cache, from memory, by the service worker */
export function sentRequest(
  { name, workerStart = 0, transferSize = 0, decodedBodySize = 0 }: Timed,
  host: string,
): SentRequest | undefined {
  if (!/^(?:https?|wss?):/.test(name)) return undefined;
  // what stands after # stays in the page
  const bytes = name.split("#", 1)[0]?.length ?? 0;
  // of another host nothing is told but that it was asked
  if (new URL(name).origin !== host) return { to: "elsewhere", bytes };
  const isFromCache = transferSize === 0 && decodedBodySize > 0;
  return workerStart > 0 || isFromCache ? undefined : { to: "host", bytes };
}
