/** Twins of every schema that ever was become today's; the list of steps has no gap. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { migrate, migrations, schemaNow, type Migration } from "./migrations";

const folder = "tests/fixtures/twins";

test("the steps follow each other from the first schema to today's", () => {
  expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, index) => index + 1));
  expect(schemaNow).toBe(migrations.length + 1);
});

test("of every schema there is a twin as it was kept", () => {
  const kept = readdirSync(folder).map((name) => Number(/^schema-(\d+)\.json$/.exec(name)?.[1]));
  expect(kept.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: schemaNow }, (_, index) => index + 1),
  );
});

test("each of them becomes what the next one says", () => {
  const twinOf = (schema: number): unknown =>
    JSON.parse(readFileSync(`${folder}/schema-${schema}.json`, "utf8"));
  for (let from = 1; from <= schemaNow; from++) {
    expect(migrate(twinOf(from), from)).toEqual(twinOf(schemaNow));
  }
});

/** Two schemas that never were, to try the walk itself. */
const steps: readonly Migration[] = [
  { from: 1, up: (twin) => ({ ...(twin as object), second: true }) },
  { from: 2, up: (twin) => ({ ...(twin as object), third: true }) },
];

test("a twin walks all steps from where it is, and what it was stays as it was", () => {
  const first = Object.freeze({ name: "a" });
  expect(migrate(first, 1, steps)).toEqual({ name: "a", second: true, third: true });
  expect(migrate(first, 2, steps)).toEqual({ name: "a", third: true });
  expect(migrate(first, 3, steps)).toBe(first);
});

test("what is newer, or never was, is not guessed at", () => {
  for (const from of [0, 4, 1.5, Number.NaN]) {
    expect(() => migrate({}, from, steps)).toThrow(RangeError);
  }
});
