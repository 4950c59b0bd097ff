import { expect, test } from "vitest";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import {
  interactionOffBy,
  isMissedInteraction,
  isMissedSet,
  kindOf,
  setOffBy,
  summarise,
  summariseEvidence,
  type SetScores,
} from "./evidence-summary";
import { isMet, targetRows } from "./evidence-targets";
import type { ScoredInteraction } from "./score-interactions";

function set(change: Partial<EvidenceSet>): EvidenceSet {
  return {
    id: "a/b2000",
    drug: "a",
    label: "B 2000",
    citation: "",
    digitisedBy: "",
    population: "",
    n: 8,
    dose: "",
    statistic: "",
    matrix: "",
    use: "verify",
    person: {},
    doses: [],
    points: [],
    ...change,
  };
}

/** One point, so that the fold error of the concentrations is that of the point. */
function score(change: Partial<EvidenceSet>, auc: number, cmax: number, point: number): SetScores {
  return {
    set: set(change),
    points: [{ timeHours: 1, observed: 3, predicted: 3 * point }],
    aucRatio: auc,
    cmaxRatio: cmax,
    gmfe: Math.max(point, 1 / point),
  };
}

function interaction(
  use: InteractionRow["use"],
  [observed, predicted]: readonly [number, number],
  cmax: readonly [number | undefined, number],
  isWithinGuest: boolean,
): ScoredInteraction {
  const [cmaxRatio] = cmax;
  return {
    row: {
      id: "a-b/c2000",
      victim: "a",
      perpetrator: "b",
      label: "C 2000",
      citation: "",
      collectedBy: "",
      mechanism: "",
      basis: "",
      use,
      person: {},
      doses: [],
      aucRatio: observed,
      ...(cmaxRatio !== undefined && { cmaxRatio }),
    },
    aucRatio: predicted,
    cmaxRatio: cmax[1],
    isWithinGuest,
  };
}

test("a set that was fitted to verifies nobody, whoever its people are", () => {
  expect(kindOf(set({ use: "fit", group: "children" }))).toBe("fit");
  expect(kindOf(set({ use: "shown", group: "children" }))).toBe("shown");
  expect(kindOf(set({ group: "children" }))).toBe("special");
  expect(kindOf(set({ group: "interaction" }))).toBe("interaction");
  expect(kindOf(set({ with: ["b"] }))).toBe("interaction");
  expect(kindOf(set({}))).toBe("verify");
});

test("kinds are summed up apart, and what is only shown nowhere", () => {
  const summary = summariseEvidence(
    [
      score({}, 2, 0.5, 4),
      score({}, 1, 1, 1),
      score({ use: "fit" }, 1.1, 1.2, 1.3),
      score({ group: "children" }, 3, 1, 1),
      score({ group: "cirrhosis" }, 1, 1, 1),
      score({ use: "shown" }, 9, 9, 9),
    ],
    [
      interaction("verify", [4, 8], [undefined, 2], false),
      interaction("verify", [2, 1], [2, 2], false),
      interaction("fit", [3, 3], [1, 1], true),
    ],
  );
  const { verify, fit, special } = summary.sets;
  // two points, ln 4 and 0; two areas, ln 2 and 0
  expect(verify.concentrations.gmfe).toBeCloseTo(2, 12);
  expect(verify.medianSetGmfe).toBe(2.5);
  expect(verify.auc.gmfe).toBeCloseTo(Math.SQRT2, 12);
  expect(verify.cmax.afe).toBeCloseTo(Math.SQRT1_2, 12);
  expect(fit.sets).toBe(1);
  expect(fit.auc.gmfe).toBeCloseTo(1.1, 12);
  expect(special.auc.within["2"]).toBe(0.5);
  expect(Object.keys(summary.groups)).toEqual(["children", "cirrhosis"]);
  expect(summary.groups.children?.auc.gmfe).toBeCloseTo(3, 12);
  // folds 2 and 1/2 of the areas; of the peaks only the reported one
  const { auc, cmax, withinGuest } = summary.interactions.verify;
  expect(auc.gmfe).toBeCloseTo(2, 12);
  expect(auc.afe).toBeCloseTo(1, 12);
  expect(cmax.count).toBe(1);
  expect(withinGuest).toBe(0);
  expect(summary.interactions.fit.withinGuest).toBe(1);
  expect(summarise([score({ use: "shown" }, 9, 9, 9)]).sets).toBe(0);
});

test("a miss is an area or a peak that is off by more than twofold, in what is scored", () => {
  expect(isMissedSet(score({}, 2, 0.5, 1))).toBe(false);
  expect(isMissedSet(score({}, 1, 0.49, 1))).toBe(true);
  expect(isMissedSet(score({ use: "shown" }, 9, 9, 1))).toBe(false);
  expect(isMissedInteraction(interaction("verify", [4, 7], [undefined, 9], true))).toBe(false);
  expect(isMissedInteraction(interaction("verify", [4, 7], [2, 4.1], true))).toBe(true);
  expect(isMissedInteraction(interaction("verify", [1.1, 1.6], [1, 1], false))).toBe(true);
});

test("how far off something is counts the same in both directions", () => {
  expect(setOffBy(score({}, 0.25, 2, 3))).toBe(4);
  expect(setOffBy(score({}, 1, 1, 3))).toBe(3);
  expect(interactionOffBy(interaction("verify", [8, 2], [2, 3], true))).toBe(4);
});

test("a target is met, missed, or not to be judged", () => {
  const rows = targetRows(summariseEvidence([score({}, 1.5, 1.1, 1.2)], []));
  const met = (id: string) => rows.filter((row) => row.id === id).map(isMet);
  expect(met("auc")).toEqual([false]);
  expect(met("cmax")).toEqual([true]);
  expect(met("auc-within")).toEqual([true]);
  expect(met("concentration-within")).toEqual([undefined]);
  expect(met("interaction-guest")).toEqual([undefined]);
});
