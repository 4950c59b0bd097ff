/**
 * Addresses that the browser may load code from, under its Trusted Types policy `app`: the
 * workers that we ship, and nothing else.
 */
// oxlint-disable-next-line import/default -- Vite makes the address
import engineAddress from "../engine/engine.worker?worker&url";
// oxlint-disable-next-line import/default -- the same
import peopleAddress from "../engine/people/people.worker?worker&url";

const known: ReadonlySet<string> = new Set([engineAddress, peopleAddress]);

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

function workerAt(shipped: string, name: string): Worker {
  const address = policy?.createScriptURL(shipped) ?? shipped;
  return new Worker(address as string, { type: "module", name });
}

/** Undefined where the browser knows no Trusted Types. */
function policyFor(createScriptURL: (address: string) => string): ScriptPolicy | undefined {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types?.createPolicy("app", { createScriptURL });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): ScriptPolicy;
}
