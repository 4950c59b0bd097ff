/**
 * How much has been sent since this page opened: counted from what the browser, the workers and the
 * service worker report, never assumed.
 *
 * Counted are the addresses of requests, so the number is a lower bound; what the page cannot see
 * is listed on the privacy page.
 */
import type { SentRequest } from "../engine/requests";
import type { RequestNote } from "../offline/messages";

export class Traffic {
  #requests = $state(0);
  #bytes = $state(0);
  #elsewhere = $state(0);
  #kept = $state(0);
  #refused = $state(0);

  /** Requests that left this machine, or may have. */
  get requests(): number {
    return this.#requests;
  }

  /** Bytes of their addresses. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Those of them that were addressed to another host; the policy should have stopped each. */
  get elsewhere(): number {
    return this.#elsewhere;
  }

  /** Requests of all open pages that were answered from what is kept in this browser. */
  get kept(): number {
    return this.#kept;
  }

  /** Requests of all open pages that the service worker refused. */
  get refused(): number {
    return this.#refused;
  }

  /** From the browser's timing, of the page or of a worker, or of our own knowledge. */
  add(sent: readonly SentRequest[]): void {
    for (const { to, bytes } of sent) {
      this.#requests += 1;
      this.#bytes += bytes;
      if (to === "elsewhere") this.#elsewhere += 1;
    }
  }

  /** From the service worker, which tells every open page. */
  note({ outcome, bytes }: RequestNote): void {
    if (outcome === "kept") this.#kept += 1;
    else if (outcome === "refused") this.#refused += 1;
    else this.add([{ to: "host", bytes }]);
  }
}
