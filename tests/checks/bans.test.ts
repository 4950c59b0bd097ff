/** Holds the source to `bans.ts`, and `bans.ts` to examples of what it must and must not find. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allowed, bans, findings } from "./bans";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name).replaceAll("\\", "/"))
  .filter((path) => /\.(?:ts|mts|js|mjs|svelte|html)$/.test(path) && !path.includes(".test."))
  .concat("index.html");

test("the source does nothing that is banned", () => {
  expect(sources.length).toBeGreaterThan(3);
  expect(sources.flatMap((path) => findings(path, readFileSync(path, "utf8")))).toEqual([]);
});

test("a place that may fetch does it in one file", () => {
  for (const { where } of allowed.filter(({ ban }) => ban === "fetch")) {
    const fetching = sources
      .filter((path) => path.startsWith(where))
      .filter((path) => /\bfetch\s*\(/.test(readFileSync(path, "utf8")));
    expect(fetching.length, fetching.join(", ")).toBeLessThanOrEqual(1);
  }
});

test("every exception belongs to a ban and says why", () => {
  const names = bans.map(({ name }) => name);
  for (const { ban, why } of allowed) {
    expect(names).toContain(ban);
    expect(why.length).toBeGreaterThan(20);
  }
});

const bad: Record<string, string[]> = {
  connection: [
    "new RTCPeerConnection()",
    'new WebSocket("wss://x.example")',
    "new WebTransport(url)",
    'new EventSource("/events")',
    "navigator.sendBeacon(url, data)",
    "new XMLHttpRequest()",
    "globalThis['WebSocket']",
    "importScripts(url)",
  ],
  fetch: ['await fetch("./data.json")', "window.fetch (url)", "const x = 1; /* why */ fetch(x)"],
  "code-from-text": [
    'eval("1")',
    'new Function("return 1")',
    'Function("return 1")()',
    'setTimeout("go()", 1)',
    "(0, eval)(text), eval (text)",
  ],
  "markup-from-text": [
    "element.innerHTML = text",
    "element.outerHTML = text",
    "element.insertAdjacentHTML('beforeend', text)",
    "<p>{@html text}</p>",
    "document.write(text)",
  ],
  "window-open": [
    "window.open(url)",
    'window.open("https://x.example")',
    "window.open(`./${name}`)",
    "window . open (address)",
    "globalThis.open(address)",
  ],
  location: [
    "location = url",
    "location.href = url",
    'location.href = "https://x.example";',
    "window.location = `./${place}`;",
    "location.assign(url)",
    "location.replace(`${base}/x`)",
    "location.search = `?${text}`",
    'location["href"] = url',
    "document.location.pathname = text",
  ],
  "foreign-link": [
    '<a href="https://x.example">x</a>',
    '<a class="source"\n  href="//x.example">x</a>',
    "<a href={`https://doi.org/${doi}`}>x</a>",
    "don't <a href='http://x.example'>x</a>",
  ],
  "computed-link": [
    "<a href={source.url}>x</a>",
    '<a href="{url}">x</a>',
    "<a {href}>x</a>",
    "<a class='x' href={url}>x</a>",
  ],
  ping: ['<a href="#/" ping="/count">x</a>'],
  preconnect: [
    '<link rel="preconnect" href="https://x.example">',
    'link.rel = "dns-prefetch"',
    'link.rel = "prefetch"',
    '<script type="speculationrules">',
    '<link rel="prefetch" href="https://x.example/a.js">',
    '<script src="https://cdn.example/a.js"></script>',
    '<link href="//fonts.example/a.css" rel="stylesheet">',
  ],
  "import-of-address": [
    "import(url)",
    'import("https://x.example/a.js")',
    "import(`./lessons/${name}.ts`)",
    "import(/* @vite-ignore */ path)",
    'import("data:text/javascript,1")',
    'import("blob:x")',
  ],
  worker: [
    "new Worker(address)",
    "new SharedWorker(address)",
    'navigator.serviceWorker.register("./other.js")',
  ],
  "foreign-element": [
    '<iframe title="x"></iframe>',
    "<form action={address}>",
    'document.createElement("iframe")',
    "document.createElement('script')",
  ],
  "message-to-anyone": ['parent.postMessage(data, "*")', "postMessage(\n  { a: 1 },\n  '*',\n)"],
};

const good = [
  "evaluate(tape); refetch(1); prefetchOrgans(); medieval(1)",
  "const location = findIn(text); if (location === other) return;",
  "location.hash = `#/${route}`; location.reload()",
  'const { search } = location; if (location.search === "") return',
  'document.createElement("a"); createWorker(); navigator.serviceWorker.controller',
  'location.href = "./";',
  'window.open("#/print");',
  '<a href="#/lessons">Lessons</a> <a href="./licence.txt">Licence</a>',
  "<a href={`#/${route}`}>x</a> <a href={'#/body'}>x</a>",
  '<a href={blobAddress} download="study.json">Save</a>',
  'const { build } = await import("vite"); await import("./lessons/first"); import("node:fs")',
  'worker.postMessage(data, [data.buffer]); channel.postMessage({ a: "b" });',
  'const all = import.meta.glob("./drugs/*.ts"); // not an import of an address',
  " * Never uses eval( or innerHTML, and calls fetch( nowhere.",
  "// no fetch( here",
  "/** Without `new Function(`. */".replace(" */", ""),
];

describe("the check finds", () => {
  const cases = Object.entries(bad).flatMap(([name, texts]) => texts.map((text) => [name, text]));
  test.each(cases)("%s in %s", (name = "", text = "") => {
    expect(findings("src/app/x.svelte", text).join("\n")).toContain(` ${name}: `);
  });

  test("every ban has an example", () => {
    expect(Object.keys(bad).toSorted()).toEqual(bans.map(({ name }) => name).toSorted());
  });

  test("the line", () => {
    expect(findings("src/core/x.ts", "const a = 1;\n// b\neval(a)")).toEqual([
      expect.stringMatching(/^src\/core\/x\.ts:3 code-from-text: /),
    ]);
  });
});

describe("the check is silent on", () => {
  test.each(good)("%s", (text) => {
    expect(findings("src/app/x.svelte", text)).toEqual([]);
  });

  test("a fetch where one is allowed, and only there", () => {
    expect(findings("src/views/body/load.ts", "fetch(address)")).toEqual([]);
    expect(findings("src/views/bodywork.ts", "fetch(address)")).toHaveLength(1);
  });
});
