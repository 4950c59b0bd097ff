// @ts-check
/**
 * `npm start [-- --no-open] [-- --port N]`: builds the site if its sources changed, serves it on
 * this machine, prints the address and opens it in the browser where there is one.
 */
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { dist, ensureBuilt } from "./build.mjs";
import { isTaken } from "./listen.mjs";
import { endWithNpm } from "./orphan.mjs";
import { say } from "./project.mjs";
import { serve } from "./serve.mjs";

async function start() {
  endWithNpm();
  const { values } = readArguments();
  const port = portFrom(values.port ?? process.env["PORT"]);
  await ensureBuilt();
  const { url } = await serve({ root: dist, port }).catch((error) => {
    throw isTaken(error) ? new Error(portProblem(port)) : error;
  });
  process.stdout.write(`Perfuse is at ${url} (Ctrl+C ends it)\n`);
  if (!values["no-open"] && hasBrowser()) open(url);
}

function readArguments() {
  try {
    return parseArgs({ options: { "no-open": { type: "boolean" }, port: { type: "string" } } });
  } catch {
    throw new Error("npm start knows two options: --no-open, and --port with a number.");
  }
}

/** @param {string | undefined} text */
function portFrom(text) {
  if (text === undefined || text === "") return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`A port is a whole number from 0 to 65535, and this is "${text}".`);
}

/** @param {number | undefined} port */
const portProblem = (port) =>
  port === undefined
    ? "None of the ports from 4173 on is free: name another with --port."
    : `Port ${port} is taken or not allowed: name another, or leave it out and the next free one is used.`;

function hasBrowser() {
  if (process.env["CI"]) return false;
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

/** A browser that does not open is no failure: the address is printed. @param {string} url */
function open(url) {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command ?? "", [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

const openers = /** @type {Record<string, string[]>} */ ({
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
});

// Last, when everything above exists.
try {
  await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
