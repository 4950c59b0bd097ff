import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { studyJsonSchema } from "./schema";

const path = "public/schema/study-1.json";

test("the published schema of the study file is the one in use", () => {
  const text = `${JSON.stringify(studyJsonSchema(), null, 2)}\n`;
  // UPDATE_SCHEMA=1 npx vitest run src/build/schema.test.ts
  if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(path, text);
  expect(readFileSync(path, "utf8")).toBe(text);
});
