/**
 * Builds the page under trial and serves it with the headers of the app, and opens it in a Chromium
 * of its own that can be killed as a power cut would: all of its processes at one moment.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Browser, type Page } from "@playwright/test";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { build } from "vite";
import { chromiumFlags, findChromium } from "../../src/build/chromium.mjs";
import { policyInPage } from "../../src/build/policy.mjs";
import { cache, root } from "../../src/build/project.mjs";
import { serve } from "../../src/build/serve.mjs";
import type { Trial } from "./page/page";

export interface TrialSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function openTrialSite(): Promise<TrialSite> {
  const outDir = join(cache, `trial-${process.pid}`);
  await build({
    configFile: false,
    root: join(root, "tests/chaos/page"),
    base: "./",
    logLevel: "error",
    plugins: [svelte({ configFile: false }), policyInPage()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2023", modulePreload: { polyfill: false } },
  });
  const site = await serve({ root: outDir, port: 0 });
  return {
    url: site.url,
    async close() {
      await site.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** The page's functions, for what is evaluated in it. */
export type WithTrial = typeof globalThis & { readonly vaultTrial: Trial };

export interface Chromium {
  readonly browser: Browser;
  /** A page of the site in the profile's own context. */
  readonly open: (url: string) => Promise<Page>;
  /** Every process at once, with nothing said to any of them. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param profile folder that outlives the browser */
export async function startChromium(profile: string): Promise<Chromium> {
  const path = findChromium();
  if (!path) throw new Error("there is no Chromium to try the vault in");
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  const flags = [...quiet, "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  // a group of its own, so that all of it can be ended at once
  const child = spawn(path, [...flags, "about:blank"], { stdio: "ignore", detached: true });
  const browser = await chromium.connectOverCDP(await addressIn(portFile, child));
  return {
    browser,
    async open(url) {
      const [context] = browser.contexts();
      if (!context) throw new Error("the profile has no context");
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(() => "vaultTrial" in globalThis);
      return page;
    },
    async kill() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await ended;
      await browser.close().catch(() => undefined);
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => undefined);
      await ended;
    },
  };
}

/** A new profile, removed with the process that asked for it. */
export function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), "perfuse-profile-"));
  process.once("exit", () => rmSync(profile, { recursive: true, force: true }));
  return profile;
}

// ——— the parts ———

/** Nothing is drawn here, so the software GPU stays off: starting takes half as long. */
const quiet = [
  ...chromiumFlags.filter((flag) => !/gpu|vulkan|angle/i.test(flag)),
  "--disable-gpu",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-features=Translate,OptimizationHints,MediaRouter",
];

/** Chromium writes the port that it took, and the path of its socket, into its profile. */
async function addressIn(portFile: string, child: ChildProcess): Promise<string> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 20) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with code ${child.exitCode}`);
    const [port, path] = existsSync(portFile) ? readFileSync(portFile, "utf8").split("\n") : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await pause(20);
  }
  throw new Error("Chromium did not say where it listens");
}
