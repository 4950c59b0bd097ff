// @ts-check
/**
 * What a page of Perfuse may do, in one place: the server sends it, the build writes it into the
 * page, and whoever hosts the files elsewhere copies it from here.
 *
 * No script but our own files, no connection but to where the page came from. A policy in the
 * page alone does not hold: workers, WebRTC, preconnect and navigation go past it, which is why
 * every response carries the headers, and why Connection-Allowlist (Chromium only) is among them.
 * The service worker sends them too, so they hold on a host that sends none.
 */

/** @type {Readonly<Record<string, string>>} */
const directives = {
  "default-src": "'none'",
  // Models are compiled to WebAssembly; nothing is ever compiled from text to JavaScript.
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-src": "'none'",
  "object-src": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "svelte-trusted-html app",
};

/** @param {(name: string) => boolean} [keep] */
const policy = (keep = () => true) =>
  Object.entries(directives)
    .filter(([name]) => keep(name))
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

/** For `<meta>`, where browsers ignore `frame-ancestors` and complain of it. */
const metaPolicy = policy((name) => name !== "frame-ancestors");

/** On every response, errors included. @type {Readonly<Record<string, string>>} */
export const policyHeaders = {
  "Content-Security-Policy": policy(),
  "Connection-Allowlist": "(response-origin)",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * The same, from the service worker: it knows the address of the site, and may say it. 'self' lets
 * a page open a WebSocket to its own host, which no service worker sees; an address does not.
 *
 * @param {string} scope  "https://example.org/perfuse/"
 * @returns {Readonly<Record<string, string>>}
 */
export const policyHeadersAt = (scope) => ({
  ...policyHeaders,
  "Content-Security-Policy": policy().replace("connect-src 'self'", `connect-src ${scope}`),
});

/**
 * Vite plugin: the policy as the first element of `<head>` of every built page. Not in
 * development, where Vite's own client needs more than the policy allows.
 *
 * @returns {import("vite").Plugin}
 */
export function policyInPage() {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy}">`;
  return {
    name: "perfuse:policy-in-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace(/<head\b[^>]*>/, (head) => `${head}\n    ${meta}`),
    },
  };
}
