import { describe, expect, test } from "vitest";
import { formatDuration, runSentence, talliesOf } from "./run-words";

const plain = (text: string) => text.replaceAll("\u202f", " ");
const counts = { done: 1280, of: 10_000, flagged: 0, rerun: 0, failed: 0, redrawn: 0 };

describe("a run in words", () => {
  test.each([
    ["preparing", "Preparing 10 000 people."],
    ["running", "Computing: 1280 of 10 000 people in 0.64 s on the GPU, about 4.4 s left."],
    ["stopping", "Stopping: 1280 of 10 000 people so far."],
    ["stopped", "Stopped: 1280 of 10 000 people in 0.64 s on the GPU. What was computed is kept."],
  ] as const)("while %s", (state, text) => {
    expect(plain(runSentence(state, counts, 640, "the GPU"))).toBe(text);
  });

  test("when done says the whole, and the time", () => {
    const all = { ...counts, done: 10_000 };
    expect(plain(runSentence("done", all, 940, "the GPU"))).toBe(
      "10 000 people in 0.94 s on the GPU.",
    );
  });

  test("guesses no time that is left from the first few", () => {
    const few = { ...counts, done: 100 };
    expect(plain(runSentence("running", few, 640, "the GPU"))).toBe(
      "Computing: 100 of 10 000 people in 0.64 s on the GPU.",
    );
  });

  test("says what happened to somebody, and always how many failed", () => {
    const texts = (more: Partial<typeof counts>) =>
      talliesOf({ ...counts, ...more }).map(({ text }) => text);
    expect(texts({})).toEqual(["0 failed"]);
    expect(texts({ flagged: 12, rerun: 12, failed: 2, redrawn: 3 })).toEqual([
      "12 flagged",
      "12 computed again",
      "3 drawn again",
      "2 failed",
    ]);
  });

  test("tells durations as they are read", () => {
    expect([8, 850, 12_300, 200_000].map((ms) => plain(formatDuration(ms)))).toEqual([
      "0.0080 s",
      "0.85 s",
      "12 s",
      "3 min 20 s",
    ]);
  });
});
