// @ts-check
/**
 * Where the server listens: a port that was asked for, or the usual one, or the next free one.
 *
 * "localhost" is 127.0.0.1 to one program and ::1 to another, so both are served, on one port;
 * a machine without one of them is served on the other.
 */
import { createServer } from "node:http";

const usualPort = 4173;
const portsTried = 200;
const loopback = ["127.0.0.1", "::1"];

/** @typedef {import("node:http").Server} Server */
/**
 * @typedef {object} Listener
 * @property {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} answer
 * @property {(error: NodeJS.ErrnoException, socket: import("node:stream").Duplex) => void} refuse
 *   answers what Node's parser does not accept
 * @property {string} host
 * @property {number | undefined} port  undefined: the usual one or the next free; 0: any
 */

/**
 * @param {Listener} listener
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function listen(listener) {
  const servers = await openPort(listener);
  return {
    port: portOf(servers),
    close: async () => void (await Promise.all(servers.map(closed))),
  };
}

/** @param {unknown} error */
export const isTaken = (error) => ["EADDRINUSE", "EACCES"].includes(codeOf(error));

/** @param {Listener} listener */
async function openPort(listener) {
  if (listener.port !== undefined) return openHost(listener, listener.port);
  for (let port = usualPort; ; port += 1) {
    try {
      return await openHost(listener, port);
    } catch (error) {
      if (!isTaken(error) || port === usualPort + portsTried) throw error;
    }
  }
}

/** @param {Listener} listener @param {number} port */
async function openHost(listener, port) {
  /** @type {Server[]} */
  const servers = [];
  const isLocal = listener.host === "localhost";
  for (const address of isLocal ? loopback : [listener.host]) {
    try {
      servers.push(await open(listener, address, portOf(servers) || port));
    } catch (error) {
      if (isLocal && isAbsent(error)) continue;
      await Promise.all(servers.map(closed));
      throw error;
    }
  }
  if (servers.length === 0) throw new Error("This machine has no address for localhost.");
  return servers;
}

/**
 * @param {Listener} listener
 * @param {string} address
 * @param {number} port
 * @returns {Promise<Server>}
 */
function open({ answer, refuse }, address, port) {
  // Node's own answers to a request without Host, and to Expect, would lack our headers.
  const server = createServer({ requireHostHeader: false }, answer);
  server.on("clientError", refuse);
  server.on("checkExpectation", answer);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => resolve(server));
  });
}

/** @param {Server[]} servers @returns {number} 0 when there is none */
function portOf([server]) {
  const address = server?.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/** @param {Server} server @returns {Promise<void>} */
const closed = (server) =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? "";

/** @param {unknown} error */
const isAbsent = (error) => ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(codeOf(error));
