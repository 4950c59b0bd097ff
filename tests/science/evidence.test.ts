/** Published measurements against the engine: what the drugs' cards promise. */
import { describe, expect, test } from "vitest";
import { summarise } from "../../src/engine/evidence-summary";
import { fitDrug } from "../../src/engine/fit-drug";
import { scoreSet, type ScoredSet } from "../../src/engine/score";
import { within2 } from "../../src/engine/within-fold";
import type { Drug } from "../../src/pharmacology/drug";
import { shippedDrug, shippedDrugs } from "../../src/pharmacology/drugs/library";
import { evidenceOf, interactionRows } from "../../src/pharmacology/evidence-sets";
import { studies } from "./harness";

function scoresOf(drug: string): ScoredSet[] {
  return evidenceOf(drug).map((set) => {
    const scored = scoreSet(set, studies, shippedDrug);
    if (!scored.ok) throw new Error(JSON.stringify(scored.problems));
    return scored.value;
  });
}

/** Verification sets that the model misses by more than twofold: shown as misses, and none joins unseen. */
const knownMisses: ReadonlySet<string> = new Set<string>([
  "alfentanil/ferrier1985-iv-cirrhosis",
  // twice what others measured at steady state of the same dose
  "digoxin/friedrich2011-po-md",
  // the peak, of which midazolam alone is already half as high again
  "midazolam/olkkola1994-po-itraconazole",
  "omeprazole/cho2002-po40mg-em",
]);

test("concentrations within 1.6-fold on the geometric mean, over all points of all sets", () => {
  const all = shippedDrugs.flatMap(({ id }) => scoresOf(id));
  expect(summarise(all).concentrations.gmfe).toBeLessThanOrEqual(1.6);
});

describe.each(shippedDrugs)("$name against what was measured", (drug) => {
  const scores = scoresOf(drug.id);
  const scored = scores.filter(({ set }) => set.use !== "shown");

  test("has evidence", () => {
    expect(scored.length).toBeGreaterThan(0);
  });

  test.each(scored)("$set.id: area and peak within 2-fold", ({ set, aucRatio, cmaxRatio }) => {
    expect(within2(aucRatio) && within2(cmaxRatio)).toBe(!knownMisses.has(set.id));
    if (set.use === "fit") expect(knownMisses.has(set.id)).toBe(false);
  });

  test("matter is conserved in every data set", () => {
    // rounding in 64 bit over some thousand steps
    for (const { curve } of scores) expect(curve.massError).toBeLessThan(1e-10);
  });

  test("numbers declared as fitted are where fitting their data sets puts them", () => {
    const fit = fitDrug(drug, studies);
    if (!fit.ok) throw new Error(JSON.stringify(fit.problems));
    // they are written down with three figures
    for (const { before, after } of fit.value.numbers) {
      expect(Math.abs(after / before - 1)).toBeLessThan(0.01);
    }
  });

  test("names as fitted or verified only sets that are here", () => {
    const rows = interactionRows.filter(({ id }) => named(drug).has(id));
    for (const { victim, perpetrator } of rows) expect([victim, perpetrator]).toContain(drug.id);
    const fitted = [...scored.map(({ set }) => set), ...rows]
      .filter(({ use }) => use === "fit")
      .map(({ id }) => id);
    expect([...named(drug)].toSorted()).toEqual(fitted.toSorted());
  });
});

test("every interaction that counts as fitted is named by one of its two drugs", () => {
  for (const { id, victim, perpetrator } of interactionRows.filter(({ use }) => use === "fit")) {
    const naming = shippedDrugs.filter((drug) => named(drug).has(id)).map((drug) => drug.id);
    expect(naming).toHaveLength(1);
    expect([victim, perpetrator]).toContain(naming[0]);
  }
});

/** Ids of data sets and interactions that a drug's numbers say they come from. */
function named(drug: Drug): Set<string> {
  return new Set(JSON.stringify(drug).match(/[a-z-]+\/[a-z]+\d{4}[a-z0-9-]*/g) ?? []);
}
