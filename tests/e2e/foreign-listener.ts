/**
 * Somebody else's machine, as far as a page can tell: a port of this one, by another name. Whoever
 * connects to it, or sends it a single packet, is heard.
 */
import { createSocket } from "node:dgram";
import { createServer, type AddressInfo } from "node:net";
import type { Outcome } from "../../src/state/network-attempts";

export interface Listener {
  readonly port: number;
  heard(): Outcome;
  close(): void;
}

const address = "127.0.0.1";

export async function listen(): Promise<Listener> {
  let heard: Outcome = "blocked";
  const tcp = createServer((socket) => {
    if (heard === "blocked") heard = "connected";
    socket.on("error", () => {});
    socket.on("data", () => {
      heard = "sent";
      socket.end("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n");
    });
  });
  await new Promise<void>((done) => tcp.listen(0, address, done));
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket("udp4", () => (heard = "sent"));
  await new Promise<void>((done, fail) => udp.once("error", fail).bind(port, address, done));
  return { port, heard: () => heard, close: () => void (tcp.close(), udp.close()) };
}
