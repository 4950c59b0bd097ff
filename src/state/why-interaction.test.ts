import { expect, test } from "vitest";
import type { Outcome } from "../core/model/model";
import type { ExplainedInteraction } from "../engine/api";
import type { Study } from "../pharmacology/study";
import { WhyInteraction, type WhyQuestion } from "./why-interaction.svelte";

const study: Study = { perfuse: 1, drugs: [], people: { one: {} }, doses: [] };
const question = (title: string): WhyQuestion => ({
  title,
  studies: { with: study, without: study },
  victim: title,
});

const answer = (victim: string): Outcome<ExplainedInteraction> => ({
  ok: true,
  value: {
    victim,
    aucRatio: 2,
    cmaxRatio: 1,
    effects: [],
    pathways: [],
    escapesGut: undefined,
    staticRatio: undefined,
    ratioFromSimulated: undefined,
  },
});

test("the newest question is answered, whichever answer comes last", async () => {
  const waiting = new Map<string, (outcome: Outcome<ExplainedInteraction>) => void>();
  const why = new WhyInteraction({
    explainInteraction: (_studies, victim) =>
      new Promise((resolve) => void waiting.set(victim, resolve)),
  });
  const asked = ["first", "second"].map((title) => why.ask(question(title)));
  waiting.get("second")?.(answer("second"));
  waiting.get("first")?.(answer("first"));
  await Promise.all(asked);
  expect(why.answer?.victim).toBe("second");
});

test("an answer that comes after closing is nobody's", async () => {
  let finish: ((outcome: Outcome<ExplainedInteraction>) => void) | undefined;
  const why = new WhyInteraction({
    explainInteraction: () => new Promise((resolve) => (finish = resolve)),
  });
  const asked = why.ask(question("midazolam"));
  why.close();
  finish?.(answer("midazolam"));
  await asked;
  expect([why.question, why.answer]).toEqual([undefined, undefined]);
});

test("what went wrong is said", async () => {
  const why = new WhyInteraction({
    explainInteraction: () => Promise.reject(new Error("the worker ended")),
  });
  await why.ask(question("midazolam"));
  expect(why.problems).toMatchObject([{ message: "the worker ended" }]);
});
