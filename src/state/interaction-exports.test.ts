/** An interaction as files, with what made the numbers. */
import { expect, test } from "vitest";
import { Engine } from "../engine/service";
import { studiesOf } from "../engine/score-interactions";
import { tableTexts } from "../interop/table";
import { interactionRows } from "../pharmacology/evidence-sets";
import { pairCurves, pairRatios } from "./interaction-exports";
import { solvePair } from "./interaction-pair";
import { drugsIn } from "./study.svelte";

const engine = new Engine({ gpu: undefined, allowSoftwareGpu: false, forceTape: false });
const origin = { title: "Mine", hashes: { with: "abc", without: "def" } };

test("curves of both studies, activities and ratios come with what made them", async () => {
  const row = interactionRows.find(({ id }) => id === "midazolam-clarithromycin/gurley2006");
  if (!row) throw new Error("no row");
  const study = studiesOf(row).with;
  const pair = await solvePair({ ...study, drugs: drugsIn(study) }, row.victim, (request) =>
    engine.simulate(request),
  );
  if (!pair.ok) throw new Error("not solved");
  const curves = [...tableTexts(pairCurves(pair.value, origin))].join("");
  expect(curves).toContain("simulation, not advice");
  expect(curves).toContain("model of alone: def");
  expect(curves).toMatch(/^study,person,time_h,output,value,unit$/m);
  for (const output of [
    "midazolam/venous-plasma",
    "clarithromycin/venous-plasma",
    "CYP3A4/liver",
  ]) {
    expect(curves).toMatch(new RegExp(`^with clarithromycin,1,[^,]+,${output},`, "m"));
  }
  expect(curves).toMatch(/^alone,1,[^,]+,midazolam\/venous-plasma,/m);
  expect(curves).not.toMatch(/^alone,1,[^,]+,clarithromycin/m);
  const ratios = [...tableTexts(pairRatios(pair.value, origin))].join("");
  expect(ratios).toContain("model with clarithromycin: abc");
  const auc = ratios.split("\n").find((line) => line.startsWith("midazolam/venous-plasma,AUC,"));
  expect(Number(auc?.trim().split(",").at(-1))).toBeCloseTo(pair.value.aucRatio, 6);
});
