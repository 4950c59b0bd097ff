// @ts-check
/**
 * Turns TypeScript entries into a bundle that Node runs: for the command line and the benchmarks.
 *
 * Node 20 does not run TypeScript, and shaders come in by Vite's imports, so Vite bundles. The
 * bundle's folder carries the hash of its sources: it is there or it is not, two commands may make
 * it at once, and a running one keeps its own.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { basename, join } from "node:path";
import { onlyFingerprinted } from "./fingerprint.mjs";
import { cache, root, say } from "./project.mjs";

/** Not bundled: they hold programs, or bring a browser. */
const external = ["webgpu", "vite", "vitest", "playwright", "playwright-core", "@playwright/test"];

/**
 * @param {object} options
 * @param {string} options.name  of the bundle, for messages and its folder
 * @param {Record<string, string>} options.entries  name of the output → source, from the project's root
 * @param {string[]} options.inputs  all it may be made of
 * @param {string} options.fingerprint  of those
 * @returns {Promise<string>}  the folder with one `<name>.js` an entry
 */
export async function bundle({ name, entries, inputs, fingerprint }) {
  const home = join(cache, name);
  const folder = join(home, fingerprint);
  if (existsSync(folder)) {
    touch(folder);
    return folder;
  }
  say(`Building ${name === "cli" ? "the command line" : "the benchmarks"}.`);
  const aside = join(home, `${fingerprint}-${process.pid}`);
  mkdirSync(home, { recursive: true });
  await buildInto(aside, entries, inputs);
  try {
    renameSync(aside, folder);
  } catch {
    // Another command was faster with the same sources.
    rmSync(aside, { recursive: true, force: true });
  }
  forgetOldOnes(home, basename(folder));
  return folder;
}

/**
 * @param {string} outDir
 * @param {Record<string, string>} entries
 * @param {string[]} inputs
 */
async function buildInto(outDir, entries, inputs) {
  const { build, createLogger } = await import("vite");
  const input = Object.fromEntries(
    Object.entries(entries).map(([name, path]) => [name, join(root, path)]),
  );
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    customLogger: onStandardError(createLogger("warn")),
    plugins: [onlyFingerprinted(inputs)],
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir,
      target: "node20",
      minify: false,
      sourcemap: true,
      assetsInlineLimit: 0,
      rollupOptions: { input, output: { entryFileNames: "[name].js" } },
    },
  });
}

/** @param {import("vite").Logger} logger */
function onStandardError(logger) {
  return { ...logger, info: () => {}, warn: say, warnOnce: say, error: say };
}

/** Marks a bundle as used now. @param {string} folder */
function touch(folder) {
  const now = new Date();
  utimesSync(folder, now, now);
}

const anHour = 3_600_000;

/** Bundles of earlier sources, unless a command may still be running from one. @param {string} home @param {string} current */
function forgetOldOnes(home, current) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (name !== current && age > anHour) rmSync(path, { recursive: true, force: true });
  }
}
