// @ts-check
/**
 * One at a time: a lock between processes, for work that two commands may start at once.
 *
 * A file names the process that holds the lock; a file whose process is gone is taken over.
 * It lies in the system's temporary folder, because installing empties node_modules.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root, say, sha256 } from "./project.mjs";

/**
 * @template T
 * @param {string} name  what is being done, for instance "set-up"
 * @param {() => T | Promise<T>} work
 * @param {{ timeoutMs?: number, place?: string }} [options]  place: the project it is done to
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work, { timeoutMs = 900_000, place = root } = {}) {
  const path = join(tmpdir(), `perfuse-${name}-${sha256(place).slice(0, 12)}.lock`);
  await acquire(name, path, Date.now() + timeoutMs);
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

/**
 * @param {string} name
 * @param {string} path
 * @param {number} until
 */
async function acquire(name, path, until) {
  let told = false;
  while (!tryToAcquire(path)) {
    const holder = holderOf(path);
    if (!isRunning(holder)) breakStale(path, holder);
    else if (Date.now() > until) {
      throw new Error(
        `Another ${name} (process ${holder}) has been running for too long: end it, or delete ${path}, and try again.`,
      );
    } else {
      if (!told) say(`Waiting for another ${name} (process ${holder}) to finish.`);
      told = true;
      await pause(200);
    }
  }
}

/**
 * The file appears whole, by a link: nobody ever reads a lock without its owner's number.
 *
 * @param {string} path
 */
function tryToAcquire(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} path */
function holderOf(path) {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return NaN;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * Renaming is the atomic part: of two that find the same stale file only one moves it. If a third
 * has taken the lock in between, what was moved is theirs and goes back.
 *
 * @param {string} path
 * @param {number} stale
 */
function breakStale(path, stale) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    const moved = holderOf(aside);
    if (moved !== stale && isRunning(moved)) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch {
    // Somebody else was faster; the loop looks again.
  }
}
