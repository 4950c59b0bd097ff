/**
 * What was found when every way to send something elsewhere was tried in a real browser.
 *
 * The findings are written by `tests/e2e/network-attempts.spec.ts`, which also holds what it finds
 * at every run against them; a way counts only if a page without any policy has it.
 */
import found from "./network-attempts.json" with { type: "json" };

/**
 * How the page came: from which host, whether its service worker was there already, and whether the
 * browser heeds Connection-Allowlist, which Chromium 150 does only when it is told to.
 */
export const deliveries = [
  "our headers, first visit",
  "our headers, sealed",
  "our headers, sealed, allowlist",
  "no headers, first visit",
  "no headers, sealed",
  "no headers, sealed, allowlist",
] as const;

export type Delivery = (typeof deliveries)[number];

/** From best to worst. Connected: the host was looked up or connected to, and nothing was sent. */
export const outcomes = ["blocked", "connected", "sent"] as const;
export type Outcome = (typeof outcomes)[number];

export interface AttemptRow {
  readonly kind: string;
  /** "page", "worker", "blob worker", "service worker" */
  readonly from: string;
  readonly found: Readonly<Record<Delivery, Outcome>>;
}

export const attempts = found as { readonly browser: string; readonly rows: readonly AttemptRow[] };
