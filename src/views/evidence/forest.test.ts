import { expect, test } from "vitest";
import type { InteractionItem } from "../../state/evidence-view";
import { ratioAxis, ratioIn } from "./forest";

const item = (observed: number | undefined, predicted: number, isWithinGuest = true) =>
  ({
    row: { use: "verify", aucRatio: observed, cmaxRatio: observed },
    score: { aucRatio: predicted, cmaxRatio: predicted, isWithinGuest },
  }) as unknown as InteractionItem;

test("outside Guest's limits is a miss of the area, not of the peak", () => {
  expect(ratioIn(item(1.2, 0.9, false), "aucRatio")).toMatchObject({ fold: 0.75, isMiss: true });
  expect(ratioIn(item(1.2, 0.9, false), "cmaxRatio")).toMatchObject({ isMiss: false });
  expect(ratioIn(item(2, 5), "cmaxRatio")).toMatchObject({ isMiss: true });
});

test("what no study reported is not held against anything", () => {
  expect(ratioIn(item(undefined, 3), "cmaxRatio")).toBeUndefined();
});

test("the axis holds everything that is shown, and no effect", () => {
  const { axis } = ratioAxis([item(4, 9), item(undefined, 100)], "aucRatio");
  expect([axis.min, axis.max]).toEqual([1, 10]);
});
