/**
 * Proves that the layer check can fail: a small wrong project, where every file breaks one rule,
 * is held against the real rules.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tool } from "../../src/build/project.mjs";

/** Path → what it imports → the rule it breaks, if any. */
const files: readonly [path: string, imports: string, breaks: string | undefined][] = [
  ["src/core/drawing.ts", "three", "three-at-home"],
  ["src/core/type-only.ts", "type three", "three-at-home"],
  ["src/engine/keeping.ts", "idb", "idb-at-home"],
  ["src/state/calling.ts", "comlink", "comlink-at-home"],
  ["src/engine/parsing.ts", "valibot", "valibot-at-home"],
  ["src/engine/reacting.ts", "svelte", "svelte-at-home"],
  ["src/core/knowing.ts", "../pharmacology/fine", "from-core"],
  ["src/pharmacology/running.ts", "../engine/fine", "from-pharmacology"],
  ["src/engine/seeing.ts", "../state/fine", "from-engine"],
  ["src/storage/claiming.ts", "../pharmacology/fine", "from-storage"],
  ["src/views/panels/running.ts", "../../engine/fine", "from-views"],
  ["src/views/panels/Keeping.svelte", "idb", "idb-at-home"],
  ["src/views/panels/drawing.ts", "../charts/fine", "views-meet-in-state"],
  ["src/views/ui/deciding.ts", "../../state/fine", "ui-knows-nothing"],
  ["src/offline/running.ts", "../engine/fine", "from-offline"],
  ["src/cli/showing.ts", "../state/fine", "from-cli"],
  ["src/build/running.mjs", "../engine/fine.ts", "from-build"],
  ["src/core/one.ts", "./two", "no-cycles"],
  // A cycle is reported once, where it is met first.
  ["src/core/two.ts", "./one", undefined],
  ["src/core/asking.ts", "../engine/fine?worker&url", "from-core"],
  ["src/views/body/scene.ts", "three", undefined],
  ["src/build/body/mesh.ts", "three", undefined],
  ["src/storage/open.ts", "idb", undefined],
  ["src/interop/schema.ts", "valibot", undefined],
  ["src/engine/client.ts", "comlink", undefined],
  ["src/views/charts/axis.ts", "../ui/fine", undefined],
  ["src/views/charts/frame.ts", "../people/plot/fine", undefined],
  ["src/views/charts/crowd.ts", "../people/fine", "views-meet-in-state"],
  ["src/state/run.ts", "../engine/fine", undefined],
  ["src/app/start.ts", "../views/panels/fine", undefined],
];

const packages = ["three", "idb", "comlink", "valibot", "svelte"];

let project = "";
let found: Map<string, string[]>;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "perfuse-layers-"));
  write("package.json", JSON.stringify({ dependencies: namesAsKeys(packages) }));
  write("tsconfig.json", JSON.stringify({ compilerOptions: { moduleResolution: "bundler" } }));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`node_modules/${name}/index.js`, "export const thing = 1;");
  }
  for (const [path, imports] of files) write(path, source(path, imports));
  const views = ["panels", "charts", "people", "people/plot", "ui"].map((room) => `views/${room}`);
  const rooms = ["pharmacology", "engine", "state", ...views];
  for (const room of rooms) write(`src/${room}/fine.ts`, "export const thing = 1;");
  found = violations();
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

test.each(files)("%s, importing %s: %s", (path, _imports, breaks) => {
  expect(found.get(path) ?? []).toEqual(breaks ? [breaks] : []);
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

function source(path: string, imports: string): string {
  const [name = "", typeOnly] = imports.split(" ").toReversed();
  const line = `import ${typeOnly ? "type " : ""}{ thing } from "${name}"; export const own = ${typeOnly ? "1 as typeof thing" : "thing"};`;
  return path.endsWith(".svelte") ? `<script lang="ts">${line}</script>` : line;
}

const namesAsKeys = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, "*"]));

/** Names of the broken rules by file. */
function violations(): Map<string, string[]> {
  const rules = resolve("tests/checks/layers.cjs");
  const args = [tool("dependency-cruiser"), "src", "--config", rules, "--output-type", "json"];
  const output = execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } =
    JSON.parse(output);
  const byFile = new Map<string, Set<string>>();
  for (const { from, rule } of summary.violations) {
    byFile.set(from, (byFile.get(from) ?? new Set()).add(rule.name));
  }
  return new Map([...byFile].map(([from, names]) => [from, [...names].toSorted()]));
}
