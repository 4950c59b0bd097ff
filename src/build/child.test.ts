/** A command that runs another: arguments, output, exit codes and signals go through. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";

const child = pathToFileURL(resolve("src/build/child.mjs")).href;

/** Becomes a Node that runs `code`; `when` sees what it prints and may send a signal. */
function become(
  code: string,
  when?: (printed: string, kill: (name: NodeJS.Signals) => void) => void,
) {
  const script = `import { becomeNode } from "${child}";
    await becomeNode(["-e", ${JSON.stringify(code)}, "one", "two words"], { ...process.env, MARK: "x" });`;
  const outer = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let printed = "";
  outer.stdout.on("data", (text: Buffer) => {
    printed += text.toString();
    when?.(printed, (name) => outer.kill(name));
  });
  outer.stdin.end("from standard input");
  return new Promise<{ code: number | null; signal: string | null; printed: string }>((done) =>
    outer.on("close", (code, signal) => done({ code, signal, printed })),
  );
}

const waitFor = (signal: string) =>
  `process.on("${signal}", () => process.exit(41)); setInterval(() => {}, 1000); console.log("ready");`;

test("arguments, environment and standard input arrive", async () => {
  const { code, printed } = await become(
    `process.stdin.on("data", (text) => console.log(process.argv.slice(1), process.env.MARK, String(text)));`,
  );
  expect(code).toBe(0);
  expect(printed).toBe("[ 'one', 'two words' ] x from standard input\n");
});

test.each([0, 1, 2, 17])("exit code %i is its own", async (code) => {
  expect(await become(`process.exit(${code})`)).toMatchObject({ code, signal: null });
});

describe.skipIf(process.platform === "win32")("signals", () => {
  test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s reaches it", async (signal) => {
    const { code } = await become(waitFor(signal), (printed, kill) => {
      if (printed.includes("ready")) kill(signal);
    });
    expect(code).toBe(41);
  });

  test("an end by a signal stays one", async () => {
    const { signal } = await become(`process.kill(process.pid, "SIGKILL")`);
    expect(signal).toBe("SIGKILL");
  });
});
