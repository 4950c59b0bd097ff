/** `npm start` as a person or a script meets it. The site is built already, so it starts at once. */
import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

interface End {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs until it ends, or is ended once it has printed an address. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<End> {
  const child = spawn(process.execPath, ["src/build/start.mjs", ...args], {
    // a test that built the site in this process left its own NODE_ENV, which is part of a build
    env: { ...process.env, NODE_ENV: "", CI: "1", PORT: "", ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  child.stdout.on("data", (text: Buffer) => {
    stdout += text.toString();
    if (stdout.includes("http")) child.kill();
  });
  return new Promise((done) => child.on("close", (code) => done({ code, stdout, stderr })));
}

const portOf = (url: string | undefined) => new URL(url ?? "").port;

test("prints the address, alone, on standard output", async () => {
  const { stdout, stderr } = await start(["--no-open", "--port", "0"]);
  expect(stdout).toMatch(/^Perfuse is at http:\/\/localhost:\d+\/ \(Ctrl\+C ends it\)\n$/);
  expect(stderr).toBe("");
});

test("takes the next free port when none is named", async ({ baseURL }) => {
  const { stdout } = await start(["--no-open"]);
  const port = Number(portOf(/http\S+/.exec(stdout)?.[0]));
  expect(port).toBeGreaterThanOrEqual(4173);
  expect(port).not.toBe(Number(portOf(baseURL)));
});

test("says that a named port is taken", async ({ baseURL }) => {
  const taken = portOf(baseURL);
  for (const end of [await start(["--port", taken]), await start([], { PORT: taken })]) {
    expect(end).toMatchObject({ code: 1, stdout: "" });
    expect(end.stderr).toContain(`Port ${taken} is taken`);
  }
});

test("refuses what it does not know, in one sentence", async () => {
  expect(await start(["--port", "many"])).toEqual({
    code: 1,
    stdout: "",
    stderr: 'A port is a whole number from 0 to 65535, and this is "many".\n',
  });
  expect((await start(["--prot", "1"])).stderr.split("\n")).toHaveLength(2);
});
