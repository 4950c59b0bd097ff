// @ts-check
/**
 * `npm run chaos`: the vault under trial, as often as `npm test` does it; `npm run chaos -- kills 1000`:
 * one trial, as often as a person asks; `SEED=7` before it: another course of events.
 *
 * The trials and what each of them does are in `tests/chaos`.
 */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, say, tool } from "./project.mjs";

const room = "tests/chaos";
const ending = ".test.ts";

const [name, count] = process.argv.slice(2);
const known = readdirSync(join(root, room))
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));

if (name !== undefined && !known.includes(name)) {
  say(`There is no trial ${name}; there are: ${known.join(", ")}.`);
  process.exitCode = 1;
} else if (count !== undefined && !/^[1-9]\d{0,6}$/.test(count)) {
  say(`${count} is not how often: a whole number from 1 on.`);
  process.exitCode = 1;
} else {
  const places = name === undefined ? [room] : [`${room}/${name}${ending}`];
  const child = spawn(process.execPath, [tool("vitest"), "run", "--project", "chaos", ...places], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PERFUSE_CHAOS: name && count ? `${name}:${count}` : "" },
  });
  child.once("exit", (code) => (process.exitCode = code ?? 1));
}
