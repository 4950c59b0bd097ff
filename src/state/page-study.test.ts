import { expect, test } from "vitest";
import { defaultStudy } from "./default-study";
import {
  checkPageStudy,
  crowdAfter,
  pageStudyOf,
  studyOfCrowd,
  usualCrowd,
  type Crowd,
} from "./page-study";

const crowd: Crowd = {
  many: { count: 60, seed: 11, ageYears: [65, 80], hepatic: "B" },
  thresholds: { "caffeine/venous-plasma": "5 mg/L" },
};

/** As it was written before crowds were kept. */
const oldRecord = {
  format: 1,
  id: "3f0c",
  name: "Three hundred",
  rev: 4,
  savedAt: 1_760_000_000_000,
  study: {
    perfuse: 1,
    drugs: ["caffeine"],
    people: { one: { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73 } },
    doses: [{ drug: "caffeine", route: "oral", amountMg: 300, atHours: 0 }],
    untilHours: 24,
  },
};

test("a study of many gives the page its crowd, one person leaves it as it is", () => {
  const page = { study: defaultStudy, crowd };
  const many = studyOfCrowd(page);
  expect(many.people).toEqual({ many: crowd.many });
  expect(pageStudyOf(many)).toEqual({ study: { ...defaultStudy, people: { one: {} } }, crowd });
  expect(pageStudyOf(defaultStudy, crowd)).toEqual(page);
  expect(pageStudyOf(defaultStudy)).toEqual({ study: defaultStudy, crowd: usualCrowd });
});

test("one person taken out of a crowd has no thresholds", () => {
  const { thresholds } = crowd;
  const taken = pageStudyOf({ ...defaultStudy, ...(thresholds && { thresholds }) }, crowd);
  expect(taken).toEqual({ study: defaultStudy, crowd });
});

test("what was kept comes back as it was", () => {
  const kept: unknown = JSON.parse(JSON.stringify({ study: defaultStudy, crowd }));
  const { study, crowd: people } = kept as Record<string, unknown>;
  expect(checkPageStudy(study, people)).toEqual({
    ok: true,
    value: { study: defaultStudy, crowd },
  });
});

test("a record from before crowds were kept opens with the usual one", () => {
  const page = checkPageStudy(oldRecord.study, undefined);
  expect(page).toEqual({ ok: true, value: { study: oldRecord.study, crowd: usualCrowd } });
});

test.each<[string, unknown]>([
  ["nobody", { many: { ...crowd.many, count: 0 } }],
  ["what no crowd has", { many: { ...crowd.many, size: 3 } }],
  ["a threshold that is none", { ...crowd, thresholds: { "caffeine/venous-plasma": [] } }],
  ["no recipe", {}],
  ["no object", "many"],
])("a crowd of %s is not opened", (_, damaged) => {
  expect(checkPageStudy(oldRecord.study, damaged).ok).toBe(false);
});

test("thresholds go with their drug", () => {
  const other = { ...defaultStudy, drugs: ["midazolam"] };
  expect(crowdAfter(crowd, defaultStudy, other)).toEqual({ many: crowd.many });
  const more = { ...defaultStudy, drugs: ["caffeine", "midazolam"] };
  expect(crowdAfter(crowd, defaultStudy, more)).toBe(crowd);
  const activity = { many: crowd.many, thresholds: { "CYP3A4/liver/activity": 0.5 } };
  expect(crowdAfter(activity, defaultStudy, other)).toBe(activity);
});
