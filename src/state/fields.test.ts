import { expect, test } from "vitest";
import { shippedDrug } from "../pharmacology/drugs/library";
import {
  ageInWords,
  readAge,
  readDoses,
  readFiltration,
  readHeight,
  readParameter,
  readWeight,
} from "./fields";

const caffeine = shippedDrug("caffeine");

test.each([
  [readHeight("5 ft 11"), 180.34],
  [readWeight("73 kg"), 73],
  [readAge("35"), 35],
  [readAge("6 months"), 0.5],
  [readAge("0"), 0],
  [readFiltration("95"), 95],
  [readFiltration(" "), undefined],
  [readParameter("1,5"), 1.5],
])("what is typed is read: %j", (parsed, expected) => {
  expect(parsed).toEqual({ ok: true, value: expected });
});

test.each([
  [readHeight("10 cm"), "A height must be from 30 to 250 cm."],
  [readWeight("0"), "A weight must be from 0.5 to 400 kg."],
  [readWeight("500"), "A weight must be from 0.5 to 400 kg."],
  [readAge("200"), "An age must be from 0 to 110 years."],
  [readAge("-1"), "Type an age such as 35, 6 months or 10 days."],
  [readFiltration("lots"), "Type a number in mL/min, or leave it empty."],
  [readParameter("-1"), "Type a number of 0 or more."],
  [readParameter(""), "Type a number of 0 or more."],
])("what cannot be is refused with a sentence: %j", (parsed, message) => {
  expect(parsed).toEqual({ ok: false, message });
});

test("doses are read for their drug", () => {
  if (!caffeine) throw new Error("no caffeine");
  expect(readDoses("200 then 100 q6h x 3", caffeine).ok).toBe(true);
  expect(readDoses("much", caffeine)).toEqual({
    ok: false,
    message: 'Much does not begin with an amount such as "200 mg".',
  });
  expect(readDoses("100 mg salt", caffeine)).toEqual({
    ok: false,
    message: "Caffeine declares no salt; write the amount of the drug itself.",
  });
  const { absorption: _absorption, ...unabsorbed } = caffeine;
  expect(readDoses("5 mg oral", unabsorbed)).toMatchObject({ ok: false });
});

test.each([
  [0, "newborn"],
  [0.5, "6 months"],
  [35, "35 years"],
  [1, "1 year"],
])("%d years is %s", (years, words) => {
  expect(ageInWords(years)).toBe(words);
});
