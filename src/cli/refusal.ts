/** Ends a command with faults that the person can mend: exit 2. */
import type { Outcome, Problem } from "../core/model/model";

export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(", "));
    this.problems = problems;
  }
}

/** The value of an outcome, or the end of the command. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Refusal(outcome.problems);
  return outcome.value;
}

export function refuse(code: string, subject: string, message: string): never {
  throw new Refusal([{ code, subject, message }]);
}
