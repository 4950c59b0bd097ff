// @ts-check
/**
 * Runs a command as a child that the person does not notice: same terminal, same signals, same end.
 */
import { spawn } from "node:child_process";
import { endWithNpm } from "./orphan.mjs";

/**
 * @param {string[]} args  of this very Node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}  when it has ended; this process then ends in the same way
 */
export function becomeNode(args, env) {
  const child = spawn(process.execPath, args, { stdio: "inherit", env });
  const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  process.on("SIGTERM", passOn).on("SIGHUP", passOn).on("SIGINT", onInterrupt);
  endWithNpm(() => child.kill());

  // At a terminal Ctrl+C reaches the child by itself; a second one would look like impatience.
  function onInterrupt() {
    if (!process.stdin.isTTY) child.kill("SIGINT");
  }

  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGTERM", passOn).off("SIGHUP", passOn).off("SIGINT", onInterrupt);
      if (signal) process.kill(process.pid, signal);
      else process.exitCode = code ?? 1;
      resolve();
    });
  });
}
