// @ts-check
/**
 * `npm run -s perfuse -- COMMAND`: the command line, `src/cli/main.ts`, in a process of its own.
 *
 * It is a bundle, made anew when sources changed, and starts with the environment in which
 * WebGPU in Node finds Chromium's software adapter on a machine without a graphics driver.
 * A worker of the command line, `src/cli/<name>.worker.ts`, lies beside it as `<name>.worker.js`.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { becomeNode } from "./child.mjs";
import { bestVulkan } from "./chromium.mjs";
import { commandFingerprint, commandInputs } from "./fingerprint.mjs";
import { root, say } from "./project.mjs";

const room = "src/cli";

try {
  if (!existsSync(join(root, room, "main.ts"))) throw new Error(`${room}/main.ts is not there.`);
  const folder = await bundle({
    name: "cli",
    entries: entries(),
    inputs: commandInputs,
    fingerprint: commandFingerprint(),
  });
  const args = ["--enable-source-maps", join(folder, "main.js"), ...process.argv.slice(2)];
  await becomeNode(args, { ...process.env, ...bestVulkan() });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** @returns {Record<string, string>} */
function entries() {
  const names = readdirSync(join(root, room)).filter((name) => name.endsWith(".worker.ts"));
  return Object.fromEntries(
    ["main.ts", ...names].map((name) => [name.slice(0, -".ts".length), `${room}/${name}`]),
  );
}
