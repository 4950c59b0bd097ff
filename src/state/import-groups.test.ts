/** Groups of an import: every event in one, and what is left out is gone. */
import { expect, test } from "vitest";
import type { TwinEvent } from "../pharmacology/twin/twin";
import { groupsOf, withoutFacts } from "./import-groups";
import { momentOf } from "./health-import.svelte";

const weight = (day: number, value: number): TwinEvent => ({
  kind: "measured",
  id: `w${day}`,
  at: `2026-11-0${day}T07:00:00+01:00`,
  what: "weight",
  value,
});
const level: TwinEvent = {
  kind: "level",
  id: "l",
  at: "2026-11-03T07:00:00+01:00",
  drug: "vancomycin",
  mgPerL: 2,
  isBelow: true,
};
const facts = {
  sex: "female",
  heightCm: 170,
  genes: { CYP2C9: "*1/*3", CYP3A5: "*3/*3" },
} as const;

test("facts stand alone, events by kind with their span and their last value", () => {
  const groups = groupsOf(facts, [weight(4, 71), level, weight(2, 70)], (id) => id.toUpperCase());
  expect(groups).toEqual([
    { key: "sex", label: "Sex", value: "female", count: 1 },
    { key: "heightCm", label: "Height", value: "170 cm", count: 1 },
    { key: "gene CYP2C9", label: "CYP2C9", value: "*1/*3", count: 1 },
    { key: "gene CYP3A5", label: "CYP3A5", value: "*3/*3", count: 1 },
    {
      key: "measured weight",
      label: "Weight",
      value: "71 kg",
      count: 2,
      from: "2026-11-02T07:00:00+01:00",
      until: "2026-11-04T07:00:00+01:00",
    },
    {
      key: "level vancomycin",
      label: "VANCOMYCIN, levels",
      value: "below 2 mg/L",
      count: 1,
      from: level.at,
      until: level.at,
    },
  ]);
});

test("facts that are left out are gone, one gene or all of them", () => {
  expect(withoutFacts(facts, new Set(["sex", "gene CYP2C9"]))).toEqual({
    heightCm: 170,
    genes: { CYP3A5: "*3/*3" },
  });
  expect(withoutFacts(facts, new Set(["sex", "heightCm", "gene CYP2C9", "gene CYP3A5"]))).toEqual(
    {},
  );
});

test("a moment of the machine's clock is that moment, with the offset of the place", () => {
  const date = new Date("2026-11-20T23:30:05Z");
  const at = momentOf(date);
  expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:05[+-]\d{2}:\d{2}$/);
  expect(Date.parse(at)).toBe(date.getTime());
});
