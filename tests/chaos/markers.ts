/** Words that stand nowhere else in the world, and a twin that is full of them. */
import type { Twin } from "../../src/pharmacology/twin/twin";

/** Nothing that a compressor could shorten, so that it lies in a file as it was typed. */
const word = (index: number) =>
  `mark${index}x${((index + 1) * 2_654_435_761).toString(36)}${((index + 7) * 40_503_917_171).toString(36)}`;

export const passphraseMarker = `${word(0)} ${word(1)}`;
const names = Array.from({ length: 47 }, (_, index) => word(index + 2));

export const marked: Twin = {
  perfuseTwin: 1,
  name: names[0] ?? "",
  facts: {},
  drugs: ["digoxin"],
  events: names.slice(1).map((note, index) => ({
    kind: "illness",
    id: String(index),
    at: "2026-11-20T07:30:00Z",
    what: "other",
    note,
  })),
};

export const markers: readonly string[] = [word(0), word(1), passphraseMarker, ...names];
