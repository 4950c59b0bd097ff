/**
 * What a first visit costs, on the built site under its real server, in a Chromium slowed down to
 * a cheap laptop: bytes sent, and the time until the drug is seen moving through the body.
 */
import type { Browser, CDPSession, Page } from "@playwright/test";
import { openBuiltSite } from "./built-site";
import { median, type Report } from "./report";

const visits = 5;
const slowDown = 4;

interface Visit {
  readonly firstBytes: number;
  readonly allBytes: number;
  readonly paintMs: number;
  readonly movingMs: number;
  readonly deepMs: number;
  readonly foreign: number;
}

export async function run(report: Report): Promise<void> {
  const site = await openBuiltSite();
  const { browser } = site;
  const measured: Visit[] = [];
  for (let visit = 0; visit < visits; visit++) measured.push(await visitOnce(browser, site.url));
  await site.close();

  const all = (key: keyof Visit) => measured.map((visit) => visit[key]);
  const setting = `median of ${visits}, processor ${slowDown}× slower, cold, software graphics, Chromium ${browser.version()}`;
  const time = (name: string, key: keyof Visit, atMost?: number) =>
    report({
      name,
      value: median(all(key)),
      unit: "ms",
      ...(atMost !== undefined && { atMost }),
      note: `${setting}; slowest ${Math.max(...all(key)).toFixed(0)}`,
    });
  time("first content seen", "paintMs");
  time("first picture with the drug moving", "movingMs", 2500);
  time("three-dimensional body there", "deepMs", 6000);
  report({
    name: "sent before the first picture",
    value: median(all("firstBytes")) / 1e3,
    unit: "kB",
    atMost: 300,
    note: "packed, with headers",
  });
  report({
    name: "sent with the whole far mesh set",
    value: median(all("allBytes")) / 1e6,
    unit: "MB",
    atMost: 1.8,
  });
  report({
    name: "requests to a foreign origin",
    value: Math.max(...all("foreign")),
    unit: "requests",
    atMost: 0,
  });
}

/** In a context of its own, so that nothing is cached or kept. */
async function visitOnce(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  let foreign = 0;
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) foreign++;
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const sent = await countBytes(session);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await page.addInitScript(watchForPictures);
  await page.goto(url, { waitUntil: "commit" });
  const movingMs = await markOf(page, "moving");
  const firstBytes = sent();
  const deepMs = await markOf(page, "deep");
  await page.waitForLoadState("networkidle");
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
  );
  const visit = { firstBytes, allBytes: sent(), paintMs, movingMs, deepMs, foreign };
  await context.close();
  return visit;
}

/** Runs in the page: marks when organs are coloured and the clock runs, and when the canvas shows. */
function watchForPictures(): void {
  const marked = new Set<string>();
  const mark = (name: string) => {
    if (!marked.has(name)) performance.mark(name);
    marked.add(name);
  };
  let first: string | undefined;
  const look = () => {
    const clock = document.querySelector("main .lane strong")?.textContent;
    first ??= clock;
    if (clock && clock !== first && document.querySelector(".body-map")) mark("moving");
    if (document.querySelector(".body-map canvas.shown")) mark("deep");
    if (marked.size < 2) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function markOf(page: Page, name: string): Promise<number> {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name);
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN, name);
}

/** Headers and bodies as they came over the line, packed. */
async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send("Network.enable");
  return () => bytes;
}
