/**
 * A saved twin survives: Chromium is killed at random moments while it saves, imports, deletes and
 * brings back, with one profile through all of its lives. What the vault called done must be there.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import type { Done, Found } from "./page/lives";
import { seeded } from "./seeded";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";
import { report, seed, trialsOf } from "./trials";

const kills = trialsOf("kills", 50);

let site: TrialSite;
beforeAll(async () => {
  site = await openTrialSite();
}, 120_000);
afterAll(() => site.close());

test(
  `after each of ${kills} kills, all that was saved is there and opens`,
  { timeout: 30_000 + kills * 20_000 },
  async () => {
    const shares = profiles.map((index) => Math.floor((kills + index) / profiles.length));
    const all = await Promise.all(shares.map((share, index) => liveAndDie(share, seed + index)));
    const [first] = all;
    const done = all.reduce((sum, one) => sum + one.done, 0);
    report(`${kills} kills of Chromium ${first?.version}`, `${done} writes acknowledged`);
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(done).toBeGreaterThan(kills);
  },
);

/** So many at the same time, each with all of its lives in one profile. */
const profiles = [0, 1];

interface Lived {
  readonly problems: readonly string[];
  /** Writes that were acknowledged. */
  readonly done: number;
  readonly version: string;
}

/** One profile through all of its lives; the last one only looks. */
async function liveAndDie(times: number, from: number): Promise<Lived> {
  const random = seeded(from);
  const profile = newProfile();
  const expected = new Map<string, Expected>();
  const problems: string[] = [];
  let done = 0;
  for (let life = 0; ; life++) {
    const chromium = await startChromium(profile);
    const page = await chromium.open(site.url);
    const found = await page.evaluate(() => (globalThis as WithTrial).vaultTrial.lookAtAll());
    const wrong = problemsOf(found, expected).map((problem) => `life ${life}: ${problem}`);
    problems.push(...wrong);
    settle(found, expected);
    if (life === times) {
      const version = chromium.browser.version();
      await chromium.close();
      return { problems, done, version };
    }
    await page.exposeFunction("tell", (told: Done) => {
      done++;
      note(told, expected);
    });
    void page.evaluate(liveFrom, from + life).catch(() => "the kill ends it");
    await pause(20 + random() * 350);
    await chromium.kill();
  }
}

/** What has to be there, from what was told. */
interface Expected {
  /** At least this one. */
  readonly rev: number;
  /** It was deleted, and perhaps already brought back. */
  readonly mayBeGone: boolean;
}

function liveFrom(from: number): Promise<never> {
  const page = globalThis as WithTrial & { tell: (done: Done) => Promise<void> };
  return page.vaultTrial.live(from, page.tell);
}

function note(told: Done, expected: Map<string, Expected>): void {
  switch (told.kind) {
    case "saved":
      expected.set(told.id, { rev: told.rev, mayBeGone: false });
      return;
    case "imported":
      for (const id of told.ids) expected.set(id, { rev: 1, mayBeGone: false });
      return;
    case "deleting":
    case "put-back": {
      const { rev } = expected.get(told.id) ?? { rev: 0 };
      expected.set(told.id, { rev, mayBeGone: told.kind === "deleting" });
      return;
    }
  }
  told satisfies never;
}

function problemsOf(found: readonly Found[], expected: Map<string, Expected>): string[] {
  const there = new Map(found.map((one) => [one.id, one]));
  const lost = [...expected].flatMap(([id, { rev, mayBeGone }]) => {
    const one = there.get(id);
    if (!one) return mayBeGone ? [] : [`${id} is lost`];
    return (one.rev ?? Infinity) < rev ? [`${id} is at ${one.rev}, and ${rev} was saved`] : [];
  });
  const damaged = found.flatMap(({ id, isWhole }) => (isWhole ? [] : [`${id} is damaged`]));
  return [...lost, ...damaged, ...halfImports(found)];
}

/** An import lets in all of its three, or none. */
function halfImports(found: readonly Found[]): string[] {
  const groups = new Map<string, number>();
  for (const { id } of found.filter((one) => one.id.startsWith("import-"))) {
    const group = id.slice(0, id.lastIndexOf("-"));
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return [...groups].flatMap(([group, count]) =>
    count === 3 ? [] : [`${count} of 3 of ${group} were let in`],
  );
}

/** What was found is what the next life begins with. */
function settle(found: readonly Found[], expected: Map<string, Expected>): void {
  expected.clear();
  for (const { id, rev } of found) expected.set(id, { rev: rev ?? 0, mayBeGone: false });
}
