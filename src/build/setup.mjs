// @ts-check
/**
 * Makes a fresh clone ready, before every command: `setup.mjs [--for-tests]`.
 *
 * Packages from the lock file and, for the tests, a Chromium. When nothing changed it is done in
 * the time it takes to read the lock file. Speaks on standard error only, in plain sentences.
 */
import { nodeProblem } from "./node-version.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
try {
  // Loaded only now: an old Node could not even load these, and would not say why.
  const { ensurePackages } = await import("./packages.mjs");
  await ensurePackages();
  if (process.argv.includes("--for-tests")) {
    const { ensureChromium } = await import("./chromium-install.mjs");
    ensureChromium();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
