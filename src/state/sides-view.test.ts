import { expect, test } from "vitest";
import { letteredSides } from "./sides-view";

const study = {
  perfuse: 1,
  drugs: ["caffeine"],
  people: { many: { count: 10 } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 100, atHours: 0 }],
} as const;
const crowd = { result: { request: { study } }, ownName: undefined, person: undefined };
const person = { ...crowd, person: { number: 6 } };
const called = (...sides: (typeof crowd | typeof person)[]) =>
  letteredSides(sides).map((side) => side.called);

test("one alone has no letter", () => {
  expect(called(crowd)).toEqual(["Everybody"]);
});

test("beside one of its people a population is everybody", () => {
  expect(called(crowd, person)).toEqual(["A, Everybody", "B, Person 7"]);
});

test("two of the same study say so, and a name of one's own comes first", () => {
  expect(called(crowd, crowd)).toEqual(["A, the same study", "B, the same study"]);
  const named = { ...crowd, ownName: "Usual" };
  expect(letteredSides([named, person]).map(({ letter, name }) => [letter, name])).toEqual([
    ["A", "Usual"],
    ["B", "Person 7"],
  ]);
});
