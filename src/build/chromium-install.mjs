// @ts-check
/**
 * Gets a Chromium for the tests onto a machine that has none.
 *
 * Tried in turn: Playwright's own download, the system libraries it may lack, the distribution's
 * package; the last two need apt and the right to use it. Where nothing helps, one sentence says
 * so and the tests go on without: those that need a browser then fail and are counted.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.mjs";
import { say, tool } from "./project.mjs";

/** @returns {string | undefined} the browser's path */
export function ensureChromium() {
  const found = findChromium() ?? (process.env["CHROMIUM_PATH"] ? undefined : install());
  if (!found) say(withoutChromium());
  return found;
}

function withoutChromium() {
  const named = process.env["CHROMIUM_PATH"];
  return named
    ? `CHROMIUM_PATH names ${named}, which is not there, so the tests that need a browser will fail: correct or unset it.`
    : "No Chromium was found and none could be installed, so the tests that need a browser will fail: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the command again.";
}

function install() {
  say("Downloading Chromium for the tests (once, about 170 MB).");
  const downloaded = run(process.execPath, [tool("@playwright/test"), "install", "chromium"]);
  const found = downloaded ? findChromium() : undefined;
  if (found || !mayUseApt()) return found;
  return (downloaded && withSystemLibraries()) || fromDistribution();
}

function withSystemLibraries() {
  say("Adding the system libraries that Chromium needs.");
  run(process.execPath, [tool("@playwright/test"), "install-deps", "chromium"]);
  return findChromium();
}

function fromDistribution() {
  say("Installing the system's Chromium package.");
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  return findChromium();
}

const mayUseApt = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/**
 * Whatever the command prints goes to standard error.
 *
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const stdio = /** @type {const} */ (["ignore", 2, 2]);
  return spawnSync(command, args, { stdio: [...stdio], env, timeout: 600_000 }).status === 0;
}
