// @ts-check
/**
 * Where things are: the repository, our cache folder, the tools in node_modules.
 *
 * What the build writes for its own use lies in one folder inside node_modules, so deleting
 * node_modules forgets everything. Paths are absolute: the commands work from any folder.
 * Loaded before anything is installed, so: Node's own modules only.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = folderOfPackage(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, "node_modules", ".cache", "perfuse");

/**
 * The nearest folder above that is a package: this file also runs from within a bundle.
 *
 * @param {string} folder
 * @returns {string}
 */
function folderOfPackage(folder) {
  return existsSync(join(folder, "package.json")) ? folder : folderOfPackage(dirname(folder));
}

/**
 * A message to the person; standard output is kept for results.
 * @param {string} sentence
 */
export const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** @param {import("node:crypto").BinaryLike} content */
export const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/**
 * @param {string} path
 * @returns {any} what the file holds, or undefined when it is missing or no JSON
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * The JavaScript file behind a command of node_modules/.bin, to be run with this very Node:
 * the .bin entries themselves are shell scripts on Windows.
 *
 * @param {string} packageName
 * @param {string} [command]  where a package brings several
 */
export function tool(packageName, command) {
  const folder = join(root, "node_modules", packageName);
  const bin = readJson(join(folder, "package.json"))?.bin;
  const path = typeof bin === "string" ? bin : bin?.[command ?? Object.keys(bin)[0] ?? ""];
  if (!path) throw new Error(`${packageName} has no command ${command ?? ""}`);
  return join(folder, path);
}
