/**
 * The lock file must be whole, or `npm ci` refuses it on a fresh machine: npm leaves out optional
 * packages (those for other systems) that the registry at hand did not have.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const packages = new Map<string, Entry>(Object.entries(read("package-lock.json").packages));

test("every package for another system is in the lock file", () => {
  const wanted = [...packages].flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter(({ path, name }) => !isLocked(path, name))).toEqual([]);
});

test("the lock file belongs to package.json", () => {
  const { dependencies, devDependencies, optionalDependencies }: Entry = read("package.json");
  expect(packages.get("")).toMatchObject({ dependencies, devDependencies, optionalDependencies });
});

/** As Node looks for it: in the package's own node_modules, then in those of the folders above. */
function isLocked(path: string, name: string): boolean {
  const here = `${path}/node_modules/${name}`.replace(/^\//, "");
  if (packages.has(here)) return true;
  return path !== "" && isLocked(path.slice(0, path.lastIndexOf("node_modules/") - 1), name);
}
