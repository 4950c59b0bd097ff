// @ts-check
/**
 * Builds the site into `dist/` (`npm run build`), or only if something changed (`ensureBuilt`).
 *
 * Vite writes to a folder aside, which then takes dist's place in one step: nobody meets half a
 * site. The stamp names the sources and the files written, so a dist that something else made or
 * touched is not mistaken for ours.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pageFingerprint } from "./fingerprint.mjs";
import { oneAtATime } from "./lock.mjs";
import { cache, readJson, root, say, sha256, tool } from "./project.mjs";

export const dist = join(root, "dist");
const stampPath = join(cache, "dist.json");

/** Builds unless dist is already what the sources say. @returns {Promise<void>} */
export const ensureBuilt = () => oneAtATime("build", () => (isBuilt() ? undefined : build()));

function isBuilt() {
  const stamp = readJson(stampPath);
  return (
    stamp &&
    existsSync(dist) &&
    stamp.files === listing(dist) &&
    stamp.sources === pageFingerprint()
  );
}

/** @throws when Vite reports an error, which it has then printed */
function build() {
  say("Building the site.");
  const sources = pageFingerprint();
  // Beside dist, not in the cache: node_modules may be another file system.
  const aside = join(root, `.dist-${process.pid}`);
  const args = [tool("vite"), "build", "--outDir", aside, "--emptyOutDir", "--logLevel", "warn"];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new Error("The site could not be built, for the reason above.");
  }
  takePlace(aside, dist);
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampPath, JSON.stringify({ sources, files: listing(dist) }));
}

/** @param {string} fresh @param {string} place */
function takePlace(fresh, place) {
  const old = `${fresh}-old`;
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** Names, sizes and dates of all files, as one hash. @param {string} folder */
function listing(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`);
  return sha256(files.join("\n"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await oneAtATime("build", build);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
