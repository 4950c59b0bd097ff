import { expect, test } from "vitest";
import type { EvidenceScore } from "../engine/api";
import type { EvidenceSet } from "../pharmacology/evidence";
import { evidenceOf } from "../pharmacology/evidence-sets";
import { EvidenceRun } from "./evidence-run.svelte";
import { EvidenceScores, type Scored } from "./evidence-scores.svelte";
import { EvidenceState } from "./evidence.svelte";

const sets = evidenceOf("caffeine");
const ids = sets.map(({ id }) => id);

/** Notes what it is asked for, and answers it as an engine that is always right would. */
function scorer(asked: string[]) {
  const scoreSet = (set: EvidenceSet) => {
    asked.push(set.id);
    const exact = { set, points: [], aucRatio: 1, cmaxRatio: 1, gmfe: 1 };
    return Promise.resolve({ ok: true as const, value: exact as unknown as EvidenceScore });
  };
  const scoreInteraction = () => Promise.reject(new Error("there is none"));
  return { scoreSet, scoreInteraction, close: () => undefined };
}

function runOf(scores: EvidenceScores, asked: string[]): EvidenceRun {
  return new EvidenceRun({
    scores,
    load: () => Promise.resolve({ evidenceSets: sets, interactionRows: [] }),
    createScorer: () => scorer(asked),
    scorers: 2,
  });
}

const asScored = (id: string) => ({
  ok: true as const,
  value: { kind: "set", value: { set: { id } } as EvidenceScore } satisfies Scored,
});

test("the card of a drug takes what the view has scored, and scores nothing again", async () => {
  const byCard: string[] = [];
  const evidence = new EvidenceState(scorer(byCard));
  const byView: string[] = [];
  await runOf(evidence.scores, byView).start();
  await evidence.learn("caffeine");
  expect(byView.toSorted()).toEqual(ids.toSorted());
  expect(byCard).toEqual([]);
  expect(evidence.scoresOf("caffeine")?.sets.map(({ set }) => set.id)).toEqual(ids);
});

test("the view takes what the card has scored", async () => {
  const byCard: string[] = [];
  const evidence = new EvidenceState(scorer(byCard));
  await evidence.learn("caffeine");
  const byView: string[] = [];
  const run = runOf(evidence.scores, byView);
  await run.start();
  expect(byCard).toEqual(ids);
  expect(byView).toEqual([]);
  expect([run.phase, run.done]).toEqual(["done", sets.length]);
});

test("at work at the same time, they share the work", async () => {
  const asked: string[] = [];
  const evidence = new EvidenceState(scorer(asked));
  const learned = [evidence.learn("caffeine"), evidence.learn("caffeine")];
  await Promise.all([...learned, runOf(evidence.scores, asked).start()]);
  expect(asked.toSorted()).toEqual(ids.toSorted());
});

test("a card waits until all sets of its drug are scored", async () => {
  const evidence = new EvidenceState(scorer([]));
  expect(evidence.scoresOf("caffeine")).toBeUndefined();
  await evidence.load();
  expect(evidence.scoresOf("caffeine")).toBeUndefined();
  await evidence.learn("caffeine");
  const counted = sets.filter(({ use }) => use !== "shown");
  expect(evidence.scoresOf("caffeine")?.summary).toMatchObject({ sets: counted.length });
  expect(evidence.scoresOf("midazolam")).toBeUndefined();
});

test("where somebody is stopped or falls, who waited for them goes on", async () => {
  const scores = new EvidenceScores();
  const stopped = scores.settle("a", () => Promise.resolve(undefined));
  const fallen = scores.settle("a", () => Promise.reject(new Error("out of paper")));
  const last = scores.settle("a", () => Promise.resolve(asScored("a")));
  const late = scores.settle("a", () => Promise.reject(new Error("asked though it is known")));
  await stopped;
  await expect(fallen).rejects.toThrow("out of paper");
  await Promise.all([last, late]);
  expect(scores.sets.size).toBe(0);
  scores.show();
  expect([...scores.sets]).toEqual([["a", asScored("a").value.value]]);
});
