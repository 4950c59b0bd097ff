/**
 * End-to-end tests: a person's path through the built site, in a real Chromium with software
 * WebGPU, served by `npm start`'s own server with its own headers.
 *
 * The server takes any free port and says which; tests use relative addresses (`page.goto("")`).
 * Whatever is not on this machine is asked of a proxy that only records it, by any page, worker or
 * service worker of any test; the last test says that there was nothing.
 */
import { defineConfig } from "@playwright/test";
import { chromiumFlags, knownChromium } from "../../src/build/chromium.mjs";

const executablePath = knownChromium();
const baseURL = process.env["PERFUSE_SITE"];
/** Not Playwright's own setting, which sends requests to this machine there as well. */
const proxy = process.env["PERFUSE_PROXY"];
const viaProxy = proxy ? [`--proxy-server=${new URL(proxy).host}`] : [];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  timeout: 60_000,
  workers: "50%",
  projects: [
    { name: "all", teardown: "after all" },
    { name: "after all", testMatch: "*.teardown.ts" },
  ],
  webServer: [
    {
      command: "node src/build/start.mjs --no-open --port 0",
      cwd: "../..",
      timeout: 120_000,
      // What the group catches becomes the environment variable PERFUSE_SITE.
      wait: { stdout: /(?<perfuse_site>http:\/\/localhost:\d+\/)/ },
    },
    {
      command: "node tests/e2e/recording-proxy.mjs",
      cwd: "../..",
      wait: { stdout: /(?<perfuse_proxy>http:\/\/127\.0\.0\.1:\d+\/)/ },
    },
  ],
  use: {
    ...(baseURL ? { baseURL } : {}),
    headless: false,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...chromiumFlags, ...viaProxy],
    },
  },
});
