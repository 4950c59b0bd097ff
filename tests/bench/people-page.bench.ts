/**
 * A million people in the page: how soon a ribbon is seen, how soon a run stops, how much memory
 * page and workers take, and whether the page ever stutters.
 */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { openBuiltSite } from "./built-site";
import type { Report } from "./report";

const people = 1_000_000;
const minutes = 10;

export async function run(report: Report): Promise<void> {
  const site = await openBuiltSite(["--enable-precise-memory-info"]);
  const { browser } = site;
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  await page.goto(`${site.url}#/people`);
  await page.getByLabel("How many").fill(String(people));
  await page.getByLabel("How many").press("Enter");
  report({
    name: "stopping a run of a million",
    value: await stopTime(page),
    unit: "ms",
    atMost: 500,
    note: "from the click to the word",
  });
  const { firstMs, tookMs, memoryMb, longestTask } = await wholeRun(page);
  const note = `caffeine, 24 h; ${(people / tookMs).toFixed(1)} people a ms; CPU, all cores`;
  report({ name: "first ribbon seen", value: firstMs, unit: "ms", atMost: 1000, note });
  report({ name: "a million people", value: tookMs / 1000, unit: "s", note });
  report({
    name: "most memory of page and workers",
    value: memoryMb,
    unit: "MB",
    atMost: 600,
    note: `as the browser counts it, several times on the way; the whole process: ${(await peakOfProcess(browser)).toFixed(0)} MB`,
  });
  report({
    name: "longest task of the page's thread",
    value: longestTask,
    unit: "ms",
    atMost: 50,
    note: "while people are computed and drawn; 0: none above 50 ms",
  });
  await site.close();
}

const start = /^Simulate/;

async function stopTime(page: Page): Promise<number> {
  await page.getByRole("button", { name: start }).first().click();
  await page
    .getByText(/^Computing:/)
    .first()
    .waitFor();
  await page.waitForTimeout(1500);
  return page.evaluate(async () => {
    const button = [...document.querySelectorAll("button")].find((one) =>
      one.textContent.includes("Stop"),
    );
    const clicked = performance.now();
    button?.click();
    while (!document.body.textContent.includes("Stopped")) {
      await new Promise((done) => requestAnimationFrame(done));
    }
    return performance.now() - clicked;
  });
}

async function wholeRun(page: Page) {
  await page.evaluate(() => {
    const seen = globalThis as typeof globalThis & { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask" });
  });
  const begin = Date.now();
  await page.getByRole("button", { name: start }).first().click();
  await page
    .getByText(/^Computing:/)
    .first()
    .waitFor();
  const firstMs = Date.now() - begin;
  let memoryMb = 0;
  const isGoing = () => page.getByRole("button", { name: "Stop" }).isVisible();
  while (Date.now() - begin < minutes * 60_000 && (await isGoing())) {
    memoryMb = Math.max(memoryMb, await memory(page));
    await page.waitForTimeout(5000);
  }
  const tookMs = Date.now() - begin;
  const longestTask = await page.evaluate(
    () => (globalThis as typeof globalThis & { longest: number }).longest,
  );
  return { firstMs, tookMs, memoryMb: Math.max(memoryMb, await memory(page)), longestTask };
}

/** Of the page and its workers, MB. */
async function memory(page: Page): Promise<number> {
  const bytes = await page.evaluate(async () => {
    const meter = performance as Performance & {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
    };
    return (await meter.measureUserAgentSpecificMemory()).bytes;
  });
  return bytes / 1e6;
}

/** What the page's process ever had in memory, MB: also code, fonts and what waits to be freed. */
async function peakOfProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
  return Math.max(0, ...peaks.map((kb) => Number(kb ?? 0) / 1000));
}
