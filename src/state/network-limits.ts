/**
 * What the policy does not stop, stated: every way that was found open belongs to one of these
 * (`tests/e2e/network-attempts.spec.ts`), and the privacy page prints them.
 */
import type { AttemptRow, Delivery } from "./network-attempts";

export interface NetworkLimit {
  readonly id: string;
  readonly text: string;
  readonly covers: (row: AttemptRow, delivery: Delivery) => boolean;
}

const outsideRequests = [
  "WebRTC (STUN)",
  "preconnect",
  "dns-prefetch",
  "navigation",
  "window.open",
  "form",
  "iframe",
];

export const networkLimits: readonly NetworkLimit[] = [
  {
    id: "host-without-headers",
    text: "On a first visit to a host that sends none of our headers, workers are bound by no policy. That ends with the reload that seals the page, and nothing personal is asked for before it.",
    covers: ({ from }, delivery) => delivery === "no headers, first visit" && from === "worker",
  },
  {
    id: "service-worker-itself",
    text: "On such a host the service worker itself is bound by no policy, first visit or not. It is short enough to be read line by line, and the only request in it is for a file of the release, from the host.",
    covers: ({ from }, delivery) => delivery.startsWith("no headers") && from === "service worker",
  },
  {
    id: "no-allowlist",
    text: "No content security policy covers calls between browsers (WebRTC), connecting ahead of time (preconnect), looking a name up (dns-prefetch), or leaving for another address. Connection-Allowlist does, where a browser heeds it; Chromium 150 does so only when it is told to, and other browsers do not know it. Elsewhere these ways stay open to code of the page itself, and a check of the source refuses any code that uses them.",
    covers: ({ kind, from }, delivery) =>
      from === "page" && outsideRequests.includes(kind) && !delivery.endsWith("allowlist"),
  },
  {
    id: "connects-before-it-stops",
    text: "Even where Connection-Allowlist is heeded, Chromium may connect to the address of a page that is to be opened before it refuses to open it. Nothing is sent over that connection; the host learns that somebody connected.",
    covers: ({ kind, from, found }, delivery) =>
      from === "page" &&
      outsideRequests.includes(kind) &&
      delivery.endsWith("allowlist") &&
      found[delivery] === "connected",
  },
];

export function limitOf(row: AttemptRow, delivery: Delivery): NetworkLimit | undefined {
  return networkLimits.find((limit) => limit.covers(row, delivery));
}
