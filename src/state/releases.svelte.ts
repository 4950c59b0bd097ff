/**
 * Whether a newer Perfuse is ready. It waits beside the one on the page until the person reloads
 * for it; nothing here reloads a page by itself.
 */
import { takeOver } from "../offline/messages";

export class Releases {
  #registration: ServiceWorkerRegistration | undefined;
  #waiting = $state.raw<ServiceWorker | undefined>();
  /** Another tab agreed to the newer one; this tab goes on with the files it has. */
  #isReplaced = $state(false);
  #isAgreed = false;
  readonly #reload: () => void;
  readonly #onNewer: () => void;

  /** @param onNewer  told once a newer one is ready */
  constructor(reload: () => void, onNewer: () => void) {
    this.#reload = reload;
    this.#onNewer = onNewer;
  }

  get isNewerReady(): boolean {
    return this.#waiting !== undefined || this.#isReplaced;
  }

  watch(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
    this.#registration = registration;
    if (registration.waiting) this.#note(registration.waiting);
    const follow = () => this.#follow(registration);
    registration.addEventListener("updatefound", follow);
    follow();
    container.addEventListener("controllerchange", () => {
      if (this.#isAgreed) return;
      this.#isReplaced = true;
      this.#onNewer();
    });
  }

  /** Asks the host. @returns whether there was a way to ask */
  async look(): Promise<boolean> {
    try {
      await this.#registration?.update();
    } catch {
      // no network: there is nothing newer to be had
    }
    return this.#registration !== undefined;
  }

  /** The person agreed: the newer one takes over, and the page begins anew with it. */
  take(): void {
    this.#isAgreed = true;
    const newer = this.#waiting;
    if (!newer || this.#isReplaced) return this.#reload();
    newer.addEventListener("statechange", () => {
      if (newer.state === "activated") this.#reload();
    });
    newer.postMessage(takeOver);
  }

  // ——— the parts ———

  #follow({ active, installing }: ServiceWorkerRegistration): void {
    // the first of all is not newer than anything
    if (!active) return;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") this.#note(installing);
      // a still newer one took its place
      if (installing.state === "redundant" && this.#waiting === installing)
        this.#waiting = undefined;
    });
  }

  #note(newer: ServiceWorker): void {
    this.#waiting = newer;
    this.#onNewer();
  }
}
