// @ts-check
/**
 * Has anything changed that a build depends on? One hash over names and contents.
 *
 * Contents, not dates: a fresh clone, a branch switched to and fro, a file saved unchanged all
 * give the right answer. Tests are left out, so editing one rebuilds nothing. The build itself
 * refuses a source from outside this list (`onlyFingerprinted`), so the list cannot fall behind.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./project.mjs";

const settings = ["package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"];

/** What the page is made of. */
export const pageInputs = ["index.html", "src", "shaders", "public", "LICENSE", ...settings];

/** Rooms that only the page has; the import arrows keep them out of the command line. */
const pageRooms = ["src/app", "src/offline", "src/state", "src/storage", "src/views"];

/** What the command line and the benchmarks are made of. */
export const commandInputs = ["src", "shaders", "public", ...settings];

/**
 * @param {string[]} inputs  files and folders, relative to the project
 * @param {{ project?: string, without?: string[] }} [options]
 * @returns {string}
 */
export function fingerprint(inputs, { project = root, without = [] } = {}) {
  const hash = createHash("sha256").update(process.env["NODE_ENV"] ?? "");
  for (const path of inputs.flatMap((input) => filesIn(project, input, without))) {
    const content = readFileSync(join(project, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 32);
}

export const pageFingerprint = () => fingerprint(pageInputs);
export const commandFingerprint = () => fingerprint(commandInputs, { without: pageRooms });

/**
 * @param {string} project
 * @param {string} path
 * @param {string[]} without
 * @returns {string[]}  in an order that does not depend on the file system
 */
function filesIn(project, path, without) {
  const full = join(project, path);
  if (without.includes(path) || isTest(path) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(project, `${path}/${name}`, without));
}

const isTest = (/** @type {string} */ path) => /\.test\.\w+$/.test(path);

/**
 * Vite plugin: a module from outside the inputs ends the build, because changing it would go
 * unnoticed.
 *
 * @param {string[]} inputs
 * @returns {import("vite").Plugin}
 */
export function onlyFingerprinted(inputs) {
  return {
    name: "perfuse:only-fingerprinted",
    apply: "build",
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const path = pathInProject(id);
        if (path && !inputs.some((input) => path === input || path.startsWith(`${input}/`))) {
          this.error(`${path} is part of the build: name it in src/build/fingerprint.mjs.`);
        }
      }
    },
  };
}

/** @param {string} id  a module's path, perhaps with a query, or a name without a file */
function pathInProject(id) {
  const path = relative(root, id.split("?", 1)[0] ?? "")
    .split(sep)
    .join("/");
  const isOurs = id.startsWith(root) && !path.startsWith("node_modules/");
  return isOurs ? path : undefined;
}
