/**
 * No plain text at rest: after use, after locking and after a crash, nothing that was typed into a
 * twin, nor the passphrase, is anywhere in the browser's profile.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "@playwright/test";
import { marked, markers, passphraseMarker } from "./markers";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";
import { report } from "./trials";

let site: TrialSite;
beforeAll(async () => {
  site = await openTrialSite();
}, 120_000);
afterAll(() => site.close());

test("what a person typed is nowhere in the profile", { timeout: 180_000 }, async () => {
  const profile = newProfile();
  const first = await startChromium(profile);
  await use(await first.open(site.url));
  const afterUse = search(profile);
  await first.close();
  const afterLock = search(profile);
  const second = await startChromium(profile);
  await useAgain(await second.open(site.url));
  await second.kill();
  const afterCrash = search(profile);
  report(
    `${markers.length} markers in ${afterCrash.files} files of ${afterCrash.bytes} bytes`,
    `Chromium ${second.browser.version()}`,
  );
  expect([afterUse.hits, afterLock.hits, afterCrash.hits]).toEqual([[], [], []]);
});

test("the search finds what is kept in plain text", { timeout: 120_000 }, async () => {
  const profile = newProfile();
  const chromium = await startChromium(profile);
  const page = await chromium.open(site.url);
  await page.evaluate(async (texts) => {
    const opening = indexedDB.open("plain", 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("plain"));
    await new Promise((opened) => opening.addEventListener("success", opened));
    const transaction = opening.result.transaction("plain", "readwrite", { durability: "strict" });
    transaction.objectStore("plain").put(texts, "texts");
    await new Promise((done) => transaction.addEventListener("complete", done));
  }, markers);
  await chromium.close();
  expect(search(profile).hits).toHaveLength(markers.length);
});

// ——— a person at work ———

/** Makes a vault, types, saves, exports, locks. */
async function use(page: Page): Promise<void> {
  await page.evaluate(
    async ([twin, passphrase]) => {
      const vault = (globalThis as WithTrial).vaultTrial.vaultState();
      await vault.start();
      await vault.create(passphrase);
      const opened = await vault.begin(twin);
      opened.change({ ...twin, facts: { heightCm: 170 } }, "height");
      await opened.saveNow();
      if (opened.saveState.kind !== "saved") throw new Error("was not saved");
      await vault.lock();
    },
    [marked, passphraseMarker] as const,
  );
}

/** Unlocks, opens, changes, saves: and goes on until it is killed. */
async function useAgain(page: Page): Promise<void> {
  await page.evaluate(
    async ([passphrase]) => {
      const vault = (globalThis as WithTrial).vaultTrial.vaultState();
      await vault.start();
      await vault.unlock({ kind: "passphrase", passphrase });
      const [listed] = vault.twins;
      const opened = await vault.open(listed?.id ?? "");
      if (!opened.ok) throw new Error("did not open");
      for (let heightCm = 100; heightCm < 150; heightCm++) {
        opened.value.change({ ...opened.value.twin, facts: { heightCm } }, `height ${heightCm}`);
        await opened.value.saveNow();
      }
    },
    [passphraseMarker] as const,
  );
}

// ——— the search ———

interface Searched {
  readonly hits: readonly string[];
  readonly files: number;
  readonly bytes: number;
}

/** As it is typed, and in the two bytes a letter that browsers keep texts in. */
function search(profile: string): Searched {
  const names = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const contents = names.flatMap((name) => contentOf(name) ?? []);
  const hits = markers.filter((marker) =>
    ["utf8", "utf16le"].some((encoding) => {
      const wanted = Buffer.from(marker, encoding as BufferEncoding);
      return contents.some((content) => content.includes(wanted));
    }),
  );
  return {
    hits,
    files: contents.length,
    bytes: contents.reduce((sum, { length }) => sum + length, 0),
  };
}

/** The browser may remove a file while it is being looked for. */
function contentOf(name: string): Buffer | undefined {
  try {
    return readFileSync(name);
  } catch {
    return undefined;
  }
}
