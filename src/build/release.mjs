// @ts-check
/**
 * What a release is: its files, each with its SHA-256, and the service worker that holds to them.
 *
 * `sha256sums.txt` names every file but itself and the worker, in the format of `sha256sum -c`. The
 * worker carries that list, so a new release is a new worker, by which browsers notice it.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "vite";
import { root, sha256 } from "./project.mjs";

const workerFile = "service-worker.js";
const listFile = "sha256sums.txt";

/** Vite plugin: writes both beside the built site. @returns {import("vite").Plugin} */
export function releaseWithWorker() {
  return {
    name: "perfuse:release-with-worker",
    apply: "build",
    // after everything else is on the disk, the public folder included
    writeBundle: {
      order: "post",
      sequential: true,
      handler: ({ dir }) => (dir ? writeRelease(dir) : undefined),
    },
  };
}

/** @param {string} folder  a built site */
async function writeRelease(folder) {
  const code = await workerCode();
  const isListed = (/** @type {string} */ path) => path !== workerFile && path !== listFile;
  const sums = hashesOf(folder, filesIn(folder).filter(isListed));
  writeFileSync(join(folder, listFile), listOf(sums));
  const files = { ...sums, ...hashesOf(folder, [listFile]) };
  // the worker's own code counts: another policy is another release
  const id = sha256(code + listOf(files)).slice(0, 16);
  const release = JSON.stringify({ id, files });
  writeFileSync(join(folder, workerFile), `const PERFUSE_RELEASE=${release};\n${code}`);
}

/**
 * @param {string} folder
 * @param {readonly string[]} paths
 * @returns {Record<string, string>}  SHA-256 in hexadecimal digits, by path
 */
export function hashesOf(folder, paths) {
  return Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

/** @param {string} folder @returns {string[]}  paths with slashes, in an order that no file system chooses */
export const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

/** As `sha256sum` prints it. @param {Readonly<Record<string, string>>} sums */
export const listOf = (sums) =>
  Object.entries(sums)
    .map(([path, sum]) => `${sum}  ${path}\n`)
    .join("");

/** One classic script: not every browser takes modules here. @returns {Promise<string>} */
async function workerCode() {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2023",
      lib: { entry: "src/offline/service-worker.ts", formats: ["iife"], name: "perfuse" },
    },
  });
  const [{ output } = { output: [] }] = [built].flat().filter((result) => "output" in result);
  const [chunk] = output;
  if (chunk?.type !== "chunk") throw new Error("The service worker was not built.");
  return chunk.code;
}
