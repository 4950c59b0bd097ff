/** What the page computes of an interaction, with the engine itself on this thread. */
import { expect, test } from "vitest";
import { Engine } from "../engine/service";
import { problemsOf, type WholeStudy } from "../engine/interaction-studies";
import { studiesOf } from "../engine/score-interactions";
import { interactionRows } from "../pharmacology/evidence-sets";
import { activityCurves, activityFold, shownProteins } from "./interaction-frames";
import { amountOutputs, curveIn, offsetIn, remainingOutputs, solvePair } from "./interaction-pair";
import { exampleStudy, interactionExamples, reportedFor } from "./interaction-rows";
import { offsetsFor, shiftedTo } from "./interaction-stagger.svelte";
import { drugsIn } from "./study.svelte";

const engine = new Engine({ gpu: undefined, allowSoftwareGpu: false, forceTape: false });

function rowOf(id: string) {
  const row = interactionRows.find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

function wholeOf(id: string): WholeStudy {
  const study = studiesOf(rowOf(id)).with;
  return { ...study, drugs: drugsIn(study) };
}

async function solved(id: string) {
  const row = rowOf(id);
  const pair = await solvePair(wholeOf(id), row.victim, (request) => engine.simulate(request));
  if (!pair.ok) throw new Error(JSON.stringify(pair.problems));
  return pair.value;
}

test.each(["midazolam-itraconazole/backman1998", "digoxin-clarithromycin/gurley2007"])(
  "the ratios of %s are those by which the row is scored",
  async (id) => {
    const scored = await engine.scoreInteraction(rowOf(id));
    if (!scored.ok) throw new Error("not scored");
    const pair = await solved(id);
    // the solver is held to 1e-4 a step, and here it also begins earlier
    expect(pair.aucRatio / scored.value.aucRatio).toBeCloseTo(1, 3);
    expect(pair.cmaxRatio / scored.value.cmaxRatio).toBeCloseTo(1, 3);
  },
);

test("by what midazolam leaves is read off its flows, and adds up to all of it", async () => {
  const pair = await solved("midazolam-itraconazole/backman1998");
  const { shares, without } = pair;
  const [cyp = 0, ugt = 0] = ["CYP3A4", "UGT1A4"].map((enzyme) => shares.get(enzyme));
  expect(cyp).toBeGreaterThan(0.8);
  // the flows themselves: what was metabolised and excreted by the end, as the model counts it
  const ends = ["metabolised", "urine"].map((end) => curveIn(without, `midazolam/${end}`)?.at(-1));
  const [metabolised = Number.NaN, urine = Number.NaN] = ends;
  // trapezes between report times are within a hundredth
  expect(cyp + ugt).toBeCloseTo(metabolised / (metabolised + urine), 2);
});

test("what acts on the victim is found with its way, its metabolites' too", async () => {
  const pair = await solved("midazolam-itraconazole/backman1998");
  const named = pair.actions.map(({ by, does, pathway }) => `${by.id} ${does} ${pathway.protein}`);
  expect(named).toContain("itraconazole inhibits CYP3A4");
  expect(named.length).toBeGreaterThan(1);
  expect(amountOutputs([pair.victim, ...pair.others])).toEqual([]);
  const left = remainingOutputs(pair.victim, pair.others).map(({ output }) => {
    return Math.min(...(curveIn(pair.with, output) ?? []));
  });
  expect(left).toHaveLength(2);
  for (const least of left) expect(least).toBeLessThan(0.3);
});

test("a destroyed enzyme has a curve in each organ that carries it", async () => {
  const pair = await solved("midazolam-clarithromycin/gurley2006");
  const outputs = amountOutputs([pair.victim, ...pair.others]);
  expect(outputs.map(({ place }) => place)).toEqual(["liver", "gut"]);
  for (const { output } of outputs) {
    const curve = curveIn(pair.with, output);
    expect(curve?.[0]).toBe(1);
    expect(Math.min(...(curve ?? [1]))).toBeLessThan(0.7);
  }
});

test("organs that carry the victim's proteins are coloured, by what clears most of it", async () => {
  const pair = await solved("midazolam-rifampicin/backman1998-po-185");
  const [first = "", ...others] = shownProteins(pair);
  expect(first).toBe("CYP3A4");
  // induced as well, though midazolam does not meet it
  expect(others).toContain("Pgp");
  const curves = activityCurves(pair, first);
  expect([...curves.keys()]).toEqual(["liver", "smallIntestine"]);
  expect(curves.get("liver")).toEqual(curveIn(pair.with, "midazolam/CYP3A4/liver/remaining"));
  expect(activityCurves(pair, "Pgp").get("kidneys")).toEqual(curveIn(pair.with, "Pgp/kidneys"));
  const most = Math.max(...[...curves.values()].flatMap((values) => [...values]));
  const fold = activityFold(curves);
  expect(fold / 2).toBeLessThan(most);
  expect(fold).toBeGreaterThanOrEqual(most);
});

test("what a victim does to its own enzyme it does alone, too", async () => {
  const pair = await solved("omeprazole-fluvoxamine/yasuifurukori2004");
  const [alone, both] = (["without", "with"] as const).map((study) => {
    return Math.min(...(activityCurves(pair, "CYP2C19", study).get("liver") ?? []));
  });
  expect(alone).toBeLessThan(0.99);
  expect(both).toBeLessThan(alone ?? Number.NaN);
});

test("rows of the same drugs and route stand beside, the study's own doses first", () => {
  const study = wholeOf("midazolam-itraconazole/backman1998");
  const reported = reportedFor(interactionRows, study, "midazolam");
  expect(reported.map(({ row, isSame }) => [row.id, isSame])).toEqual([
    ["midazolam-itraconazole/backman1998", true],
    ["midazolam-itraconazole/olkkola1994", false],
    ["midazolam-itraconazole/templeton2010", false],
  ]);
});

test("every example is a reported row that can be compared", () => {
  for (const { row } of interactionExamples) {
    const study = exampleStudy(interactionRows, row);
    expect(study?.drugs, row).toHaveLength(2);
    expect(problemsOf(wholeOf(row), rowOf(row).victim)).toEqual([]);
  }
});

test("the victim is shifted as a whole, and found where it was put", () => {
  const study = wholeOf("midazolam-rifampicin/backman1998-po-185");
  expect(offsetIn(study, "midazolam")).toBe(89);
  const shifted = shiftedTo(study, "midazolam", -3);
  expect(offsetIn(shifted, "midazolam")).toBe(-3);
  expect(shifted.doses.filter(({ drug }) => drug === "rifampicin")).toEqual(
    study.doses.filter(({ drug }) => drug === "rifampicin"),
  );
  const offsets = offsetsFor(study, "midazolam");
  expect(offsets[0]).toBe(-120);
  expect(offsets.at(-1)).toBe(336);
});
