import { expect, test } from "vitest";
import type { PlaceId } from "./places";
import { onRatioScale, ratioFold, ratiosNow, sharedScale, valuesOn } from "./side-frames";

function frame(values: Partial<Record<PlaceId, number>>, max = 10) {
  const now = new Map(Object.entries(values)) as Map<PlaceId, number>;
  const curves = new Map(
    [...now].map(([place, value]) => [
      place,
      { place, values: Float64Array.of(value), max: value },
    ]),
  );
  return { now, curves, scale: { min: max / 1000, max } };
}

test("one scale holds all of them", () => {
  expect(sharedScale([frame({}, 10), frame({}, 50)])).toEqual({ min: 0.05, max: 50 });
  expect(sharedScale([{ ...frame({}), scale: undefined }])).toBeUndefined();
});

test("the same concentration has the same colour in every body", () => {
  const scale = { min: 0.1, max: 10 };
  expect(valuesOn(frame({ liver: 1 }, 1), scale)).toEqual({ liver: 0.5 });
  expect(valuesOn(frame({ liver: 1, brain: 0.01 }, 99), scale)).toEqual({
    liver: 0.5,
    brain: null,
  });
});

test("a ratio is of the same organ, and none where both have next to nothing", () => {
  const scale = { min: 0.1, max: 10 };
  const own = frame({ liver: 6, brain: 0.05, skin: 0.01, heart: 0 });
  const first = frame({ liver: 3, brain: 0.2, skin: 0.02, heart: 1 });
  expect([...ratiosNow(own, first, scale)]).toEqual([
    ["liver", 2],
    ["brain", 0.25],
  ]);
});

test("half and double are equally far from one, and what is beyond stays at the end", () => {
  expect([0.25, 0.5, 1, 2, 4, 99].map((ratio) => onRatioScale(ratio, 4))).toEqual([
    0, 0.25, 0.5, 0.75, 1, 1,
  ]);
});

test("the scale of ratios reaches further than the peaks are apart, within reason", () => {
  expect(ratioFold([frame({ liver: 1 }), frame({ liver: 1 })])).toBe(2);
  expect(ratioFold([frame({ liver: 1 }), frame({ liver: 2 })])).toBe(4);
  expect(ratioFold([frame({ liver: 3 }), frame({ liver: 1 })])).toBe(4);
  expect(ratioFold([frame({ liver: 1 }), frame({ liver: 1e6 })])).toBe(16);
});
