import { describe, expect, test } from "vitest";
import { placeNames, placeOnBar, placeTicks, type LegendTick } from "./legend-layout";

const bar = { left: 60, width: 200, min: 0.001, max: 10, below: 14 };
const tick = (id: string, value: number | null, highlighted = false): LegendTick => ({
  id,
  name: id,
  value,
  highlighted,
});

describe("a place on the legend", () => {
  test.each([
    ["the lower end", 0.001, 60],
    ["a decade up", 0.01, 110],
    ["the upper end", 10, 260],
    ["above the scale", 300, 260],
    ["below the scale", 0.0009, 14],
    ["nothing", 0, 14],
  ])("%s", (_, value, x) => expect(placeOnBar(value, bar)).toBeCloseTo(x, 9));
});

test("an organ without a value has no tick, and the highlighted lie on top", () => {
  const ticks = [tick("Liver", 1, true), tick("Thymus", null), tick("Fat", 0.01)];
  expect(placeTicks(ticks, bar).map(({ id }) => id)).toEqual(["Fat", "Liver"]);
});

describe("the names of highlighted organs", () => {
  const names = (...ticks: LegendTick[]) => placeNames(ticks, bar, 7, 280);

  test("stand over their ticks", () => {
    expect(names(tick("Liver", 0.01, true), tick("Fat", 1))).toMatchObject([
      { id: "Liver", x: 110 },
    ]);
  });

  test("stay inside the picture", () => {
    expect(names(tick("Small intestine", 10, true))[0]?.x).toBeLessThan(280 - (15 * 7) / 2);
  });

  test("are left out where they would lie on another", () => {
    const both = names(tick("Liver", 1, true), tick("Kidneys", 1.1, true));
    expect(both.map(({ id }) => id)).toEqual(["Liver"]);
  });
});
