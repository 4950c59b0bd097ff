import { expect, test } from "vitest";
import { defaultStudy } from "./default-study";
import { usualCrowd } from "./page-study";
import { StudyState } from "./study.svelte";

test("a change of the people is one step back, and leaves the study alone", () => {
  const study = new StudyState();
  const { current } = study;
  study.changeRecipe({ count: 10 });
  study.changeRecipe({ count: 100 });
  study.changeRecipe({ ageYears: [65, 80] });
  expect(study.crowd.many).toEqual({ ...usualCrowd.many, count: 100, ageYears: [65, 80] });
  expect(study.current).toBe(current);
  study.undo();
  expect(study.crowd.many).toEqual({ ...usualCrowd.many, count: 100 });
  study.undo();
  expect(study.crowd).toEqual(usualCrowd);
  expect(study.canUndo).toBe(false);
  study.redo();
  expect(study.crowd.many.count).toBe(100);
});

test("doses and people have one past", () => {
  const study = new StudyState();
  study.changeDoses("caffeine", [{ route: "oral", amountMg: 50, atHours: 0 }], "doses");
  study.changeRecipe({ hepatic: "B" });
  study.undo();
  expect(study.crowd).toEqual(usualCrowd);
  expect(study.current.doses[0]?.amountMg).toBe(50);
  study.undo();
  expect(study.current).toEqual(defaultStudy);
});

test("what is left open again is no key, and what does not change is no step", () => {
  const study = new StudyState();
  study.changeRecipe({ pregnancyWeeks: undefined, count: 1000 });
  expect(study.canUndo).toBe(false);
  study.changeRecipe({ femaleFraction: 1, pregnancyWeeks: 30 });
  study.changeRecipe({ pregnancyWeeks: undefined });
  expect(study.crowd.many).toEqual({ ...usualCrowd.many, femaleFraction: 1 });
});

test("a threshold goes with its drug, and comes back with it", () => {
  const study = new StudyState();
  study.setThreshold("caffeine/venous-plasma", "5 mg/L");
  study.swapDrug("caffeine", "midazolam");
  expect(study.crowd).toEqual(usualCrowd);
  study.undo();
  expect(study.crowd.thresholds).toEqual({ "caffeine/venous-plasma": "5 mg/L" });
  study.setThreshold("caffeine/venous-plasma", undefined);
  expect(study.crowd).toEqual(usualCrowd);
});

test("the default is a step back from everything", () => {
  const study = new StudyState();
  study.changeRecipe({ count: 7 });
  study.reset();
  expect(study.page).toEqual({ study: defaultStudy, crowd: usualCrowd });
  study.undo();
  expect(study.crowd.many.count).toBe(7);
});

test("filtration that is typed takes the place of what a file gave by body surface", () => {
  const study = new StudyState();
  study.changePerson({ egfrMlMin173: 90 }, "file");
  study.changeFiltration(30);
  expect(study.person).toEqual({ ...defaultStudy.people.one, egfrMlMin: 30 });
  study.changeFiltration(undefined);
  expect(study.person).toEqual(defaultStudy.people.one);
});

test("a drug of the person's own goes into the study whole, and is renewed where it is held", () => {
  const study = new StudyState();
  const [shipped] = study.drugs;
  if (!shipped) throw new Error("no drug");
  const mine = { ...shipped, id: "mine", name: "Mine" };
  expect(study.renewDrug(mine)).toBe(false);
  study.addDrug(mine);
  expect(study.current.drugs).toEqual(["caffeine", mine]);
  expect(study.dosesOf("mine")).toHaveLength(1);
  const changed = { ...mine, fup: { ...mine.fup, value: 0.5 } };
  expect(study.renewDrug(changed)).toBe(true);
  expect(study.drugs[1]).toBe(changed);
  study.swapDrug("caffeine", { ...mine, id: "other" });
  expect(study.drugs.map(({ id }) => id)).toEqual(["other", "mine"]);
});
