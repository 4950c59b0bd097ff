/** The runner on small steps of every bad kind: it goes on, counts, and says so in its last line. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

/** The code that each step runs; the report's path is its first argument. */
interface StepCode {
  readonly does: string;
  readonly counts?: "vitest" | "playwright";
  readonly seconds?: number;
}

const vitestReport = (passed: number, failed: number, files: object[] = []) =>
  report({ numPassedTests: passed, numFailedTests: failed, testResults: files });
const playwrightReport = (expected: number, unexpected: number, flaky: number) =>
  report({ stats: { expected, unexpected, flaky, skipped: 3 } });
const report = (content: object) =>
  `require("node:fs").writeFileSync(process.argv[1], ${JSON.stringify(JSON.stringify(content))});`;

test.each<[string, StepCode, string]>([
  ["a step that ends well", { does: "" }, "1 passed, 0 failed"],
  ["a step that fails", { does: "process.exit(3)" }, "0 passed, 1 failed"],
  ["a step that crashes", { does: "process.abort()" }, "0 passed, 1 failed"],
  ["a step that does not parse", { does: "this is not JavaScript" }, "0 passed, 1 failed"],
  ["a step that hangs", { does: "setInterval(() => {}, 1)", seconds: 1 }, "0 passed, 1 failed"],
  ["tests", { does: vitestReport(12, 0), counts: "vitest" }, "12 passed, 0 failed"],
  [
    "failing tests",
    { does: `${vitestReport(10, 2)} process.exit(1)`, counts: "vitest" },
    "10 passed, 2 failed",
  ],
  [
    "a test file that does not load",
    {
      does: `${vitestReport(5, 0, [{ status: "failed", assertionResults: [] }])} process.exit(1)`,
      counts: "vitest",
    },
    "5 passed, 1 failed",
  ],
  [
    "an error between tests",
    { does: `${vitestReport(5, 0)} process.exit(1)`, counts: "vitest" },
    "5 passed, 1 failed",
  ],
  ["a report that never came", { does: "", counts: "vitest" }, "0 passed, 1 failed"],
  [
    "end-to-end tests, where luck is failure",
    { does: playwrightReport(7, 1, 1), counts: "playwright" },
    "7 passed, 2 failed",
  ],
])("%s", (_what, step, lastLine) => {
  expect(run([step]).lines.at(-1)).toBe(lastLine);
});

test("a failing step stops nothing, and the end tells", () => {
  const { lines, code, stdout } = run([
    { does: `console.log("first")` },
    { does: "process.exit(1)" },
    { does: "process.abort()" },
    { does: `${vitestReport(40, 0)}`, counts: "vitest" },
    { does: `console.log("last")` },
  ]);
  expect(lines.at(-1)).toBe("42 passed, 2 failed");
  expect(code).toBe(1);
  expect(stdout.indexOf("last")).toBeGreaterThan(stdout.indexOf("first"));
  expect(stdout).toMatch(/step 1 +\d+\.\d s +1 failed/);
});

test("a step that hangs is ended with all that it started", () => {
  const child = "setTimeout(() => {}, 60_000)";
  const { lines, code } = run([
    {
      does: `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" });`,
      seconds: 1,
    },
  ]);
  expect(lines.at(-1)).toBe("0 passed, 1 failed");
  // The pipe of standard output stays open as long as anything started lives; then no code comes.
  expect(code).toBe(1);
});

test("without failure the code is 0", () => {
  expect(run([{ does: "" }, { does: "" }])).toMatchObject({ code: 0 });
});

function run(codes: readonly StepCode[]) {
  const runner = pathToFileURL(resolve("src/build/runner.mjs")).href;
  const script = `import { runSteps, summary } from "${runner}";
    const steps = ${JSON.stringify(codes)}.map(({ does, counts, seconds = 60 }, index) => ({
      name: "step " + index, counts, minutes: seconds / 60,
      command: (report) => ["-e", does, report],
    }));
    const outcomes = await runSteps(steps);
    process.stdout.write(summary(outcomes));
    process.exitCode = outcomes.some(({ failed }) => failed) ? 1 : 0;`;
  const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 20_000,
  });
  return { stdout, code: status, lines: stdout.trimEnd().split("\n") };
}
