/**
 * Nothing in the project may depend on where somebody has it: no tracked file names a folder of a
 * machine or reaches outside the repository.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Written in parts, so that this file does not find itself.
const foreign = [
  ["", "work", ""].join("/"),
  ["", "root", ""].join("/"),
  ["..", "shared"].join("/"),
].map((path) => new RegExp(`(?<![\\w.~/-])${path.replaceAll(".", "\\.")}`));

const mentions = (text: string) => foreign.some((path) => path.test(text));

test("no tracked file names a path of somebody's machine", () => {
  const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0");
  const present = files.filter((path) => path !== "" && existsSync(path));
  expect(present.length).toBeGreaterThan(10);
  expect(present.filter((path) => mentions(readFileSync(path, "latin1")))).toEqual([]);
});

test("the check would find one", () => {
  expect(mentions(`see ${["", "work", "main"].join("/")}`)).toBe(true);
  expect(mentions(`import "${["..", "shared", "x"].join("/")}"`)).toBe(true);
  expect(mentions("https://example.org/work/1 and ./work/ and network/")).toBe(false);
});
