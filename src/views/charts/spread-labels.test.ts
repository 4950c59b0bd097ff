import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadLabels } from "./spread-labels";

describe("labels in a column", () => {
  test.each([
    ["stay where there is room", [20, 60, 100], [20, 60, 100]],
    ["share the way when two meet", [50, 50], [45, 55]],
    ["keep their order, in whatever order they come", [52, 50], [56, 46]],
    ["are kept inside above", [-30], [5]],
    ["are kept inside below", [300, 280], [195, 185]],
  ])("%s", (_, wanted, places) => expect(spreadLabels(wanted, 10, 200)).toEqual(places));

  test("that do not fit are told so", () => {
    expect(spreadLabels([1, 2, 3], 10, 29)).toBeNull();
  });

  test("never overlap, stay inside and keep their order", () => {
    const wanted = fc.array(fc.double({ min: -100, max: 400, noNaN: true }), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(wanted, (places) => {
        const spread = spreadLabels(places, 18, 300) ?? [];
        expect(spread).toHaveLength(places.length);
        const sorted = spread.toSorted((a, b) => a - b);
        for (const [index, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(9 - 1e-9);
          expect(y).toBeLessThanOrEqual(291 + 1e-9);
          const above = sorted[index - 1];
          if (above !== undefined) expect(y - above).toBeGreaterThanOrEqual(18 - 1e-9);
        }
        for (const [i, a] of places.entries()) {
          for (const [j, b] of places.entries()) {
            if (a < b) expect(spread[i] ?? Number.NaN).toBeLessThan(spread[j] ?? Number.NaN);
          }
        }
      }),
    );
  });
});
