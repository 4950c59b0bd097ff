import { expect, test } from "vitest";
import type { EvidenceScore, InteractionScore } from "../engine/api";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import type { EvidenceRun } from "./evidence-run.svelte";
import { byWorst, drugRows, interactionItems, ofDrug, ofKind, setItems } from "./evidence-view";

const set = (id: string, more: Partial<EvidenceSet> = {}) =>
  ({ id, drug: "midazolam", use: "verify", points: [[1, 0.05]], ...more }) as EvidenceSet;
const score = (one: EvidenceSet, aucRatio: number, cmaxRatio = 1, gmfe = 1) =>
  [
    one.id,
    { set: one, points: [], aucRatio, cmaxRatio, gmfe } as unknown as EvidenceScore,
  ] as const;

const sets = [
  set("close"),
  set("waiting"),
  set("low", { with: ["digoxin"] }),
  set("high", { group: "children" }),
  set("shown", { use: "shown" }),
  set("other", { drug: "digoxin", use: "fit" }),
];
const [close, , low, high, shown, other] = sets as [
  EvidenceSet,
  EvidenceSet,
  EvidenceSet,
  EvidenceSet,
  EvidenceSet,
  EvidenceSet,
];
const row = { id: "r", victim: "digoxin", perpetrator: "midazolam", use: "verify", aucRatio: 2 };

const run = {
  sets,
  rows: [row as InteractionRow],
  scores: new Map([
    score(close, 1.1),
    score(high, 2.5),
    score(low, 1, 0.2),
    score(shown, 9),
    score(other, 1.3, 1, 1.7),
  ]),
  interactions: new Map([["r", { row, aucRatio: 6, isWithinGuest: false } as InteractionScore]]),
  failures: new Map(),
} as unknown as EvidenceRun;

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

test("misses come first, the worst of them on top; what is not scored is no miss", () => {
  expect(ids(setItems(run))).toEqual(["low", "high", "other", "close", "shown", "waiting"]);
});

test("a drug's evidence is also what it did to another", () => {
  expect(ids(ofDrug(setItems(run), "digoxin"))).toEqual(["low", "other"]);
  expect(ids(ofDrug(interactionItems(run), "midazolam"))).toEqual(["r"]);
});

test.each([
  ["misses", ["low", "high"]],
  ["special", ["high"]],
  ["interaction", ["low"]],
  ["verify", ["close", "waiting"]],
  ["fit", ["other"]],
] as const)("asked for %s, one sees %j", (filter, expected) => {
  expect(ids(ofKind(setItems(run), filter))).toEqual(expected);
});

test("a drug is told with how much of its evidence is missed, the worst first", () => {
  const rows = byWorst(drugRows(setItems(run), interactionItems(run)));
  expect(rows.map(({ drug, count, misses }) => [drug.id, count, misses])).toEqual([
    ["midazolam", 5, 3],
    ["digoxin", 3, 2],
  ]);
  // its curve under digoxin is midazolam's, not digoxin's
  expect(rows.map(({ predicted, fitted }) => [predicted.sets, fitted.sets])).toEqual([
    [3, 0],
    [0, 1],
  ]);
});

test("what was given besides is part of the name", () => {
  expect(setItems(run)[0]?.name).toBe("Midazolam with digoxin");
});
