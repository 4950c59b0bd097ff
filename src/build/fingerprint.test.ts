/** What makes a build anew and what does not, on a small project. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let project = "";
const take = (without: string[] = []) =>
  fingerprint(["src", "index.html", "absent"], { project, without });
const write = (path: string, content: string) => writeFileSync(join(project, path), content);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "perfuse-fingerprint-"));
  mkdirSync(join(project, "src/views"), { recursive: true });
  write("index.html", "<!doctype html>");
  write("src/a.ts", "1");
  write("src/b.ts", "2");
  write("src/a.test.ts", "expect(1)");
  write("src/views/View.svelte", "<p>x</p>");
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const changes: [string, () => void][] = [
  ["a changed file", () => write("src/a.ts", "3")],
  ["a new file", () => write("src/c.ts", "")],
  ["a file gone", () => rmSync(join(project, "src/b.ts"))],
  ["a new name", () => renameSync(join(project, "src/b.ts"), join(project, "src/c.ts"))],
  ["a change in the page itself", () => write("index.html", "<!doctype html><p>")],
  ["an absent input that appears", () => write("absent", "")],
  [
    "contents that change places",
    () => {
      write("src/a.ts", "2");
      write("src/b.ts", "1");
    },
  ],
];

test.each(changes)("%s changes it", (_what, change) => {
  const before = take();
  change();
  expect(take()).not.toBe(before);
});

test("a test, a date, or the same content again do not", () => {
  const before = take();
  write("src/a.test.ts", "expect(2)");
  write("src/a.ts", "1");
  utimesSync(join(project, "src/b.ts"), new Date(0), new Date(0));
  expect(take()).toBe(before);
});

test("a room left out does not count", () => {
  const [all, some] = [take(), take(["src/views"])];
  write("src/views/View.svelte", "<p>y</p>");
  expect(take()).not.toBe(all);
  expect(take(["src/views"])).toBe(some);
});
