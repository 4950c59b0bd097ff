/**
 * Two to four tabs at the same twins, in random order and without waiting for each other: every
 * save that was acknowledged is there at the end, under its revision, or somebody was told.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "@playwright/test";
import type { State, Told } from "./page/tabs";
import { seeded } from "./seeded";
import {
  newProfile,
  openTrialSite,
  startChromium,
  type Chromium,
  type TrialSite,
  type WithTrial,
} from "./trial-page";
import { report, seed, trialsOf } from "./trials";

const sequences = trialsOf("tabs", 40);
const mostTabs = 4;
/** Fewer than the states that the journal keeps of each twin, so that none leaves it. */
const steps = 9;

let site: TrialSite;
let chromium: Chromium;
let pages: readonly Page[];
beforeAll(async () => {
  site = await openTrialSite();
  chromium = await startChromium(newProfile());
  pages = await Promise.all(Array.from({ length: mostTabs }, () => chromium.open(site.url)));
}, 120_000);
afterAll(async () => {
  await chromium.close();
  await site.close();
});

test(
  `in ${sequences} sequences of two to four tabs, no save is lost in silence`,
  { timeout: 30_000 + sequences * 2000 },
  async () => {
    const random = seeded(seed);
    const problems: string[] = [];
    const told = { saved: 0, conflict: 0, deleted: 0 };
    for (let sequence = 0; sequence < sequences; sequence++) {
      const tabs = pages.slice(0, 2 + Math.floor(random() * (mostTabs - 1)));
      const all = await play(tabs, seed + sequence * mostTabs);
      for (const { kind } of all.told) told[kind]++;
      problems.push(...problemsOf(all).map((problem) => `sequence ${sequence}: ${problem}`));
    }
    report(
      `${sequences} sequences in Chromium ${chromium.browser.version()}`,
      `${told.saved} saves, ${told.conflict} conflicts, ${told.deleted} deletions`,
    );
    expect(problems).toEqual([]);
    // tabs that never met would prove nothing
    expect(told.conflict).toBeGreaterThan(sequences / 2);
  },
);

interface Played {
  readonly told: readonly Told[];
  readonly states: readonly State[];
  readonly present: readonly State[];
}

async function play(tabs: readonly Page[], from: number): Promise<Played> {
  const [first, ...others] = tabs;
  if (!first) throw new Error("there is no tab");
  await first.evaluate(() => (globalThis as WithTrial).vaultTrial.begin());
  await Promise.all(
    others.map((tab) => tab.evaluate(() => (globalThis as WithTrial).vaultTrial.join())),
  );
  const told = await Promise.all(
    tabs.map((tab, index) =>
      tab.evaluate(
        ([name, count, own]) => (globalThis as WithTrial).vaultTrial.meddle(name, count, own),
        [`tab ${index}`, steps, from + index] as const,
      ),
    ),
  );
  const [states, present] = await first.evaluate(async () => {
    const { vaultTrial } = globalThis as WithTrial;
    return [await vaultTrial.allStates(), await vaultTrial.present()] as const;
  });
  return { told: told.flat(), states, present };
}

function problemsOf({ told, states, present }: Played): string[] {
  const deletions = countOf(told, "deleted");
  const kept = new Set(states.map(nameOf));
  const saves = told.filter((one) => one.kind === "saved");
  const lost = saves.filter((save) => !deletions.has(save.id) && !kept.has(nameOf(save)));
  const acknowledged = new Set(saves.map(nameOf));
  const unknown = states.filter((state) => !acknowledged.has(nameOf(state)));
  const firsts = saves.filter(({ rev, id }) => rev === 1 && !id.includes(" of "));
  return [
    ...lost.map((save) => `${nameOf(save)} was saved and is gone`),
    ...unknown.map((state) => `${nameOf(state)} is kept and nobody was told that it is saved`),
    ...twice(saves, deletions).map((id) => `two tabs were told of the same revision of ${id}`),
    ...present
      .filter((state) => states.some(({ id, rev }) => id === state.id && rev > state.rev))
      .map((state) => `${nameOf(state)} is older than what is kept`),
    // a twin begins once, and once more after each time that it was deleted
    ...["a", "b"]
      .filter((id) => firsts.filter((save) => save.id === id).length > 1 + (deletions.get(id) ?? 0))
      .map((id) => `${id} began more often than it was deleted`),
    ...conflictsWithoutCopy(told),
  ];
}

/** Each text is written once, so that a state's name says whose it is. */
const nameOf = ({ id, rev, text }: State) => `${id} ${rev} by ${text}`;

function twice(saves: readonly State[], deletions: ReadonlyMap<string, number>): string[] {
  const of = (id: string) => saves.filter((save) => save.id === id);
  const ids = [...new Set(saves.map(({ id }) => id))].filter((id) => !deletions.has(id));
  return ids.filter((id) => new Set(of(id).map(({ rev }) => rev)).size < of(id).length);
}

/** What met a conflict was kept as a twin of its own. */
function conflictsWithoutCopy(told: readonly Told[]): string[] {
  const conflicts = [...countOf(told, "conflict").values()].reduce((sum, count) => sum + count, 0);
  const copies = told.filter(({ id }) => id.includes(" of ")).length;
  return conflicts === copies ? [] : [`${conflicts} conflicts left ${copies} copies`];
}

function countOf(told: readonly Told[], kind: Told["kind"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of told) {
    if (one.kind === kind) counts.set(one.id, (counts.get(one.id) ?? 0) + 1);
  }
  return counts;
}
