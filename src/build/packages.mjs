// @ts-check
/**
 * Are the packages in node_modules those of the lock file, and if not, get them.
 *
 * A stamp with the lock's hash answers in a moment. Without it npm's own record of what it
 * installed is compared with the lock, so packages that somebody installed by hand are kept.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { oneAtATime } from "./lock.mjs";
import { readJson, root, say, sha256 } from "./project.mjs";

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean, extraneous?: boolean, os?: string[], cpu?: string[] }} Package */

/** @param {string} [project]  the folder with package.json */
export async function ensurePackages(project = root) {
  if (isStamped(project)) return;
  const work = async () => {
    if (isStamped(project)) return;
    if (!isInstalled(project)) await install(project);
    stamp(project);
  };
  await oneAtATime("set-up", work, { place: project });
}

// ——— the stamp ———

const stampPath = (/** @type {string} */ project) =>
  join(project, "node_modules", ".cache", "perfuse", "packages");
const recordPath = (/** @type {string} */ project) =>
  join(project, "node_modules", ".package-lock.json");

/** Packages hold programs for one system, so the stamp names the system too. */
const stampOf = (/** @type {string} */ project) =>
  `${process.platform} ${process.arch} ${sha256(readFileSync(join(project, "package-lock.json")))}`;

/** @param {string} project */
export function isStamped(project) {
  if (!existsSync(recordPath(project)) || !existsSync(stampPath(project))) return false;
  return readFileSync(stampPath(project), "utf8") === stampOf(project);
}

/** @param {string} project */
function stamp(project) {
  mkdirSync(join(stampPath(project), ".."), { recursive: true });
  writeFileSync(stampPath(project), stampOf(project));
}

// ——— the comparison ———

/**
 * Does node_modules hold what the lock file asks for on this system? Optional packages may be
 * missing: npm leaves them out where they do not fit or cannot be had.
 *
 * @param {string} project
 */
export function isInstalled(project) {
  const wanted = packagesIn(join(project, "package-lock.json"));
  const present = packagesIn(recordPath(project));
  if (!wanted || !present) return false;
  for (const [path, entry] of present) {
    if (!isSame(wanted.get(path), entry) || !fitsThisSystem(entry)) return false;
  }
  for (const [path, entry] of wanted) {
    if (!present.has(path) && !mayBeMissing(entry)) return false;
  }
  return true;
}

/** @param {string} path @returns {Map<string, Package> | undefined} */
function packagesIn(path) {
  const packages = readJson(path)?.packages;
  return packages && new Map(Object.entries(packages).filter(([name]) => name !== ""));
}

/** @param {Package | undefined} wanted @param {Package} present */
const isSame = (wanted, present) =>
  wanted?.version === present.version && wanted?.integrity === present.integrity;

/** @param {Package} entry */
const fitsThisSystem = (entry) =>
  (!entry.os || entry.os.includes(process.platform)) &&
  (!entry.cpu || entry.cpu.includes(process.arch));

/** @param {Package} entry */
const mayBeMissing = (entry) =>
  Boolean(entry.optional || entry.devOptional || entry.extraneous || entry.link);

// ——— getting them ———

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT|network/;

/** @param {string} project */
async function install(project) {
  say("Installing Perfuse's packages from the lock file (once, about a minute).");
  const { code, output } = await npm(project, ["ci", ...npmSettings]);
  if (code === 0) return;
  throw new Error(
    offline.test(output)
      ? "Perfuse needs its packages once from the npm registry, which this machine cannot reach: connect it to the network (or tell npm of the proxy or mirror) and run the command again."
      : "npm could not install the packages, for the reason it gives above: mend that and run the command again.",
  );
}

/** Everything is needed to build and test, whatever NODE_ENV or a person's npm settings leave out. */
const npmSettings = [
  "--include=dev",
  "--include=optional",
  // None of our packages needs to run anything when installed, so none may.
  "--ignore-scripts",
  "--prefer-offline",
  // An unreachable registry is told after half a minute, not after more than one.
  "--fetch-retry-mintimeout=3000",
  "--fetch-retry-maxtimeout=15000",
  "--no-audit",
  "--no-fund",
];

/**
 * @param {string} cwd
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}  output: standard error, also shown
 */
function npm(cwd, args) {
  const own = process.env["npm_execpath"];
  const inNpm = own && basename(own) === "npm-cli.js";
  const child = inNpm
    ? spawn(process.execPath, [own, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("npm", args, {
        cwd,
        stdio: ["ignore", "pipe", "pipe"],
        shell: process.platform === "win32",
      });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (text) => process.stderr.write(text));
    child.stderr.on("data", (text) => {
      output += text;
      process.stderr.write(text);
    });
    child.on("error", (error) =>
      reject(
        new Error(
          `npm did not start (${error.message}): install npm, which comes with Node, and run the command again.`,
        ),
      ),
    );
    child.on("close", (code) => resolve({ code, output }));
  });
}
