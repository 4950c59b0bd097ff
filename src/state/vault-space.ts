/** What the room that a browser leaves, and its ways, mean for a person. */
export { scarceBytes } from "../storage/vault/space";

/**
 * WebKit clears what scripts keep when a page was not visited for seven days, unless it was
 * installed: webkit.org/blog/10218. It does not say so itself, so it is known by its maker.
 */
export function clearsAfterAWeek(): boolean {
  return navigator.vendor.startsWith("Apple") && !matchMedia("(display-mode: standalone)").matches;
}
