/**
 * A log torn in the middle of a record, as a kill or a power cut leaves it: Chromium goes on behind
 * it, and at the start after that has an empty data base. Every twin must be there all the same.
 *
 * What was cut off by hand is gone from the data base, as after a disk that lied; so twins may be a
 * revision behind, but whole.
 */
import { readdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textFor } from "./page/texts";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";

let site: TrialSite;
beforeAll(async () => {
  site = await openTrialSite();
}, 120_000);
afterAll(() => site.close());

/** One start of the browser, with three saves in it, and what was found before them. */
async function start(profile: string): Promise<readonly (readonly [id: string, whole: boolean])[]> {
  const chromium = await startChromium(profile);
  const page = await chromium.open(site.url);
  const found = await page.evaluate(() => (globalThis as WithTrial).vaultTrial.lookAtAll());
  const texts = ["a", "b", "c"].map((id) => {
    const next = (found.find((one) => one.id === id)?.rev ?? 0) + 1;
    return [id, next, textFor(id, next)] as const;
  });
  await page.evaluate((all) => (globalThis as WithTrial).vaultTrial.saveThese(all), texts);
  await chromium.kill();
  return found.map(({ id, isWhole }) => [id, isWhole] as const);
}

test.for([5, 37, 300, 1500])(
  "with %i bytes cut off its log, a data base loses no twin",
  { timeout: 180_000 },
  async (bytes) => {
    const profile = newProfile();
    const all = ["a", "b", "c"].map((id) => [id, true]);
    await start(profile);
    expect(await start(profile)).toEqual(all);
    tearLog(profile, bytes);
    expect(await start(profile)).toEqual(all);
    expect(await start(profile)).toEqual(all);
    expect(await start(profile)).toEqual(all);
  },
);

function tearLog(profile: string, bytes: number): void {
  const root = join(profile, "Default/IndexedDB");
  const store = readdirSync(root).find((name) => name.endsWith(".leveldb")) ?? "";
  const logs = readdirSync(join(root, store)).filter((name) => name.endsWith(".log"));
  const last = join(root, store, logs.toSorted().at(-1) ?? "");
  truncateSync(last, statSync(last).size - bytes);
}
