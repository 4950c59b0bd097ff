/** Person by person: the ratio of one run over another. */
import { expect, test } from "vitest";
import { ratiosOf, studyOfMany } from "./interaction-people.svelte";

const column = (name: string, values: readonly number[]) => ({
  id: `midazolam/venous-plasma ${name}`,
  name,
  unit: "",
  values: Float32Array.from(values),
});
const kept = (auc: readonly number[], cmax: readonly number[], filled: number) => ({
  filled,
  metrics: () => [
    column(
      "AUCinf",
      auc.map(() => 9),
    ),
    column("AUC", auc),
    column("Cmax", cmax),
  ],
});

test("each person is divided by themselves, and who failed in one of them has no ratio", () => {
  const ratios = ratiosOf(kept([8, 6, NaN], [4, 3, 2], 3), kept([2, NaN, 1], [2, 2, 2], 3));
  expect([...ratios.aucRatio]).toEqual([4, Number.NaN, Number.NaN]);
  expect([...ratios.cmaxRatio]).toEqual([2, 1.5, 1]);
});

test("while the second run goes on there are as many ratios as people in both", () => {
  expect(ratiosOf(kept([8, 6, 0], [4, 3, 0], 2), kept([2, 2, 2], [2, 2, 2], 3)).aucRatio).toEqual(
    Float64Array.of(4, 3),
  );
});

test("nobody who has nothing in the blood gets a ratio", () => {
  expect([...ratiosOf(kept([1], [1], 1), kept([0], [0], 1)).aucRatio]).toEqual([Number.NaN]);
});

test("both runs ask for the same people", () => {
  const study = { perfuse: 1, drugs: ["caffeine"], people: { one: { ageYears: 80 } }, doses: [] };
  const many = { count: 7, seed: 3 };
  expect(studyOfMany({ ...study, perfuse: 1 }, many).people).toEqual({ many });
});
