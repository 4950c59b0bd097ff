/** What tests of readers share: a reading at a fixed moment, and shorthands for what came of it. */
import type { Outcome } from "../../core/model/model";
import { shippedDrugs } from "../../pharmacology/drugs/library";
import { answerQuestion } from "./gather";
import { knownDrugs } from "./known-drugs";
import type { Answer, Question, Reading, Understood } from "./understood";

export const reading: Reading = {
  source: "a file",
  drugs: knownDrugs(shippedDrugs),
  now: "2026-11-20T12:00:00+01:00",
};

/** @throws if it was refused */
export function understood(outcome: Outcome<Understood>): Understood {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** @throws if it was understood */
export function codeOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`was understood: ${JSON.stringify(outcome.value).slice(0, 300)}`);
  return outcome.problems[0]?.code ?? "";
}

/** @throws if there is another number of questions than one */
export function onlyQuestion({ questions }: Understood): Question {
  const [question] = questions;
  if (!question || questions.length > 1) {
    throw new Error(
      `${questions.length} questions: ${questions.map(({ text }) => text).join(" ")}`,
    );
  }
  return question;
}

/** Answers the only question there is, one answer after another. */
export function answered(before: Understood, ...answers: readonly Answer[]): Understood {
  return answers.reduce(
    (now, answer) => understood(answerQuestion(now, onlyQuestion(now).id, answer, reading)),
    before,
  );
}
