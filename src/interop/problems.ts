/** Turns what a schema finds wrong into sentences that name the thing. */
import type { BaseIssue } from "valibot";
import type { Problem } from "../core/model/model";

export function problemsOf(issues: readonly BaseIssue<unknown>[], what: string): Problem[] {
  return issues.slice(0, mostProblems).map((issue) => {
    const path = pathOf(issue);
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

function pathOf(issue: BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
