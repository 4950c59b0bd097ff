/**
 * Addresses that the browser may load code from, under its Trusted Types policy `app`: the
 * workers that we ship, and nothing else.
 */
import { isWorkerReport, type WorkerReport } from "../engine/requests";
// oxlint-disable-next-line import/default -- Vite makes the address
import engineAddress from "../engine/engine.worker?worker&url";
// oxlint-disable-next-line import/default -- the same
import peopleAddress from "../engine/people/people.worker?worker&url";
// oxlint-disable-next-line import/default -- the same
import twinAddress from "../engine/twin/twin.worker?worker&url";
// oxlint-disable-next-line import/default -- the same
import importAddress from "../interop/health/import.worker?worker&url";
// oxlint-disable-next-line import/default -- the same
import cryptoAddress from "../storage/crypto/crypto.worker?worker&url";

/** Beside the page, because a service worker answers for its own folder and what is below. */
export const serviceWorkerAddress = "./service-worker.js";

const known: ReadonlySet<string> = new Set([
  engineAddress,
  peopleAddress,
  twinAddress,
  importAddress,
  cryptoAddress,
  serviceWorkerAddress,
]);

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

const policy = policyFor((address) => {
  if (!known.has(address)) throw new TypeError(`${address} is no script of Perfuse`);
  return address;
});

export function createEngineWorker(): Worker {
  return workerAt(engineAddress, "perfuse-engine");
}

export function createPeopleWorker(): Worker {
  return workerAt(peopleAddress, "perfuse-people");
}

export function createTwinWorker(): Worker {
  return workerAt(twinAddress, "perfuse-twin");
}

/** Lives for one piece of the vault's cryptography. */
export function createCryptoWorker(): Worker {
  return workerAt(cryptoAddress, "perfuse-crypto");
}

/** Reads one file of health data, and is closed. */
export function createImportWorker(): Worker {
  return workerAt(importAddress, "perfuse-import");
}

/** Past the browser's cache, or a newer release would go unnoticed for as long as a host says. */
export function registerServiceWorker(): Promise<ServiceWorkerRegistration> {
  const address = trusted(serviceWorkerAddress);
  return navigator.serviceWorker.register(address, { updateViaCache: "none" });
}

let hear: (report: WorkerReport) => void = () => {};

/** What every worker tells of itself from now on. */
export function hearWorkers(listener: (report: WorkerReport) => void): void {
  hear = listener;
}

function workerAt(shipped: string, name: string): Worker {
  const worker = new Worker(trusted(shipped), { type: "module", name });
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isWorkerReport(data)) hear(data);
  });
  return worker;
}

/** The browser wants its own kind of object, which TypeScript takes for a string. */
const trusted = (shipped: string) => (policy?.createScriptURL(shipped) ?? shipped) as string;

/** Undefined where the browser knows no Trusted Types. */
function policyFor(createScriptURL: (address: string) => string): ScriptPolicy | undefined {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types?.createPolicy("app", { createScriptURL });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): ScriptPolicy;
}
