/** The built site under its real server, and a Chromium to look at it with. */
import { chromium, type Browser } from "@playwright/test";
import { dist, ensureBuilt } from "../../src/build/build.mjs";
import { chromiumFlags, findChromium } from "../../src/build/chromium.mjs";
import { serve } from "../../src/build/serve.mjs";

export interface BuiltSite {
  readonly url: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** @param more  flags of Chromium besides the usual ones */
export async function openBuiltSite(more: readonly string[] = []): Promise<BuiltSite> {
  await ensureBuilt();
  const site = await serve({ root: dist, port: 0 });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    headless: false,
    args: [...chromiumFlags, ...more],
  });
  return {
    url: site.url,
    browser,
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
