/**
 * All that concerns the network: what was sent, whether the page is sealed, whether a newer Perfuse
 * is ready. Wires them to the browser; each decides for itself.
 */
import { observeRequests, type WorkerReport } from "../engine/requests";
import { isRequestNote } from "../offline/messages";
import type { Notices } from "./notices.svelte";
import { Releases } from "./releases.svelte";
import { Sealing } from "./sealing.svelte";
import { Traffic } from "./traffic.svelte";

export interface NetworkOptions {
  readonly notices: Notices;
  /** Address and registration of the service worker; undefined in development. */
  readonly serviceWorker: Shipped | undefined;
}

interface Shipped {
  readonly address: string;
  readonly register: () => Promise<ServiceWorkerRegistration>;
}

const words = {
  newer: "A newer Perfuse is ready. This tab goes on with the one it has until it is reloaded.",
  reload: "Reload",
};

/** The first picture and the body come first: so long must nothing else have been asked for. */
const quietMs = 2000;
/** A page that stays open looks for a newer release when it is looked at again, so often at most. */
const lookAgainMs = 3_600_000;

export class Network {
  readonly traffic = new Traffic();
  readonly sealing: Sealing;
  readonly releases: Releases;
  readonly #notices: Notices;
  readonly #address: string | undefined;
  readonly #container: ServiceWorkerContainer | undefined;
  #lookedAt = performance.now();

  constructor({ notices, serviceWorker }: NetworkOptions) {
    // absent on pages that came over plain http, whatever the types say
    const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    this.#notices = notices;
    this.#container = container;
    this.#address = serviceWorker && addressHere(serviceWorker.address);
    this.releases = new Releases(
      () => location.reload(),
      () => this.#tellOfNewer(),
    );
    this.sealing = new Sealing({
      register: container && serviceWorker && (() => this.#register(container, serviceWorker)),
      isControlled: () => Boolean(container?.controller),
      isIsolated: () => crossOriginIsolated,
      reload: () => location.reload(),
      memory: storageOfTab(),
    });
  }

  /** Listens from now on; the service worker is registered once the page has all it asked for. */
  begin(): void {
    observeRequests((sent) => this.traffic.add(sent));
    this.#container?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isRequestNote(data)) this.traffic.note(data);
    });
    this.#container?.startMessages();
    document.addEventListener("visibilitychange", () => void this.#lookAgain());
    // a part of the page that did not arrive may belong to an older release than the host has
    addEventListener("vite:preloadError", () => void this.look());
    if (this.#container && this.#address) void this.#registerWhenQuiet();
  }

  hearWorker({ isIsolated, sent }: WorkerReport): void {
    this.sealing.hearWorker(isIsolated);
    this.traffic.add(sent);
  }

  /** Asks the host for a newer release, which is a request like any other. */
  async look(): Promise<void> {
    this.#lookedAt = performance.now();
    if (await this.releases.look()) this.#countLook();
  }

  // ——— the parts ———

  async #registerWhenQuiet(): Promise<void> {
    for (let seen = -1; seen !== this.#seen;) {
      seen = this.#seen;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
    // a refusal is the state of the seal, and shown there
    await this.sealing.register().catch(() => undefined);
  }

  get #seen(): number {
    return this.traffic.requests + this.traffic.kept;
  }

  async #register(
    container: ServiceWorkerContainer,
    { address, register }: Shipped,
  ): Promise<ServiceWorkerRegistration> {
    const known = await container.getRegistration();
    const isOurs = known?.active?.scriptURL === addressHere(address);
    if (!isOurs) this.#countLook();
    const registration = isOurs ? known : await register();
    this.releases.watch(registration, container);
    return registration;
  }

  async #lookAgain(): Promise<void> {
    const isDue = performance.now() - this.#lookedAt > lookAgainMs;
    if (isDue && document.visibilityState === "visible") await this.look();
  }

  /** The browser fetches the worker's script past every timing. */
  #countLook(): void {
    if (this.#address) this.traffic.add([{ to: "host", bytes: this.#address.length }]);
  }

  #tellOfNewer(): void {
    const action = { label: words.reload, run: () => this.releases.take() };
    this.#notices.tell(words.newer, { action });
  }
}

const addressHere = (address: string) => new URL(address, location.href).href;

/** Undefined where the browser keeps nothing: then a reload is tried each time it is asked for. */
function storageOfTab(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
