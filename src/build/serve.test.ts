/** The server against browsers, caches and people who mean harm. Raw sockets where fetch is too polite. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyHeaders } from "./policy.mjs";
import { packingFor, serve } from "./serve.mjs";

const script = `export const words = "${"perfuse ".repeat(500)}";`;
let root = "";
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "perfuse-site-"));
  const folder = join(root, "dist");
  mkdirSync(join(folder, "assets"), { recursive: true });
  mkdirSync(join(folder, "embed"));
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Home</title>");
  writeFileSync(join(folder, "embed/index.html"), "<!doctype html><title>Embed</title>");
  writeFileSync(join(folder, "assets/app-B1x_Cd-9.js"), script);
  writeFileSync(join(folder, "shader.wgsl"), "fn main() {}");
  writeFileSync(join(folder, "model.wasm"), "\0asm");
  writeFileSync(join(folder, "app.webmanifest"), "{}");
  writeFileSync(join(folder, "body.bin"), Buffer.alloc(4096));
  writeFileSync(join(folder, "picture.png"), Buffer.alloc(4096));
  site = await serve({ root: folder, port: 0 });
});

afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true, force: true });
});

/** Sends the text as it is; the answer's head and body. */
function raw(text: string): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(site.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (part) => (answer += part));
    socket.on("error", (error) => (answer ? undefined : reject(error)));
    socket.on("close", () => {
      const [head = "", body = ""] = answer.split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1]), head, body });
    });
  });
}

const request = (line: string, ...headers: string[]) =>
  raw([line, "Host: localhost", "Connection: close", ...headers, "", ""].join("\r\n"));

function expectPolicy(head: string): void {
  for (const [name, value] of Object.entries(policyHeaders)) {
    expect(head.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
  }
}

describe("the policy is on every response", () => {
  test.each([
    ["a page", 200, "GET / HTTP/1.1"],
    ["a file", 200, "GET /assets/app-B1x_Cd-9.js HTTP/1.1"],
    ["the head of a file", 200, "HEAD /body.bin HTTP/1.1"],
    ["a missing file", 404, "GET /nothing HTTP/1.1"],
    ["a method that changes things", 405, "POST / HTTP/1.1"],
    ["a question about methods", 405, "OPTIONS * HTTP/1.1"],
    ["a malformed escape", 404, "GET /%E0%A4%A HTTP/1.1"],
    ["an address of somebody else", 404, "GET http://example.org/ HTTP/1.1"],
    ["an unknown method", 400, "FROBNICATE / HTTP/1.1"],
    ["no HTTP at all", 400, "\u0001\u0002\u0003"],
  ])("%s (%i)", async (_what, status, line) => {
    const { head, status: answered } = await request(line);
    expect(answered).toBe(status);
    expectPolicy(head);
  });

  test("a page that is already known (304)", async () => {
    const tag = (await fetch(site.url)).headers.get("etag") ?? "";
    const { status, head, body } = await request("GET / HTTP/1.1", `If-None-Match: ${tag}`);
    expect([status, body]).toEqual([304, ""]);
    expectPolicy(head);
  });

  test("huge headers (431)", async () => {
    const { status, head } = await request("GET / HTTP/1.1", `X: ${"x".repeat(100_000)}`);
    expect(status).toBe(431);
    expectPolicy(head);
  });

  test("a request without a host, and one that expects something", async () => {
    for (const text of ["GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\nExpect: magic\r\n"]) {
      const { status, head } = await raw(`${text}Connection: close\r\n\r\n`);
      expect(status).toBe(200);
      expectPolicy(head);
    }
  });
});

describe("what is sent", () => {
  test.each([
    ["", "text/html; charset=utf-8"],
    ["embed/", "text/html; charset=utf-8"],
    ["assets/app-B1x_Cd-9.js", "text/javascript; charset=utf-8"],
    ["shader.wgsl", "text/wgsl; charset=utf-8"],
    ["model.wasm", "application/wasm"],
    ["app.webmanifest", "application/manifest+json; charset=utf-8"],
    ["body.bin", "application/octet-stream"],
    ["picture.png", "image/png"],
  ])("/%s is %s", async (path, type) => {
    const response = await fetch(site.url + path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  });

  test("a hashed name is kept for ever, a page is asked for again", async () => {
    const cached = async (path: string) =>
      (await fetch(site.url + path)).headers.get("cache-control");
    expect(await cached("assets/app-B1x_Cd-9.js")).toBe("public, max-age=31536000, immutable");
    expect(await cached("")).toBe("no-cache");
    expect(await cached("body.bin")).toBe("no-cache");
  });

  test("a query does not matter, a fragment neither", async () => {
    expect((await request("GET /?a=../b HTTP/1.1")).body).toContain("Home");
  });

  test("HEAD tells the length and sends nothing", async () => {
    const { head, body } = await request("HEAD /body.bin HTTP/1.1");
    expect(head).toContain("Content-Length: 4096");
    expect(body).toBe("");
  });

  test("a request to upgrade gets the page", async () => {
    const { status } = await request("GET / HTTP/1.1", "Upgrade: websocket");
    expect(status).toBe(200);
  });

  test("an error of the missing kind is a plain page", async () => {
    const response = await fetch(`${site.url}nothing/here`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("<h1>Not Found</h1>");
  });
});

describe("packing", () => {
  const packed = async (encodings: string, path = "assets/app-B1x_Cd-9.js") => {
    const answer = await request(`GET /${path} HTTP/1.1`, `Accept-Encoding: ${encodings}`);
    return { ...answer, bytes: Buffer.from(answer.body, "latin1") };
  };

  test("brotli is preferred, gzip taken, and both unpack to the file", async () => {
    const brotli = await packed("gzip, deflate, br, zstd");
    expect(brotli.head).toContain("Content-Encoding: br");
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    const gzip = await packed("gzip");
    expect(gzip.head).toContain("Content-Encoding: gzip");
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    expect(brotli.bytes.length).toBeLessThan(script.length / 10);
  });

  test("who accepts nothing gets the file as it is", async () => {
    const plain = await packed("identity");
    expect(plain.body).toBe(script);
    expect(plain.head).not.toContain("Content-Encoding");
    expect(plain.head).toContain("Vary: Accept-Encoding");
  });

  test("each form has its own tag, and is known by it", async () => {
    const tags = await Promise.all(
      ["br", "gzip", "identity"].map(async (encoding) => tagIn((await packed(encoding)).head)),
    );
    expect(new Set(tags).size).toBe(3);
    const known = ["Accept-Encoding: br", `If-None-Match: "x", W/${tags[0]}`];
    const again = await request("GET /assets/app-B1x_Cd-9.js HTTP/1.1", ...known);
    expect(again.status).toBe(304);
  });

  test("what is already packed is left alone", async () => {
    for (const path of ["body.bin", "picture.png"]) {
      expect((await packed("br, gzip", path)).head).not.toContain("Content-Encoding");
    }
  });

  test.each([
    ["gzip;q=1.0, br;q=0.1", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["*", "br"],
    ["*;q=0", undefined],
    ["br;q=nonsense", undefined],
    ["", undefined],
    [",;=,;;q=", undefined],
  ])("%s means %s", (accepted, packing) => expect(packingFor(accepted)).toBe(packing));
});

describe("nothing else can be reached", () => {
  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "/assets/../../secret.txt",
    "//secret.txt",
    "/....//secret.txt",
    "/index.html%00.png",
    "/%00",
    "/assets",
    "/assets/",
    "/.",
    "/constructor",
    "/__proto__",
    "/C:/secret.txt",
    "/index.html/",
    "/index.html/../../secret.txt",
    "../secret.txt",
    "secret.txt",
  ])("%s", async (path) => {
    const { status, body } = await request(`GET ${path} HTTP/1.1`);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain("secret");
  });

  test("the server lives on after all this", async () => {
    expect((await fetch(site.url)).status).toBe(200);
  });
});

describe("where it listens", () => {
  test("this machine only, by both its addresses", async () => {
    expect(site.url).toBe(`http://localhost:${site.port}/`);
    expect((await fetch(`http://127.0.0.1:${site.port}/`)).status).toBe(200);
  });

  test("a taken port that was asked for is an error", async () => {
    const options = { root: join(root, "dist"), port: site.port };
    await expect(serve(options)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("without one the next free port is taken", async () => {
    const holder = await hold(4173);
    const next = await serve({ root: join(root, "dist") });
    expect(next.port).toBeGreaterThan(4173);
    await next.close();
    holder?.close();
  });

  test("under a sub-path everything has its prefix", async () => {
    const below = await serve({ root: join(root, "dist"), port: 0, under: "/a/b/" });
    expect(below.url).toMatch(/\/a\/b\/$/);
    expect((await fetch(`${below.url}embed/`)).status).toBe(200);
    expect((await fetch(`http://localhost:${below.port}/`)).status).toBe(404);
    await below.close();
  });
});

const tagIn = (head: string) => /ETag: (.*)/.exec(head)?.[1];

/** Somebody on a port; undefined when another already is, which serves as well. */
function hold(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
