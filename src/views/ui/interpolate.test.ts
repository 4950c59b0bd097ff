import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexAt, valueAt } from "./interpolate";

const times = Float64Array.of(0, 1, 2, 2, 4);
const values = Float64Array.of(0, 10, 20, 100, Number.NaN);

describe("the value at a moment", () => {
  test.each([
    ["before the first time", -0.1, Number.NaN],
    ["at the first", 0, 0],
    ["between two", 0.25, 2.5],
    ["just before a jump", 1.999, 19.99],
    ["at a jump, the later value", 2, 100],
    ["beside a gap", 3, Number.NaN],
    ["after the last time", 4.1, Number.NaN],
  ])("%s", (_, t, value) => {
    const found = valueAt(times, values, t);
    if (Number.isNaN(value)) expect(found).toBeNaN();
    else expect(found).toBeCloseTo(value, 12);
  });

  test("at the last time", () => {
    expect(valueAt(Float64Array.of(0, 2), Float64Array.of(1, 5), 2)).toBe(5);
  });

  test("of no points there is none", () => {
    expect(valueAt(new Float64Array(0), new Float64Array(0), 1)).toBeNaN();
  });

  test("a number at a time is there although its neighbours are gaps", () => {
    const lonely = Float64Array.of(Number.NaN, 7, Number.NaN);
    expect(valueAt(Float64Array.of(0, 1, 2), lonely, 1)).toBe(7);
  });
});

const rising = fc
  .array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((numbers) => Float64Array.from(numbers).sort());

test("the index found is the last that is not after the time", () => {
  fc.assert(
    fc.property(rising, fc.double({ min: -10, max: 1010, noNaN: true }), (sorted, t) => {
      expect(indexAt(sorted, t)).toBe(sorted.filter((time) => time <= t).length - 1);
    }),
  );
});

test("a straight line is met everywhere", () => {
  fc.assert(
    fc.property(rising, fc.double({ min: 0, max: 1, noNaN: true }), (sorted, share) => {
      const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
      const t = first + share * (last - first);
      const line = sorted.map((time) => 3 * time + 1);
      expect(valueAt(sorted, line, t)).toBeCloseTo(3 * t + 1, 8);
    }),
  );
});
