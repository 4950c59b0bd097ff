/**
 * The service worker: stands between the pages of Perfuse and the network, and answers every
 * request of theirs with a file of one release, kept in this browser, or with a refusal.
 *
 * Every answer carries the policy, so it holds on a host that sends no headers. The only request
 * it ever makes is `download`: a plain GET of a file on the release list, whose bytes must have the
 * SHA-256 that the list says. It is short so that it can be read line by line.
 *
 * A release is kept whole or not at all. A newer one waits beside it until no page uses the older,
 * or until somebody agrees to reload (`src/state/releases.svelte.ts`); pages of the older that are
 * still open then go on finding their files. A page that a worker did not open is never taken over.
 */
import { policyHeadersAt } from "../build/policy.mjs";
import { takeOver, type RequestNote } from "./messages";
import type { ServiceWorkerScope } from "./service-worker-types";

/** Put before this file by the build: `src/build/release.mjs`. */
declare const PERFUSE_RELEASE: {
  readonly id: string;
  /** SHA-256 in hexadecimal digits, by path. */
  readonly files: Readonly<Record<string, string>>;
};

const worker = globalThis as unknown as ServiceWorkerScope;
const { id, files } = PERFUSE_RELEASE;
const { scope } = worker.registration;
const policy = policyHeadersAt(scope);
/** Other sites of the same host may keep things here as well. */
const ourCaches = `perfuse ${scope} `;
const ourCache = ourCaches + id;
const frontPage = "index.html";

worker.addEventListener("install", (event) => event.waitUntil(keepRelease()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOldReleases()));
worker.addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
worker.addEventListener("message", ({ data }) => {
  if (data === takeOver) void worker.skipWaiting();
});

// ——— a request ———

async function answer(request: Request): Promise<Response> {
  const path = pathAskedFor(request);
  if (path === undefined) return refuse(403, "This request is not one for a file of Perfuse.");
  try {
    const file = await find(path);
    return file ? withPolicy(file) : refuse(404, "Perfuse has no such page.");
  } catch {
    if (request.mode !== "navigate") return refuse(503, `${path} could not be had.`);
    // The page itself is gone: the browser dropped what was kept, and the host has another release.
    await worker.registration.unregister();
    return refuse(503, "What was kept of Perfuse is gone. Reload to fetch it again.");
  }
}

/**
 * A page may be opened with switches after a question mark, which go nowhere. Any other request
 * with a query, and any that could carry a body, could also carry data.
 */
function pathAskedFor({ method, mode, url }: Request): string | undefined {
  const [address = "", query] = (url.split("#", 1)[0] ?? "").split("?", 2);
  if (method !== "GET" || !address.startsWith(scope)) return undefined;
  if (query !== undefined && mode !== "navigate") return undefined;
  return address.slice(scope.length) || frontPage;
}

async function find(path: string): Promise<Response | undefined> {
  const kept = await (await caches.open(ourCache)).match(scope + path);
  if (kept) void tell("kept");
  if (kept ?? Object.hasOwn(files, path)) return kept ?? download(path);
  // A page of the release before asks for a file that this one does not have.
  const older = path === frontPage ? undefined : await caches.match(scope + path);
  if (older) void tell("kept");
  return older;
}

function withPolicy({ body, status, headers }: Response): Response {
  const type = headers.get("Content-Type") ?? "application/octet-stream";
  return new Response(body, { status, headers: { "Content-Type": type, ...policy } });
}

function refuse(status: number, sentence: string): Response {
  void tell("refused");
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return withPolicy(new Response(sentence, { status, headers }));
}

// ——— a release ———

async function keepRelease(): Promise<void> {
  const kept = await Promise.allSettled(Object.keys(files).map(keep));
  const failed = kept.find(({ status }) => status === "rejected");
  if (!failed) return;
  await caches.delete(ourCache);
  throw new Error("The release could not be kept.", { cause: failed });
}

/** Most files of a new release are those of the one before. */
async function keep(path: string): Promise<void> {
  const known = await caches.match(scope + path);
  const isSame = known && (await sha256(await known.clone().arrayBuffer())) === files[path];
  await (isSame ? store(path, known) : download(path));
}

/** @throws where the host does not answer, or with something that is not the file of this release */
async function download(path: string): Promise<Response> {
  // some hosts send "index.html" on to the folder
  const address = path === frontPage ? scope : scope + path;
  void tell("sent", address.length);
  const response = await fetch(address, { cache: "no-cache", redirect: "error" });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await sha256(bytes)) !== files[path])
    throw new TypeError(`${path} at the host is not the file of this release.`);
  const type = response.headers.get("Content-Type") ?? "application/octet-stream";
  return store(path, new Response(bytes, { headers: { "Content-Type": type } }));
}

async function store(path: string, file: Response): Promise<Response> {
  const copy = file.clone();
  await (await caches.open(ourCache)).put(scope + path, copy);
  return file;
}

/** All but the last before this one, whose pages may still be open. Caches are named in their order. */
async function forgetOldReleases(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(ourCaches));
  const older = others.filter((name) => name !== ourCache).slice(0, -1);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Each page counts for itself: this worker is ended and started as the browser likes. */
async function tell(outcome: RequestNote["outcome"], bytes = 0): Promise<void> {
  const note: RequestNote = { perfuse: "request", outcome, bytes };
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const page of pages) if (page.url.startsWith(scope)) page.postMessage(note);
}
