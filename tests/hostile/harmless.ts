/** What must hold of whatever a reader gives, for any file: checked by the corpus and by fuzzing. */
import type { Outcome } from "../../src/core/model/model";
import type { Understood } from "../../src/interop/health/understood";
import { checkTwin } from "../../src/interop/twin-file";

/** @returns what is wrong; undefined where nothing is */
export function harmOf(outcome: Outcome<Understood>): string | undefined {
  if (!outcome.ok) {
    const isTold =
      outcome.problems.length > 0 &&
      outcome.problems.every(({ code, message }) => code !== "" && message !== "");
    return isTold ? undefined : "a refusal without a reason";
  }
  const { facts, drugs, events, questions, ignored } = outcome.value;
  const twin = checkTwin({ perfuseTwin: 1, name: "t", facts, drugs, events });
  if (!twin.ok) return `no twin could take it: ${JSON.stringify(twin.problems[0])}`;
  if (questions.some(({ text, drafts }) => text === "" || drafts.length === 0))
    return "an empty question";
  if (new Set(questions.map(({ id }) => id)).size !== questions.length)
    return "two questions of one id";
  if (ignored.some(({ count }) => !(count > 0))) return "a remark that counts nothing";
  return undefined;
}

/** Own keys of the prototypes that a hostile key could reach, as they are now. */
export function prototypes(): string {
  const all = [
    Object.prototype,
    Array.prototype,
    String.prototype,
    Number.prototype,
    Function.prototype,
    Map.prototype,
    Set.prototype,
  ];
  return all.map((one) => Reflect.ownKeys(one).map(String).join(" ")).join("\n");
}
