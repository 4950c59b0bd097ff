// @ts-check
/**
 * Makes a fresh clone ready, before every command: `setup.mjs [--for-tests]`.
 *
 * Packages from the lock file and, for the tests, a Chromium. When nothing changed it is done in
 * the time it takes to read the lock file. Speaks on standard error only, in plain sentences.
 */
import { nodeProblem } from "./node-version.mjs";
import { ensurePackages } from "./packages.mjs";
import { say } from "./project.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  say(problem);
  process.exit(1);
}
try {
  await ensurePackages();
  if (process.argv.includes("--for-tests")) {
    // Loaded late: only here a browser matters.
    const { ensureChromium } = await import("./chromium-install.mjs");
    ensureChromium();
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
