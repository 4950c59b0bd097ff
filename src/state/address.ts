/**
 * The page's address: which view, and a study that came with it.
 *
 * `#/` is the Body view, `#/people` many people, `#/interactions` what drugs do to each other,
 * `#/twin` one person and what was measured of them, `#/evidence` what the models are held against,
 * and `#/evidence/midazolam` that of one drug;
 * `#/drug` makes a drug of one's own, and `#/drug/midazolam` changes one or a copy of it;
 * `#/about` says what is sent, what is kept and what this is not. `?s=v1.…`
 * opens a view with a study, and so does a bare `#v1.…`. The part after `#` never leaves the browser.
 */
import { encodeStudy, longestLink } from "../interop/share-link";
import { isOfMany } from "../interop/study-file";
import type { Study, StudyOfMany } from "../pharmacology/study";

export type Route =
  | { readonly kind: "body"; readonly shared?: string }
  | { readonly kind: "people"; readonly shared?: string }
  | { readonly kind: "interactions" | "twin" | "about"; readonly shared?: string }
  | { readonly kind: "evidence" | "drug"; readonly shared?: string; readonly drug?: string }
  | { readonly kind: "unknown"; readonly path: string };

export type View = "body" | "people" | "interactions" | "twin" | "evidence" | "drug" | "about";

const views: Readonly<Record<string, View | undefined>> = {
  "": "body",
  "/": "body",
  "/people": "people",
  "/interactions": "interactions",
  "/twin": "twin",
  "/evidence": "evidence",
  "/drug": "drug",
  "/about": "about",
};

export function parseAddress(hash: string): Route {
  const text = hash.replace(/^#/, "");
  if (/^v\d+\./.test(text)) return { kind: "body", shared: text };
  const [path = "", query = ""] = text.split("?", 2);
  const [, of, drug] = /^\/(evidence|drug)\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (drug !== undefined) return { kind: of === "drug" ? "drug" : "evidence", drug };
  const kind = views[path];
  if (!kind) return { kind: "unknown", path };
  const shared = new URLSearchParams(query).get("s");
  return shared === null ? { kind } : { kind, shared };
}

export function addressOf(view: View): string {
  return `#/${pathOf(view)}`;
}

/** Where a drug of one's own, or a copy of a shipped one, is changed. */
export function drugAddress(id: string): string {
  return `${addressOf("drug")}/${id}`;
}

/** After `#/`: what a link has to begin with stands where the link is written. */
export function pathOf(view: View): string {
  return view === "body" ? "" : view;
}

export async function shareAddress(study: Study | StudyOfMany, page: string): Promise<string> {
  const { origin, pathname } = new URL(page);
  const route = addressOf(isOfMany(study) ? "people" : "body");
  return `${origin}${pathname}${route}?s=${await encodeStudy(study)}`;
}

export { decodeStudy, personalFields } from "../interop/share-link";

/** Whether mails and chats may break it. */
export function linkIsLong(address: string): boolean {
  return address.length > longestLink;
}

/** Whether an address means nothing on another machine. */
export function isLocalOnly(page: string): boolean {
  const { protocol, hostname } = new URL(page);
  return (
    protocol === "file:" ||
    /^(localhost|127\.|\[::1\]|0\.0\.0\.0|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(hostname)
  );
}

/** Switches in the address, for tests and for the curious. */
export interface Switches {
  /** `?gpu=any`: software adapters pass. */
  readonly allowSoftwareGpu: boolean;
  /** `?cpu=tape`: no WebAssembly. */
  readonly forceTape: boolean;
  /** `?body=flat`: the 2-D body. */
  readonly flatBody: boolean;
}

export function parseSwitches(search: string): Switches {
  const query = new URLSearchParams(search);
  return {
    allowSoftwareGpu: query.get("gpu") === "any",
    forceTape: query.get("cpu") === "tape",
    flatBody: query.get("body") === "flat",
  };
}
