/** One bad record harms no other: damaged at random, it is named and all others open. */
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type Chromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";
import { report, seed, trialsOf } from "./trials";

const mutations = trialsOf("damage", 500);

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

test(
  `after each of ${mutations} damages, the bad record is named and the others open`,
  { timeout: 30_000 + mutations * 100 },
  async () => {
    const page = await chromium.open(site.url);
    const mutated = await page.evaluate(
      ([count, from]) => (globalThis as WithTrial).vaultTrial.mutateRecords(count, from),
      [mutations, seed] as const,
    );
    report(
      `${mutated.trials} damages in Chromium ${chromium.browser.version()}`,
      Object.entries(mutated.kinds)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(", "),
    );
    expect(mutated.failures).toEqual([]);
    expect(Object.keys(mutated.kinds).length).toBeGreaterThan(10);
  },
);
