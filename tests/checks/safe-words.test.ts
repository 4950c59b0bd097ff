/** What the app says, and that the check of it can fail. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shippedDrugs } from "../../src/pharmacology/drugs/library";
import { allowed, textsOf, unsafeIn, unsafeTexts } from "./safe-words";

const drugs = shippedDrugs.map(({ name }) => name);
const isUnsafe = (text: string) => unsafeIn(text, drugs);

const bad = [
  "Take 500 mg every 12 h.",
  "Skip the next dose.",
  "The level is high. Reduce the dose by a quarter.",
  "Stop vancomycin and measure again.",
  "then give 250 mg once",
  "Please inject the insulin now.",
  "Increase midazolam to 5 mg.",
  "Do not take this medicine with juice.",
  "You should double the dose.",
  "The patient must not take the tablet.",
  "The next infusion should be delayed.",
  "We recommend a lower dose.",
  "Avoid this drug.",
  "Halve it.",
];

const good = [
  "In this simulation 500 mg every 12 h keeps 8 of 10 bodies inside the window.",
  "The dose of Thu 19 Nov, 20:00 was not taken.",
  "If the dose is halved, the area is 50 % lower in the middle body.",
  "This level makes your model’s exposure 22 % higher.",
  "Which dose had not been taken",
  "How sure it is that doses were taken",
  "Stop",
  "Type a dose such as 200 mg oral.",
  "A simulation, not advice.",
];

describe("the check finds", () => {
  test.each(bad)("%s", (text) => expect(isUnsafe(text)).toBe(true));
});

describe("the check is silent on", () => {
  test.each(good)("%s", (text) => expect(isUnsafe(text)).toBe(false));
});

test("strings, templates and markup are read, comments and styles are not", () => {
  const component = `<!-- Take 1 mg now. -->
    <script lang="ts">
      // Take 2 mg now.
      const words = { a: "Take 3 mg now.", b: (x: number) => \`Take \${x} mg now.\` };
    </script>
    <p title="Take 5 mg now.">Take 6 mg now.</p>
    <style>p::after { content: "Take 7 mg now."; }</style>`;
  const found = textsOf("a.svelte", component).filter(isUnsafe);
  expect(found.toSorted()).toEqual([
    "Take 3 mg now.",
    "Take 5 mg now.",
    "Take 6 mg now.",
    "Take … mg now.",
  ]);
  expect(textsOf("a.ts", `export const a: string = "Skip the dose.";`)).toEqual(["Skip the dose."]);
});

const rooms = "app cli engine interop offline pharmacology state storage views".split(" ");
const files = rooms.flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:svelte|ts)$/.test(name) && !/\.test\.ts$|for-tests|\.d\.ts$/.test(name))
    .map((name) => `src/${room}/${name}`),
);

test("no text of the app tells anybody what to do with a medicine", () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((path) => unsafeTexts(path, drugs))).toEqual([]);
});

test("what is allowed is still said somewhere", () => {
  const all = files.map((path) => readFileSync(path, "utf8")).join("\n");
  for (const start of Object.keys(allowed)) expect(all).toContain(start);
});
