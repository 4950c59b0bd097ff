// @ts-check
/**
 * `npm run fuzz [-- seconds [seed]]`: feeds every reader of other people's files with files changed
 * at random, so many seconds each (60 where none is said), and prints how many there were. What
 * fails prints its file; the same seed finds it again.
 */
import { spawn } from "node:child_process";
import { root, say, tool } from "./project.mjs";

const [seconds = 60, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  say("Give the seconds for each reader, and perhaps a seed: npm run fuzz -- 60 7");
  process.exit(2);
}

const test = [
  "run",
  "--project",
  "node",
  "tests/hostile/fuzz.test.ts",
  "--disable-console-intercept",
];
const child = spawn(process.execPath, [tool("vitest"), ...test], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, FUZZ_SECONDS: String(seconds), FUZZ_SEED: String(seed) },
});
child.on("exit", (code) => process.exit(code ?? 1));
