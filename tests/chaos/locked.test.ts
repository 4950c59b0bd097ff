/** Locked means locked: of what an open twin said, nothing is left that the page could reach. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CDPSession, Page } from "@playwright/test";
import { marked, markers, passphraseMarker } from "./markers";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type Chromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";
import { report } from "./trials";

let site: TrialSite;
let chromium: Chromium;
beforeAll(async () => {
  site = await openTrialSite();
  chromium = await startChromium(newProfile());
}, 120_000);
afterAll(async () => {
  await chromium.close();
  await site.close();
});

test("after locking, the page's memory holds no marker", { timeout: 180_000 }, async () => {
  const first = await chromium.open(site.url);
  await first.evaluate(
    async ([twin, passphrase]) => {
      const vault = (globalThis as WithTrial).vaultTrial.vaultState();
      await vault.start();
      await vault.create(passphrase);
      await (await vault.begin(twin)).saveNow();
    },
    [marked, passphraseMarker] as const,
  );
  await first.close();
  const page = await chromium.open(site.url);
  const open = await inMemory(page, openKept);
  const locked = await inMemory(page, lockAgain);
  report(
    `${open.length} of ${markers.length} markers in memory while open, ${locked.length} when locked`,
    `Chromium ${chromium.browser.version()}`,
  );
  // or the search would prove nothing
  expect(open.length).toBeGreaterThan(markers.length - 5);
  expect(locked).toEqual([]);
  expect(page.workers()).toEqual([]);
});

type Held = WithTrial & { heldVault?: ReturnType<WithTrial["vaultTrial"]["vaultState"]> };

/** The vault stays reachable, as the app's does. */
async function openKept(passphrase: string): Promise<void> {
  const held = globalThis as Held;
  held.heldVault = held.vaultTrial.vaultState();
  await held.heldVault.start();
  await held.heldVault.unlock({ kind: "passphrase", passphrase });
  const [listed] = held.heldVault.twins;
  const opened = await held.heldVault.open(listed?.id ?? "");
  if (!opened.ok) throw new Error("did not open");
}

async function lockAgain(): Promise<void> {
  await (globalThis as Held).heldVault?.lock();
}

/** The markers that a heap snapshot holds after `step`. */
async function inMemory(
  page: Page,
  step: (passphrase: string) => Promise<void>,
): Promise<readonly string[]> {
  await page.evaluate(step, passphraseMarker);
  const session = await page.context().newCDPSession(page);
  const snapshot = await heapSnapshot(session);
  await session.detach();
  return markers.filter((marker) => snapshot.includes(marker));
}

async function heapSnapshot(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.enable");
  for (let time = 0; time < 3; time++) await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  return chunks.join("");
}
