import { expect, test } from "vitest";
import type { Dimension } from "./sky";
import { open, parseEnd, peopleWithin } from "./sky-bounds";

const dimension = (values: readonly number[]): Dimension => ({
  id: "d",
  name: "Weight",
  unit: "kg",
  scale: "linear",
  values,
});
const weight = dimension([50, 60, 70, 80, Number.NaN, 65]);
const area = dimension([1, 2, 3, 4, 5, 2]);
const crowd = { of: 6, filled: 6, failed: [0, 0, 0, 0, 0, 1] };

test("people within bounds have values, both ends included, and did not fail", () => {
  const found = peopleWithin(crowd, [
    { dimension: weight, bounds: { from: 60, to: null } },
    { dimension: area, bounds: { from: null, to: 3 } },
  ]);
  expect(found).toEqual(Uint32Array.of(1, 2));
});

test("an open dimension asks for no value", () => {
  expect(peopleWithin(crowd, [{ dimension: weight, bounds: open }])).toHaveLength(5);
});

test("those who have not come are not selected", () => {
  expect(peopleWithin({ ...crowd, filled: 2 }, [])).toEqual(Uint32Array.of(0, 1));
});

test.each([
  ["", null],
  [" 1 000,5 ", 1000.5],
  ["−3", -3],
  ["1e-3", 0.001],
])("%o is read as %o", (text, value) => {
  expect(parseEnd(text)).toEqual({ ok: true, value });
});

test("what is no number is said", () => {
  expect(parseEnd("ten")).toMatchObject({ ok: false });
});
