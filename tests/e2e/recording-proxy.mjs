// @ts-check
/**
 * A proxy that lets nothing through and remembers who was asked for: all browsers of the end-to-end
 * tests are sent to it for every address that is not this machine's.
 *
 * Prints where it listens. `GET /asked` on it answers with what it was asked for, as JSON.
 */
import { createServer } from "node:http";

/** @type {string[]} */
const asked = [];

const server = createServer((request, response) => {
  if (request.url === "/asked") return void response.end(JSON.stringify(asked));
  asked.push(`${request.method} ${request.url}`);
  response.writeHead(502).end();
});
for (const event of ["connect", "upgrade"])
  server.on(event, (request, socket) => {
    asked.push(`${request.method} ${request.url}`);
    // who is refused may hang up at once
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
server.on("clientError", (_error, socket) => socket.destroy());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`http://127.0.0.1:${address?.port}/ records.`);
});
