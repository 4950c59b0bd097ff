import { svelte } from "@sveltejs/vite-plugin-svelte";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { bodyAssets } from "./src/build/body/plugin.mjs";
import { chromiumFlags, knownChromium, softwareVulkan } from "./src/build/chromium.mjs";
import { onlyFingerprinted, pageInputs } from "./src/build/fingerprint.mjs";
import { policyInPage } from "./src/build/policy.mjs";
import { releaseWithWorker } from "./src/build/release.mjs";

const executablePath = knownChromium();

// Unit tests run in child processes, which start with this environment and so find a WebGPU
// adapter: the same software one on every machine, unless VK_ICD_FILENAMES names another driver.
if (process.env["VITEST"]) Object.assign(process.env, softwareVulkan());

/** How long plugins took is nobody's concern on standard error. */
const withoutTimings = { checks: { pluginTimings: false } };

export default defineConfig({
  base: "./",
  plugins: [
    svelte({ configFile: false }),
    bodyAssets(),
    policyInPage(),
    onlyFingerprinted(pageInputs),
    releaseWithWorker(),
  ],
  worker: { format: "es", rolldownOptions: withoutTimings },
  build: {
    rolldownOptions: withoutTimings,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  test: {
    // no test asserts a time; on a busy machine the heaviest take several times as long as alone
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          pool: "forks",
          include: ["{src,tests}/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts", "tests/chaos/**", "**/node_modules/**"],
        },
      },
      {
        extends: true,
        // Each starts browsers of its own and kills them: one after the other.
        test: {
          name: "chaos",
          pool: "forks",
          include: ["tests/chaos/**/*.test.ts"],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Found only while a test runs, they would make Vite reload the page under it.
        optimizeDeps: {
          include: ["age-encryption", "hash-wasm", "@noble/hashes/argon2.js", "valibot"],
        },
        test: {
          name: "browser",
          include: ["{src,tests}/**/*.browser.test.ts"],
          browser: {
            enabled: true,
            headless: false,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: chromiumFlags,
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
