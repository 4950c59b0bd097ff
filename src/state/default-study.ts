/** What somebody sees who opens Perfuse for the first time: one tablet, already on its way. */
import type { Study } from "../pharmacology/study";

export const defaultStudy: Study = {
  perfuse: 1,
  drugs: ["caffeine"],
  people: { one: { sex: "male", ageYears: 35, heightCm: 176, weightKg: 73 } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 200, atHours: 0, formulation: "tablet" }],
  untilHours: 24,
};
