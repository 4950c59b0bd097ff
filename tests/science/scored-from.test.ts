/** Which points of a data set count. */
import { expect, test } from "vitest";
import { scoreSet } from "../../src/engine/score";
import { shippedDrug } from "../../src/pharmacology/drugs/library";
import { evidenceSets } from "../../src/pharmacology/evidence-sets";
import { studies } from "./harness";

test("points before a set's own beginning are not scored, and what follows is scored the same", () => {
  const set = evidenceSets.find(({ id }) => id === "caffeine/jeppesen1996-po-control");
  if (!set) throw new Error("no such set");
  const points = (scoredFrom?: { hours: number; why: string }) => {
    const scored = scoreSet({ ...set, ...(scoredFrom && { scoredFrom }) }, studies, shippedDrug);
    if (!scored.ok) throw new Error(JSON.stringify(scored.problems));
    return scored.value.points;
  };
  const all = points();
  const later = points({ hours: 2, why: "a test" });
  expect(later.length).toBeLessThan(all.length);
  const expected = all.filter(({ timeHours }) => timeHours >= 2);
  expect(later.map(({ observed }) => observed)).toEqual(expected.map(({ observed }) => observed));
  later.forEach(({ predicted }, i) => {
    // other times are recorded, so that the dense output is read elsewhere
    expect(predicted / (expected[i]?.predicted ?? 0)).toBeCloseTo(1, 4);
  });
});

test("every set that leaves points out says why, and leaves out less than it scores", () => {
  for (const { scoredFrom, points } of evidenceSets) {
    if (!scoredFrom) continue;
    expect(scoredFrom.why.length).toBeGreaterThan(20);
    const left = points.filter(([time]) => time < scoredFrom.hours);
    expect(left.length).toBeLessThan(points.length / 2);
  }
});
