/**
 * A host that sends no headers of ours, as many do: the built files and their types, nothing else.
 * It tells what it was asked for, can be cut off, and can be given another release.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { readSite } from "../../src/build/site.mjs";

export interface BareHost {
  readonly url: string;
  /** Method and address of every request, and of every attempt to upgrade one. */
  readonly asked: string[];
  /** From now on another release is here, and nothing of the one before. */
  publish(folder: string): void;
  /** From now on nobody answers. */
  cut(): Promise<void>;
}

export async function bareHost(folder: string, under = "/"): Promise<BareHost> {
  let site = readSite(folder);
  const asked: string[] = [];
  const note = ({ method, url }: IncomingMessage) => asked.push(`${method} ${url}`);
  const server = createServer((request, response) => {
    note(request);
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const file = path.startsWith(under) ? site.get(path.slice(under.length - 1)) : undefined;
    response.writeHead(file ? 200 : 404, { "Content-Type": file?.type ?? "text/plain" });
    response.end(file?.content ?? "nothing here");
  });
  server.on("upgrade", (request, socket) => {
    note(request);
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${under}`,
    asked,
    publish: (other) => (site = readSite(other)),
    cut: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
