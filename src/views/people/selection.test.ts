import { expect, test } from "vitest";
import { maskOf, peopleWhere, union } from "./selection";

test("a mask marks the people of a set, and leaves out those who have not come", () => {
  expect(maskOf(Uint32Array.of(0, 3, 9), 5)).toEqual(Uint8Array.of(1, 0, 0, 1, 0));
  expect(maskOf(new Uint32Array(0), 5)).toBeNull();
});

test("a union is rising and has everybody once", () => {
  expect(union(Uint32Array.of(4, 9), Uint32Array.of(1, 4, 10))).toEqual(
    Uint32Array.of(1, 4, 9, 10),
  );
});

test("people are found by what applies to them", () => {
  expect(peopleWhere(6, (person) => person % 3 === 0)).toEqual(Uint32Array.of(0, 3));
});
