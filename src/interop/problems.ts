/** Turns what a schema finds wrong into sentences that name the thing. */
import type { BaseIssue } from "valibot";
import type { Problem } from "../core/model/model";

type Issue = BaseIssue<unknown>;

export function problemsOf(issues: readonly Issue[], what: string): Problem[] {
  return issues
    .flatMap((issue) => unfolded(issue, ""))
    .slice(0, mostProblems)
    .map(({ issue, path }) => {
      const subject = path === "" ? what : path;
      if (issue.type === "strict_object" && issue.expected === "never") {
        return { code: "unknown-key", subject, message: "is not a key that this file may have" };
      }
      if (issue.received === "undefined" && issue.type !== "check") {
        return { code: "missing-key", subject, message: "is missing" };
      }
      return { code: "bad-value", subject, message: issue.message };
    });
}

/** More than anybody reads at once. */
const mostProblems = 20;

interface Placed {
  readonly issue: Issue;
  readonly path: string;
}

/**
 * A union says only that no option fitted. Where some option got inside of the value, what it
 * found there is what the person needs to hear.
 */
function unfolded(issue: Issue, before: string): Placed[] {
  const path = before + pathOf(issue, before);
  if (issue.type === "union" && issue.issues) {
    const inside = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 0);
    const deepest = inside.filter((inner) => !isWholeKey(inner));
    const told = deepest.length > 0 ? deepest : inside;
    if (told.length > 0) return told.flatMap((inner) => unfolded(inner, path));
  }
  return [{ issue, path }];
}

/** An option that already stumbles over a key of its own is the wrong option. */
function isWholeKey({ type, path }: Issue): boolean {
  return type === "strict_object" && path?.length === 1;
}

function pathOf({ path }: Issue, before: string): string {
  const text = (path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("");
  return before === "" ? text.replace(/^\./, "") : text;
}
