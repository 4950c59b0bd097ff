/** CITATION.cff says what package.json says, in the keys that version 1.2.0 of the format requires. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the citation file is complete and of this version", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const keys = new Map(
    [...readFileSync("CITATION.cff", "utf8").matchAll(/^([a-z-]+): *(.*)$/gm)].map(
      ([, key = "", value = ""]) => [key, value],
    ),
  );
  expect(keys.get("version")).toBe(version);
  expect(keys.get("cff-version")).toBe("1.2.0");
  for (const key of ["message", "title", "authors", "type", "license"]) {
    expect([...keys.keys()]).toContain(key);
  }
});
