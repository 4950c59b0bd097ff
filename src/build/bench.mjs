// @ts-check
/**
 * `npm run bench [-- name …]`: runs `tests/bench/*.bench.ts`, prints one table, writes bench.json.
 *
 * Each file runs in a process of its own, so one cannot warm or crowd another, and a crash costs
 * only its own rows. What a bench file looks like is said in `tests/bench/README.md`.
 */
import { execFileSync, fork } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { bestVulkan } from "./chromium.mjs";
import { commandInputs, fingerprint } from "./fingerprint.mjs";
import { readJson, root, say } from "./project.mjs";

/** @typedef {import("../../tests/bench/report").Row} Row */
/** @typedef {Row & { bench: string, met: boolean | null }} Result */

const room = "tests/bench";
const ending = ".bench.ts";
const minutes = 15;

/** @param {string[]} wanted  names without the ending */
function chosen(wanted) {
  const all = readdirSync(join(root, room)).filter((file) => file.endsWith(ending));
  const names = all.map((file) => file.slice(0, -ending.length)).sort();
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length === 0) return wanted.length > 0 ? wanted : names;
  throw new Error(`There is no bench ${unknown.join(", ")}; there are: ${names.join(", ")}.`);
}

/** @param {string[]} benches */
async function runAll(benches) {
  const inputs = [...commandInputs, room];
  const folder = await bundle({
    name: "bench",
    entries: Object.fromEntries(benches.map((name) => [name, `${room}/${name}${ending}`])),
    inputs,
    fingerprint: fingerprint([...inputs, ...benches]),
  });
  /** @type {Result[]} */
  const results = [];
  for (const name of benches) results.push(...(await run(name, join(folder, `${name}.js`))));
  return results;
}

/**
 * @param {string} bench
 * @param {string} file
 * @returns {Promise<Result[]>}
 */
function run(bench, file) {
  say(`Running ${bench}.`);
  /** @type {Result[]} */
  const rows = [];
  const child = fork(join(root, "src/build/bench-child.mjs"), [file], {
    // Its own words to standard error: standard output is for the table.
    stdio: ["ignore", 2, 2, "ipc"],
    env: { ...process.env, ...bestVulkan() },
    timeout: minutes * 60_000,
    killSignal: "SIGKILL",
  });
  child.on("message", (/** @type {Row} */ row) => rows.push({ bench, ...row, met: isMet(row) }));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code !== 0) {
        process.exitCode = 1;
        say(`${bench} ended with ${signal ?? `code ${code}`}; what it had measured counts.`);
      }
      resolve(rows);
    });
  });
}

/** @param {Row} row @returns {boolean | null} null: nothing was promised */
function isMet({ value, atLeast, atMost }) {
  if (atLeast === undefined && atMost === undefined) return null;
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}

// ——— what is shown and kept ———

/** @param {Result[]} results */
function table(results) {
  const rows = results.map((row) => [
    `${row.bench}: ${row.name}`,
    Number(row.value.toPrecision(4)).toString(),
    row.unit,
    goal(row),
    row.met === null ? "" : row.met ? "met" : "not met",
    row.note ?? "",
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join("");
}

/** @param {Row} row */
const goal = ({ atLeast, atMost }) =>
  [atLeast === undefined ? [] : `≥ ${atLeast}`, atMost === undefined ? [] : `≤ ${atMost}`]
    .flat()
    .join(", ");

/** @param {Result[]} results */
function record(results) {
  const { version, dependencies, devDependencies } = readJson(join(root, "package.json"));
  return {
    date: new Date().toISOString(),
    commit: git("rev-parse", "HEAD"),
    hasUncommittedChanges: git("status", "--porcelain") !== "",
    machine: {
      system: `${process.platform} ${process.arch}`,
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    versions: {
      perfuse: version,
      node: process.version,
      ...dependencies,
      vite: devDependencies.vite,
    },
    results,
  };
}

/** @param {string[]} args */
function git(...args) {
  try {
    return execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown";
  }
}

// Last, when everything above exists.
try {
  const benches = chosen(process.argv.slice(2));
  const results = await runAll(benches);
  process.stdout.write(table(results));
  writeFileSync(join(root, "bench.json"), `${JSON.stringify(record(results), null, 2)}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
