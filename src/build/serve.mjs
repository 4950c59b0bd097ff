// @ts-check
/**
 * The server of `npm start`: hands out a built site on this machine only, with the headers of
 * `policy.mjs` on every response and packed as the browser likes it.
 *
 * Files only, GET and HEAD only. What a hostile request can reach is what `site.mjs` has read.
 */
import { STATUS_CODES } from "node:http";
import { listen } from "./listen.mjs";
import { policyHeaders } from "./policy.mjs";
import { readSite } from "./site.mjs";

/** @typedef {import("./site.mjs").SiteFile} SiteFile */
/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/**
 * @param {object} options
 * @param {string} options.root  folder of the built site
 * @param {number | undefined} [options.port]  this one or an error; without it the usual one or the next free
 * @param {string} [options.host]  "localhost" is both addresses a browser may mean by it
 * @param {string} [options.under]  path before every address, to try a site under a sub-path
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws an error with code EADDRINUSE when the port asked for is taken
 */
export async function serve({ root, port, host = "localhost", under = "/" }) {
  const site = readSite(root);
  const answer = (/** @type {Request} */ request, /** @type {Response} */ response) =>
    void respond(site, under, request, response);
  const listening = await listen({ answer, refuse, host, port });
  return { ...listening, url: `http://${host}:${listening.port}${under}` };
}

// ——— a request ———

/**
 * @param {Map<string, SiteFile>} site
 * @param {string} under
 * @param {Request} request
 * @param {Response} response
 */
async function respond(site, under, request, response) {
  try {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return sendPage(request, response, 405);
    }
    const file = site.get(addressOf(request.url ?? "/", under) ?? "");
    if (!file) return sendPage(request, response, 404);
    await sendFile(request, response, file);
  } catch {
    if (response.headersSent) response.destroy();
    else sendPage(request, response, 500);
  }
}

/**
 * @param {string} url  as sent: a path with perhaps a query, in whatever state
 * @param {string} under
 * @returns {string | undefined}
 */
function addressOf(url, under) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "");
    return path.startsWith(under) ? path.slice(under.length - 1) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {SiteFile} file
 */
async function sendFile(request, response, file) {
  const packing = file.mayBePacked ? packingFor(request.headers["accept-encoding"]) : undefined;
  const tag = `"${file.tag}${packing ? `-${packing}` : ""}"`;
  response.setHeader("ETag", tag);
  response.setHeader(
    "Cache-Control",
    file.isHashed ? "public, max-age=31536000, immutable" : "no-cache",
  );
  if (file.mayBePacked) response.setHeader("Vary", "Accept-Encoding");
  if (isKnown(request.headers["if-none-match"], tag)) return send(request, response, 304);
  if (packing) response.setHeader("Content-Encoding", packing);
  response.setHeader("Content-Type", file.type);
  send(request, response, 200, packing ? await file.packed(packing) : file.content);
}

/**
 * @param {string | undefined} known  If-None-Match: a list of tags, or a star
 * @param {string} tag
 */
const isKnown = (known, tag) =>
  known !== undefined &&
  known.split(",").some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));

/**
 * @param {string | string[] | undefined} accepted  Accept-Encoding, for instance "gzip, br;q=0.5"
 * @returns {import("./site.mjs").Packing | undefined}
 */
export function packingFor(accepted = "") {
  const weights = new Map(String(accepted).split(",").map(weightOf));
  const weight = (/** @type {string} */ name) => weights.get(name) ?? weights.get("*") ?? 0;
  if (weight("br") > 0 && weight("br") >= weight("gzip")) return "br";
  return weight("gzip") > 0 ? "gzip" : undefined;
}

/** @param {string} part @returns {[string, number]} */
function weightOf(part) {
  const [name = "", ...settings] = part.split(";").map((text) => text.trim().toLowerCase());
  const q = settings.find((setting) => setting.startsWith("q="));
  return [name, q ? Number(q.slice(2)) || 0 : 1];
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {number} status
 */
function sendPage(request, response, status) {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  // What may still be arriving is not waited for.
  if (status === 405) response.setHeader("Connection", "close");
  send(request, response, status, Buffer.from(plainPage(status)));
}

/** @param {number} status */
const plainPage = (status) => `<!doctype html>
<html lang="en">
<title>${status} ${STATUS_CODES[status]}</title>
<h1>${STATUS_CODES[status]}</h1>
<p>Perfuse has no page at this address. It starts at its front page.</p>
</html>
`;

/**
 * @param {Request} request
 * @param {Response} response
 * @param {number} status
 * @param {Buffer} [content]
 */
function send(request, response, status, content) {
  for (const [name, value] of Object.entries(policyHeaders)) response.setHeader(name, value);
  if (content) response.setHeader("Content-Length", content.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : content);
}

/**
 * What Node's parser refused never reaches `respond`: its answer is written by hand.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {import("node:stream").Duplex} socket
 */
function refuse(error, socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
  const status = refusals[error.code ?? ""] ?? 400;
  const headers = { ...policyHeaders, "Content-Length": "0", Connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`);
}

const refusals = /** @type {Record<string, number>} */ ({
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
});
