// @ts-check
/**
 * Runs steps one after the other, shows what they print as they print it, and counts.
 *
 * Nothing stops the row: not a failing step, not one that crashes, hangs or cannot be started.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countsOf } from "./counts.mjs";
import { root } from "./project.mjs";

/** @typedef {import("./steps.mjs").Step} Step */
/** @typedef {import("./counts.mjs").Counts & { name: string, seconds: number }} Outcome */

/**
 * @param {Step[]} steps
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps) {
  const folder = mkdtempSync(join(tmpdir(), "perfuse-test-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outcomes = [];
  for (const [index, step] of steps.entries()) {
    process.stdout.write(`\n——— ${step.name}\n`);
    outcomes.push(await runStep(step, join(folder, `${index}.json`)));
  }
  return outcomes;
}

/**
 * @param {Step} step
 * @param {string} report
 * @returns {Promise<Outcome>}
 */
async function runStep(step, report) {
  const start = performance.now();
  const problem = await run(step, report).catch(String);
  if (problem) process.stdout.write(`${step.name}: ${problem}\n`);
  const seconds = (performance.now() - start) / 1000;
  return { name: step.name, seconds, ...countsOf(step.counts, report, !problem) };
}

/**
 * @param {Step} step
 * @param {string} report
 * @returns {Promise<string | undefined>}  what went wrong
 */
async function run(step, report) {
  const child = spawn(process.execPath, step.command(report), {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    // A group of its own, so that a hanging step ends with all that it started.
    detached: process.platform !== "win32",
  });
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    endAll(child);
  }, step.minutes * 60_000);
  const stop = () => endAll(child);
  process.on("exit", stop);
  try {
    const [code, signal] = await ended(child);
    if (late) return `took more than ${step.minutes} minutes and was ended`;
    return code === 0 ? undefined : `ended with ${signal ?? `code ${code}`}`;
  } finally {
    clearTimeout(limit);
    process.off("exit", stop);
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<[number | null, NodeJS.Signals | null]>}
 */
const ended = (child) =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve([code, signal]));
  });

/** @param {import("node:child_process").ChildProcess} child */
function endAll({ pid }) {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/**
 * The last words: a table of the steps and, last of all, the one line that scripts read.
 *
 * @param {Outcome[]} outcomes
 * @returns {string}
 */
export function summary(outcomes) {
  const rows = outcomes.map(({ name, seconds, passed, failed }) =>
    [
      name.padEnd(42),
      `${seconds.toFixed(1)} s`.padStart(8),
      count(passed, "passed"),
      count(failed, "failed"),
    ].join(" "),
  );
  const total = (/** @type {"passed" | "failed"} */ key) =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  return `\n${rows.join("\n")}\n\n${total("passed")} passed, ${total("failed")} failed\n`;
}

/** @param {number} number @param {string} word */
const count = (number, word) => (number ? `${number} ${word}` : "").padStart(14);
