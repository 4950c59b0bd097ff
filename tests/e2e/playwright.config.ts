/**
 * End-to-end tests: a person's path through the built site, in a real Chromium with software
 * WebGPU, served by `npm start`'s own server with its own headers.
 *
 * The server takes any free port and says which; tests use relative addresses (`page.goto("")`).
 */
import { defineConfig } from "@playwright/test";
import { chromiumFlags, knownChromium } from "../../src/build/chromium.mjs";

const executablePath = knownChromium();
const baseURL = process.env["PERFUSE_SITE"];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  timeout: 60_000,
  workers: "50%",
  webServer: {
    command: "node src/build/start.mjs --no-open --port 0",
    cwd: "../..",
    timeout: 120_000,
    // What the group catches becomes the environment variable PERFUSE_SITE.
    wait: { stdout: /(?<perfuse_site>http:\/\/localhost:\d+\/)/ },
  },
  use: {
    ...(baseURL ? { baseURL } : {}),
    headless: false,
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumFlags },
  },
});
