import { expect, test } from "vitest";
import { Selection } from "./selection.svelte";

test("a kept organ keeps its slot when others come and go", () => {
  const selection = new Selection();
  selection.togglePin("heart");
  expect(selection.slotOf("heart")).toBe(2);
  selection.togglePin("liver");
  expect(selection.pinned).toEqual(["brain", "heart"]);
  expect(selection.slotOf("heart")).toBe(2);
  selection.togglePin("skin");
  expect(selection.slotOf("skin")).toBe(0);
});

test("the last slot gives way when all are taken", () => {
  const selection = new Selection();
  for (const place of ["heart", "skin", "bone", "muscle"] as const) selection.togglePin(place);
  selection.togglePin("spleen");
  expect(selection.isPinned("muscle")).toBe(false);
  expect(selection.slotOf("spleen")).toBe(5);
});
