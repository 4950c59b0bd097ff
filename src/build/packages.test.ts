/** Set-up on a small project with an npm of our own, which notes each call. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeProblem } from "./node-version.mjs";
import { isInstalled, isStamped } from "./packages.mjs";

const vite = { version: "8.0.0", integrity: "sha512-a" };
const optional = { version: "1.0.0", integrity: "sha512-b", optional: true };
const elsewhere = { ...optional, os: ["plan9"], cpu: ["vax"] };

let project = "";

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "perfuse-setup-"));
  mkdirSync(join(project, "node_modules"));
  lock({ "": {}, "node_modules/vite": vite, "node_modules/webgpu": optional });
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (path: string, content: unknown) =>
  writeFileSync(join(project, path), JSON.stringify(content));
const lock = (packages: object) => write("package-lock.json", { packages });
const installed = (packages: object) => write("node_modules/.package-lock.json", { packages });

describe("packages are those of the lock file", () => {
  test("when all are there", () => {
    installed({ "node_modules/vite": vite, "node_modules/webgpu": optional });
    expect(isInstalled(project)).toBe(true);
  });

  test("also without an optional one, which may not be had everywhere", () => {
    installed({ "node_modules/vite": vite });
    expect(isInstalled(project)).toBe(true);
  });

  test.each([
    ["nothing is installed", undefined],
    ["one is missing", { "node_modules/webgpu": optional }],
    ["one has another version", { "node_modules/vite": { ...vite, version: "7.0.0" } }],
    ["one has other contents", { "node_modules/vite": { ...vite, integrity: "sha512-x" } }],
    ["one is not in the lock", { "node_modules/vite": vite, "node_modules/left": vite }],
  ])("but not when %s", (_what, packages) => {
    if (packages) installed(packages);
    expect(isInstalled(project)).toBe(false);
  });

  test("nor when they were installed on another system", () => {
    lock({ "node_modules/vite": vite, "node_modules/binding": elsewhere });
    installed({ "node_modules/vite": vite, "node_modules/binding": elsewhere });
    expect(isInstalled(project)).toBe(false);
  });
});

describe("set-up", () => {
  test("installs once, then leaves a stamp and does nothing", async () => {
    const npm = fakeNpm(`${succeed}`);
    expect(await setUp(npm)).toMatchObject({ code: 0, stdout: "" });
    expect(isStamped(project)).toBe(true);
    expect(await setUp(npm)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(calls()).toHaveLength(1);
    expect(calls()[0]).toContain("ci");
  });

  test("installs again when the lock changes, and not for packages added by hand", async () => {
    const npm = fakeNpm(succeed);
    await setUp(npm);
    lock({ "node_modules/vite": { ...vite, version: "8.0.1" } });
    expect(isStamped(project)).toBe(false);
    await setUp(npm);
    expect(calls()).toHaveLength(2);
    lock({ "node_modules/vite": vite });
    installed({ "node_modules/vite": vite });
    await setUp(npm);
    expect(isStamped(project)).toBe(true);
    expect(calls()).toHaveLength(2);
  });

  test("two at once install once", async () => {
    const npm = fakeNpm(`await new Promise((done) => setTimeout(done, 500)); ${succeed}`);
    const ends = await Promise.all([setUp(npm), setUp(npm), setUp(npm)]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(calls()).toHaveLength(1);
  });

  test("a set-up that died in the middle stops nobody", async () => {
    const hanging = fakeNpm("await new Promise((done) => setTimeout(done, 1500));");
    const dying = start(hanging);
    await until(() => calls().length === 1);
    dying.kill("SIGKILL");
    expect((await setUp(fakeNpm(succeed))).code).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  test("without a network one sentence says what to do", async () => {
    const npm = fakeNpm(`console.error("npm error code ENOTFOUND"); process.exit(1);`);
    const { code, stderr } = await setUp(npm);
    expect(code).toBe(1);
    expect(stderr).toContain("cannot reach: connect it to the network");
    expect(isStamped(project)).toBe(false);
  });

  test("another failure points at npm's own words", async () => {
    const { stderr } = await setUp(fakeNpm(`console.error("npm error EUSAGE"); process.exit(1);`));
    expect(stderr).toContain("npm error EUSAGE");
    expect(stderr).toContain("for the reason it gives above");
  });
});

describe("Node", () => {
  test.each(["20.19.0", "20.20.2", "22.13.0", "24.0.0", "26.1.0"])("%s will do", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  test.each(["18.20.4", "20.18.3", "21.7.3", "22.12.0", "23.11.0"])("%s is refused", (version) => {
    expect(nodeProblem(version)).toContain(`this is Node ${version}:`);
  });

  test("the range is the one in package.json", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engines.node).toBe("^20.19 || ^22.13 || >=24");
  });
});

// ——— the other npm ———

const succeed = `writeFileSync("node_modules/.package-lock.json", readFileSync("package-lock.json"));`;

/** Its file name makes it npm to the set-up, as it does within `npm run`. */
function fakeNpm(does: string): string {
  const path = join(mkdtempSync(join(project, "npm-")), "npm-cli.js");
  writeFileSync(join(path, "..", "package.json"), `{ "type": "module" }`);
  writeFileSync(
    path,
    `import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
     appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
     ${does}`,
  );
  return path;
}

const calls = () =>
  existsSync(join(project, "calls"))
    ? readFileSync(join(project, "calls"), "utf8").trim().split("\n")
    : [];

function start(npm: string) {
  const packages = pathToFileURL(resolve("src/build/packages.mjs")).href;
  const code = `import { ensurePackages } from "${packages}";
    try { await ensurePackages(${JSON.stringify(project)}); }
    catch (error) { console.error(error.message); process.exitCode = 1; }`;
  return spawn(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, npm_execpath: npm },
  });
}

function setUp(npm: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = start(npm);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, stdout, stderr })));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 20));
}
