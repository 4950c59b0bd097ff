/**
 * Whether this page is sealed: the service worker answers every request of it, and the policy that
 * it adds is in force in the page and in a worker. Personal data are asked for only then.
 *
 * A view that wants to keep something personal does this, and nothing personal before:
 *
 *     const sealed = await app.network.sealing.seal();
 *     if (!sealed.ok) show(sealed.problems);          // "cannot": say why, and ask for leave
 *     else if (sealed.value === "reloading") return;  // the page begins anew, at the same address
 *
 * `state` and `reason` are for showing; they follow what the browser says. A policy is seen to be in
 * force by `crossOriginIsolated`, which only its headers can make true. That all of them came is
 * the service worker's work, and tested with it.
 */
import type { Outcome, Problem } from "../core/model/model";

export type SealState = "sealed" | "unsealed" | "cannot";

/** What of the browser decides; tests bring their own. */
export interface Surroundings {
  /** Registers the service worker; undefined where there can be none. */
  readonly register: (() => Promise<ServiceWorkerRegistration>) | undefined;
  /** Whether a service worker opened this page and answers its requests. */
  readonly isControlled: () => boolean;
  readonly isIsolated: () => boolean;
  readonly reload: () => void;
  /** Remembers across the reload that there was one. */
  readonly memory: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined;
}

const reloadKey = "perfuse-reloaded-to-seal";
/** For the worker to start and report; it has not begun to compute when it does. */
const patienceMs = 15_000;

export class Sealing {
  readonly #around: Surroundings;
  #workerIsIsolated = $state<boolean | undefined>();
  #failure = $state.raw<Problem | undefined>();
  #registering: Promise<ServiceWorkerRegistration> | undefined;
  #heard: () => void = () => {};
  readonly #workerReported = new Promise<void>((resolve) => (this.#heard = resolve));

  constructor(around: Surroundings) {
    this.#around = around;
    if (around.isControlled()) around.memory?.removeItem(reloadKey);
  }

  get state(): SealState {
    if (!this.reason) return "sealed";
    return this.reason.code in passing ? "unsealed" : "cannot";
  }

  /** Why it is not sealed; undefined if it is. */
  get reason(): Problem | undefined {
    const { register, isControlled, isIsolated } = this.#around;
    if (!register) return problem("no-service-worker");
    if (this.#failure) return this.#failure;
    if (!isControlled()) return problem(this.#hasReloaded() ? "not-controlled" : "first-visit");
    if (!isIsolated()) return problem("page-without-policy");
    if (this.#workerIsIsolated === undefined) return problem("worker-silent");
    return this.#workerIsIsolated ? undefined : problem("worker-without-policy");
  }

  /** A worker of the page tells whether the policy is in force in it. One that lacks it decides. */
  hearWorker(isIsolated: boolean): void {
    this.#workerIsIsolated = isIsolated && this.#workerIsIsolated !== false;
    this.#heard();
  }

  /** Registers the service worker, which then fetches the release for the next visit. */
  register(): Promise<ServiceWorkerRegistration> {
    this.#registering ??= this.#register();
    return this.#registering;
  }

  /** Reaches the sealed state, by one reload where that helps. */
  async seal(): Promise<Outcome<"sealed" | "reloading">> {
    const needsReload = this.reason?.code === "first-visit";
    if (needsReload) return this.#reload();
    if (this.reason?.code === "worker-silent") await this.#hearOrGiveUp();
    const { reason } = this;
    return reason ? { ok: false, problems: [reason] } : { ok: true, value: "sealed" };
  }

  // ——— the parts ———

  async #register(): Promise<ServiceWorkerRegistration> {
    const { register } = this.#around;
    if (!register) throw new Error("there is no service worker to register");
    try {
      return await register();
    } catch (error) {
      this.#failure = problem("not-registered", error instanceof Error ? error.message : "");
      throw error;
    }
  }

  async #reload(): Promise<Outcome<"reloading">> {
    try {
      if (!(await isInstalled(await this.register()))) this.#failure = problem("not-installed");
    } catch {
      // what went wrong is the failure that registering left
    }
    if (this.#failure) return { ok: false, problems: [this.#failure] };
    this.#around.memory?.setItem(reloadKey, "1");
    this.#around.reload();
    return { ok: true, value: "reloading" };
  }

  #hasReloaded(): boolean {
    return this.#around.memory?.getItem(reloadKey) === "1";
  }

  async #hearOrGiveUp(): Promise<void> {
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
    await Promise.race([this.#workerReported, patience]);
  }
}

/** Waits until a first service worker has fetched the release. */
async function isInstalled({
  active,
  waiting,
  installing,
}: ServiceWorkerRegistration): Promise<boolean> {
  if (active ?? waiting) return true;
  if (!installing) return false;
  return new Promise((resolve) => {
    const look = () => {
      if (installing.state === "activated") resolve(true);
      if (installing.state === "redundant") resolve(false);
    };
    installing.addEventListener("statechange", look);
    look();
  });
}

/** What a reload, or a moment, changes. */
const passing = {
  "first-visit":
    "On a first visit the page comes over the network. Its files are being kept in this browser, and a reload seals it.",
  "worker-silent":
    "The worker that computes has not yet told whether the policy is in force in it.",
};

const lasting = {
  "no-service-worker":
    "This browser offers no service worker here, as in some private windows, or the page was not opened over https.",
  "not-registered": "The browser refused the service worker.",
  "not-installed":
    "The files of this release could not all be fetched, or one of them is not what the release says.",
  "not-controlled":
    "The browser opened the page without its service worker, although the page was reloaded for it.",
  "page-without-policy": "This browser did not put the policy in force in the page.",
  "worker-without-policy": "This browser did not put the policy in force in a worker.",
};

const messages: Readonly<Record<string, string>> = { ...passing, ...lasting };

const problem = (code: keyof typeof passing | keyof typeof lasting, detail = ""): Problem => ({
  code,
  subject: "",
  message: `${messages[code]}${detail && ` (${detail})`}`,
});
