// @ts-check
/**
 * Keeps generated bodies under node_modules/.cache, one folder for each state of the recipes.
 *
 * Several processes may ask at once (a dev server and four test workers on a fresh clone): the
 * first takes a lock, the others wait for its folder to appear.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/**
 * @typedef {object} CachedBody
 * @property {string} key  changes whenever the bytes may have changed
 * @property {Buffer} far  packed and deflated
 * @property {Buffer} close
 * @property {string} facts  JSON of `BodyFacts`
 */

/** What the bytes depend on: the recipes, and the page's side of the format. */
const sourceFolders = ["src/build/body", "src/views/body/mesh"];
const sourceFiles = [
  "src/views/body/anatomy.ts",
  "src/views/body/body-facts.ts",
  "src/views/body/body-file.ts",
  "src/views/body/parts.ts",
];

/**
 * @param {string} root  the project's folder
 * @param {(line: string) => void} [log]
 * @returns {Promise<CachedBody>}
 */
export async function cachedBody(root, log = () => {}) {
  const key = sourceKey(root);
  const folder = join(root, "node_modules/.cache/perfuse/body", key);
  mkdirSync(dirname(folder), { recursive: true });
  while (!existsSync(folder)) {
    const lock = `${folder}.lock`;
    if (!takeLock(lock)) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    try {
      log("making the body's meshes (once per change of a recipe)");
      await generateInto(root, folder, log);
      forgetOld(dirname(folder));
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return {
    key,
    far: readFileSync(join(folder, "far.bin")),
    close: readFileSync(join(folder, "close.bin")),
    facts: readFileSync(join(folder, "facts.json"), "utf8"),
  };
}

/**
 * Bundles the generator, because Node 20 does not run TypeScript, and runs it.
 *
 * @param {string} root
 * @param {string} folder
 * @param {(line: string) => void} log
 */
async function generateInto(root, folder, log) {
  const half = `${folder}.${process.pid}`;
  try {
    await build({
      root,
      configFile: false,
      logLevel: "error",
      build: {
        ssr: "src/build/body/generate.ts",
        outDir: half,
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        rolldownOptions: { output: { entryFileNames: "generate.mjs" } },
      },
    });
    const generator = await import(pathToFileURL(join(half, "generate.mjs")).href);
    /** @type {import("./generate").Body} */
    const body = generator.generateBody(log);
    rmSync(join(half, "generate.mjs"));
    writeFileSync(join(half, "far.bin"), body.far);
    writeFileSync(join(half, "close.bin"), body.close);
    writeFileSync(join(half, "facts.json"), JSON.stringify(body.facts));
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** Bodies kept: this one and those of the branches one goes back and forth between. */
const KEPT = 4;

/** @param {string} cache */
function forgetOld(cache) {
  const newestFirst = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => !path.endsWith(".lock"))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of newestFirst.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

/** A lock older than this was left by a process that died. */
const STALE_MS = 120_000;

/** @param {string} lock */
function takeLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_MS) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} root */
function sourceKey(root) {
  const hash = createHash("sha256");
  for (const file of bodySources(root))
    hash.update(relative(root, file).split(sep).join("/")).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Every file that the bytes depend on, in a fixed order.
 *
 * @param {string} root
 */
export function bodySources(root) {
  const inFolders = sourceFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => join(root, folder, name)),
  );
  return [...inFolders, ...sourceFiles.map((file) => join(root, file))].sort();
}
