// @ts-check
/**
 * The checks of `npm test`, in their order: quick ones first, each by the tool that knows best.
 *
 * A step is a command of Node. Where its tool counts tests, `counts` says in whose format the
 * numbers arrive; any other step counts as one. The minutes are a limit against hanging, several
 * times what two slow cores need.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, tool } from "./project.mjs";

/**
 * @typedef {object} Step
 * @property {string} name  whose first word a person may ask for: `npm test -- lint`
 * @property {(report: string) => string[]} command  arguments for Node; a tool that counts writes
 *   its numbers to the file `report`
 * @property {"vitest" | "playwright"} [counts]
 * @property {number} minutes
 */

/** @returns {Step[]} */
export const quickSteps = () => [
  ...types(),
  ...lint(),
  vitest("unit tests", "node", ["src/", "tests/checks/"]),
];

/** @returns {Step[]} */
export const allSteps = () => [
  ...types(),
  ...lint(),
  { name: "unused code", command: () => [tool("knip"), "--no-config-hints"], minutes: 5 },
  vitest("unit, conformance and science", "node"),
  // Vitest takes a project without tests for a fault.
  ...(hasBrowserTests() ? [vitest("browser tests", "browser")] : []),
  vitest("the vault under trial", "chaos"),
  { name: "build", command: () => ["src/build/build.mjs"], minutes: 5 },
  { name: "end to end", command: endToEnd, counts: "playwright", minutes: 40 },
];

/** @returns {Step[]} */
const types = () => [
  {
    name: "types",
    command: () => [
      tool("svelte-check"),
      "--tsconfig",
      "./tsconfig.json",
      "--tsgo",
      "--fail-on-warnings",
    ],
    minutes: 5,
  },
  {
    name: "types of the core, where no page exists",
    command: () => [tool("@typescript/native"), "-p", "src/core/tsconfig.json"],
    minutes: 5,
  },
];

/** @returns {Step[]} */
const lint = () => [
  {
    name: "lint",
    command: () => [tool("oxlint"), "-c", rules("oxlint.json"), "--type-aware", "src", "tests"],
    minutes: 5,
  },
  {
    name: "lint of components",
    command: () => [tool("eslint"), "-c", rules("eslint.js"), "src"],
    minutes: 5,
  },
  {
    name: "layers",
    command: () => [tool("dependency-cruiser"), "src", "--config", rules("layers.cjs")],
    minutes: 5,
  },
];

const rules = (/** @type {string} */ file) => `tests/checks/${file}`;

/**
 * @param {string} name
 * @param {"node" | "browser" | "chaos"} project  as in vite.config.ts
 * @param {string[]} [places]
 * @returns {Step}
 */
const vitest = (name, project, places = []) => ({
  name,
  command: (report) => [
    tool("vitest"),
    "run",
    "--project",
    project,
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...places,
  ],
  counts: "vitest",
  minutes: 15,
});

/** Playwright learns from its environment where the numbers go (`runner.mjs`). */
const endToEnd = () => [
  tool("@playwright/test"),
  "test",
  "-c",
  "tests/e2e",
  "--reporter=list,json",
];

const hasBrowserTests = () =>
  ["src", "tests"].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).some((name) =>
      name.endsWith(".browser.test.ts"),
    ),
  );
