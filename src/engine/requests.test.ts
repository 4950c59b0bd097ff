import { expect, test } from "vitest";
import { sentRequest } from "./requests";

const host = "https://example.org";
const name = `${host}/perfuse/a.js`;
const toHost = { to: "host", bytes: name.length };

test.each([
  ["a file that came over the network", { name, transferSize: 812, decodedBodySize: 512 }, toHost],
  [
    "one that was asked for again and had not changed",
    { name, transferSize: 300, decodedBodySize: 512 },
    toHost,
  ],
  ["one whose answer never came", { name }, toHost],
  ["one from the browser's cache", { name, decodedBodySize: 512 }, undefined],
  [
    "one that the service worker answered",
    { name, workerStart: 3, decodedBodySize: 512 },
    undefined,
  ],
  ["one that the service worker refused", { name, workerStart: 3 }, undefined],
  [
    "another host, of which the browser tells nothing",
    { name: "https://x.example/1" },
    { to: "elsewhere", bytes: 19 },
  ],
  [
    "another host, by the service worker or not",
    { name: "https://x.example/1", workerStart: 3 },
    { to: "elsewhere", bytes: 19 },
  ],
  ["another port", { name: "https://example.org:8443/1" }, { to: "elsewhere", bytes: 26 }],
  ["what never leaves the page", { name: `blob:${host}/0` }, undefined],
  ["the same", { name: "data:text/plain,x" }, undefined],
])("%s", (_what, entry, expected) => {
  expect(sentRequest(entry, host)).toEqual(expected);
});
