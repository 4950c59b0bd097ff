import { expect, test } from "vitest";
import type { EvidenceScore, InteractionScore } from "../engine/api";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import { EvidenceQueue, evidenceTasks } from "./evidence-queue";
import { EvidenceRun } from "./evidence-run.svelte";
import { EvidenceScores } from "./evidence-scores.svelte";

const set = (id: string, more: Partial<EvidenceSet> = {}) => {
  const one: Partial<EvidenceSet> = { id, drug: id.slice(0, id.indexOf("/")), ...more };
  return one as EvidenceSet;
};
const row = (id: string, victim: string, perpetrator: string) =>
  ({ id, victim, perpetrator }) as InteractionRow;

const sets = [
  set("a/1"),
  set("a/2"),
  set("b/1"),
  set("b/2"),
  set("b/3"),
  set("a/3", { with: ["c"] }),
];
const rows = [row("a-c/1", "a", "c")];

/** Scores at once, or refuses, throws, or never answers. */
function scorer(log: string[], odd: Readonly<Record<string, "refuse" | "throw" | "hang">> = {}) {
  const answer = async <T>(id: string, value: T) => {
    log.push(id);
    if (odd[id] === "hang") await new Promise(() => {});
    if (odd[id] === "throw") throw new Error("out of paper");
    return odd[id] === "refuse"
      ? { ok: false as const, problems: [{ code: "no", subject: id, message: "is wrong" }] }
      : { ok: true as const, value };
  };
  return {
    scoreSet: (one: EvidenceSet) => answer(one.id, { set: one } as EvidenceScore),
    scoreInteraction: (one: InteractionRow) => answer(one.id, { row: one } as InteractionScore),
    close: () => void log.push("closed"),
  };
}

function runWith(odd: Parameters<typeof scorer>[1], scorers = 2) {
  const log: string[] = [];
  const run = new EvidenceRun({
    scores: new EvidenceScores(),
    load: () => Promise.resolve({ evidenceSets: sets, interactionRows: rows }),
    createScorer: () => scorer(log, odd),
    scorers,
  });
  return { run, log };
}

test("who scored something of a drug goes on with it, and a newcomer begins another", () => {
  const queue = new EvidenceQueue(evidenceTasks(sets, rows));
  const take = (asker: number) => queue.take(asker)?.id;
  expect([take(0), take(1), take(0), take(1)]).toEqual(["a-c/1", "a/1", "a/3", "a/2"]);
  // the second is done first with its drug; what is left of the last is shared
  expect([take(1), take(0), take(1), take(0)]).toEqual(["b/1", "b/2", "b/3", undefined]);
});

test("everything is scored, and one that cannot be keeps no other from it", async () => {
  const { run, log } = runWith({ "b/1": "refuse", "a/2": "throw" });
  await run.start();
  expect(run.phase).toBe("done");
  expect([...run.scores.keys()].toSorted()).toEqual(["a/1", "a/3", "b/2", "b/3"]);
  expect([...run.interactions.keys()]).toEqual(["a-c/1"]);
  expect(run.failures.get("b/1")?.message).toBe("is wrong");
  expect(run.failures.get("a/2")?.message).toContain("out of paper");
  expect([run.done, run.of]).toEqual([7, 7]);
  expect(log.filter((what) => what === "closed")).toHaveLength(2);
});

test("a run that was left goes on with what is missing", async () => {
  const odd: Record<string, "hang"> = { "b/2": "hang" };
  const { run, log } = runWith(odd, 1);
  void run.start();
  await expect.poll(() => log.includes("b/2")).toBe(true);
  run.stop();
  expect(run.phase).toBe("stopped");
  expect(log.at(-1)).toBe("closed");
  delete odd["b/2"];
  await run.start();
  expect(run.phase).toBe("done");
  expect(run.scores.size).toBe(6);
});

test("again means all of it again", async () => {
  const { run, log } = runWith({});
  await run.start();
  log.length = 0;
  await run.again();
  expect(log.filter((what) => what !== "closed")).toHaveLength(7);
  expect(run.phase).toBe("done");
});

test("data that do not arrive can be asked for again", async () => {
  let isOnline = false;
  const run = new EvidenceRun({
    scores: new EvidenceScores(),
    load: async () => {
      if (!isOnline) throw new Error("offline");
      return { evidenceSets: sets, interactionRows: [] };
    },
    createScorer: () => scorer([]),
    scorers: 1,
  });
  await run.start();
  expect(run.phase).toBe("failed");
  isOnline = true;
  await run.start();
  expect(run.done).toBe(6);
});
