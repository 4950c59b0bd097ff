// @ts-check
/**
 * `npm run -s reproducible`: builds the last commit twice, in two folders of different names, with
 * nothing made before, and compares the SHA-256 of every file. Prints them if they agree.
 *
 * What is not committed does not count; `node_modules` is the one that is installed.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesIn, hashesOf, listOf } from "./release.mjs";
import { root, say } from "./project.mjs";

const folder = mkdtempSync(join(tmpdir(), "perfuse-reproducible-"));
try {
  const [one = {}, two = {}] = ["first", "the-second-build"].map(buildIn);
  const paths = [...new Set([...Object.keys(one), ...Object.keys(two)])].sort();
  const different = paths.filter((path) => one[path] !== two[path]);
  if (different.length > 0) throw new Error(`These differ: ${different.join(", ")}.`);
  process.stdout.write(listOf(one));
  say(`Both builds of ${commit()} have the same ${paths.length} files, byte for byte.`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// ——— below: the parts, in the order they are called ———

/** @param {string} name @returns {Record<string, string>}  SHA-256 by path */
function buildIn(name) {
  const clone = join(folder, name);
  execFileSync("git", ["clone", "--quiet", "--shared", root, clone]);
  execFileSync("git", ["checkout", "--quiet", "--detach", commit()], { cwd: clone });
  linkPackages(join(clone, "node_modules"));
  execFileSync(process.execPath, ["src/build/build.mjs"], {
    cwd: clone,
    stdio: ["ignore", 2, 2],
  });
  const dist = join(clone, "dist");
  return hashesOf(dist, filesIn(dist));
}

/** Every package but the cache, where things made before lie. @param {string} place */
function linkPackages(place) {
  const installed = join(root, "node_modules");
  mkdirSync(place);
  for (const name of readdirSync(installed)) {
    if (name !== ".cache") symlinkSync(join(installed, name), join(place, name), "junction");
  }
}

function commit() {
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
}
