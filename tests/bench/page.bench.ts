/**
 * What a first visit costs: bytes sent and the time until something is seen, on the built site
 * under its real server, in a Chromium slowed down to a cheap laptop.
 */
import { chromium, type CDPSession, type Page } from "@playwright/test";
import { dist, ensureBuilt } from "../../src/build/build.mjs";
import { chromiumFlags, findChromium } from "../../src/build/chromium.mjs";
import { serve } from "../../src/build/serve.mjs";
import { median, type Report } from "./report";

const visits = 5;
const slowDown = 4;

interface Visit {
  readonly firstBytes: number;
  readonly allBytes: number;
  readonly paintMs: number;
}

export async function run(report: Report): Promise<void> {
  await ensureBuilt();
  const site = await serve({ root: dist, port: 0 });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    headless: false,
    args: chromiumFlags,
  });
  const measured: Visit[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const page = await browser.newPage();
    measured.push(await firstVisit(page, site.url));
    await page.close();
  }
  await browser.close();
  await site.close();

  const note = `median of ${visits}, Chromium ${browser.version()}, cold, software graphics`;
  const middle = (key: keyof Visit) => median(measured.map((visit) => visit[key]));
  report({ name: "sent until loaded", value: middle("firstBytes") / 1e3, unit: "kB", atMost: 300 });
  report({ name: "sent in all", value: middle("allBytes") / 1e6, unit: "MB", atMost: 1.8 });
  report({
    name: `first content seen, processor ${slowDown}× slower`,
    value: middle("paintMs"),
    unit: "ms",
    atMost: 2500,
    note,
  });
}

async function firstVisit(page: Page, url: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  const sent = await countBytes(session);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await page.goto(url, { waitUntil: "load" });
  const firstBytes = sent();
  await page.waitForLoadState("networkidle");
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
  );
  return { firstBytes, allBytes: sent(), paintMs };
}

/** Headers and bodies as they came over the line, packed. */
async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send("Network.enable");
  return () => bytes;
}
