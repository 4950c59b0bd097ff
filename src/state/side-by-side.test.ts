import { beforeEach, expect, test } from "vitest";
import type { CrowdResult } from "./crowd-result.svelte";
import { SideBySide } from "./side-by-side.svelte";

let sides: SideBySide;
const run = (name: string) => sides.begin({ name } as unknown as CrowdResult);
const shown = () =>
  sides.all.map(({ result, person }) => (person ? `person ${person.number}` : nameOf(result)));
const nameOf = (result: CrowdResult) => (result as unknown as { name: string }).name;
const idAt = (place: number) => sides.all[place]?.id ?? 0;

beforeEach(() => {
  sides = new SideBySide();
  run("first");
});

test("the next run takes the place of the current one, unless that was kept", () => {
  run("second");
  expect(shown()).toEqual(["second"]);
  sides.keep();
  run("third");
  expect(shown()).toEqual(["second", "third"]);
});

test("a run anew stays where the one before it stood, with those after it", () => {
  sides.addPerson(sides.all[0]?.result as CrowdResult, 6, []);
  run("again");
  expect(shown()).toEqual(["again", "person 6"]);
});

test("there is room for four, one of them the next run's", () => {
  for (const name of ["second", "third", "fourth"]) {
    expect(sides.canKeep).toBe(true);
    sides.keep();
    expect(sides.canKeep).toBe(false);
    run(name);
  }
  expect(sides.all).toHaveLength(4);
  expect([sides.canKeep, sides.room]).toEqual([false, 0]);
});

test("persons do not take the place that the next run needs", () => {
  const result = sides.all[0]?.result as CrowdResult;
  sides.keep();
  sides.addPerson(result, 1, []);
  sides.addPerson(result, 2, []);
  expect(sides.room).toBe(0);
  run("second");
  expect(shown()).toEqual(["first", "person 1", "person 2", "second"]);
});

test("what was removed comes back to its place and its part", () => {
  sides.keep();
  run("second");
  const bringBack = sides.remove(idAt(0));
  expect(shown()).toEqual(["second"]);
  expect(bringBack()).toBe(true);
  expect(shown()).toEqual(["first", "second"]);
  const again = sides.remove(idAt(1));
  expect(sides.current).toBeUndefined();
  again();
  expect(nameOf(sides.current?.result as CrowdResult)).toBe("second");
});

test("what was removed does not come back where another took its place", () => {
  sides.keep();
  const bringBack = sides.remove(idAt(0));
  for (const name of ["a", "b", "c", "d"]) {
    run(name);
    sides.keep();
    if (!sides.canKeep && sides.all.length === 4) break;
  }
  expect(bringBack()).toBe(false);
  expect(sides.all).toHaveLength(4);
});

test("a letter makes its population the one that is looked at, until the next run", () => {
  sides.keep();
  run("second");
  sides.look(idAt(0));
  expect(sides.looked?.id).toBe(idAt(0));
  run("third");
  expect(nameOf(sides.looked?.result as CrowdResult)).toBe("third");
});

test("of a person who is left alone the own population is looked at", () => {
  sides.addPerson(sides.all[0]?.result as CrowdResult, 6, []);
  sides.remove(idAt(0));
  expect(shown()).toEqual(["person 6"]);
  expect(nameOf(sides.looked?.result as CrowdResult)).toBe("first");
});

test("an empty name is no name", () => {
  sides.rename(idAt(0), "  Healthy ");
  expect(sides.all[0]?.ownName).toBe("Healthy");
  sides.rename(idAt(0), " ");
  expect(sides.all[0]?.ownName).toBeUndefined();
});
