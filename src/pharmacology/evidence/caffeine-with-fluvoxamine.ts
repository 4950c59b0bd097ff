/** Caffeine under fluvoxamine. */
import type { EvidenceSet } from "../evidence";

export const caffeineWithFluvoxamine: readonly EvidenceSet[] = [
  {
    id: "caffeine/jeppesen1996-po-fluvoxamine",
    drug: "caffeine",
    label: "Jeppesen 1996",
    citation:
      "Jeppesen U, Loft S, Poulsen HE, Brøsen K. A fluvoxamine-caffeine interaction study. Pharmacogenetics 1996;6:213-222.",
    digitisedBy: "Open Systems Pharmacology, repository Fluvoxamine-Caffeine-DDI",
    population: "8 healthy non-smoking men, CYP2D6 extensive metabolisers; about 27 y",
    n: 8,
    dose: "200 mg, oral",
    statistic: "arithmetic mean",
    matrix: "peripheral venous plasma",
    use: "verify",
    group: "interaction",
    with: ["fluvoxamine"],
    person: { sex: "male", ageYears: 27 },
    doses: [
      { drug: "caffeine", route: "oral", amountMg: 200, atHours: 0, formulation: "tablet" },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 36.64,
        atHours: -168,
        formulation: "tablet",
        everyHours: 24,
        count: 4,
      },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 73.28,
        atHours: -72,
        formulation: "tablet",
        everyHours: 24,
        count: 8,
      },
    ],
    points: [
      [0.5, 3.239],
      [1.5, 4.413],
      [2.5, 4.508],
      [3, 4.184],
      [4, 4.052],
      [6, 3.761],
      [8, 3.681],
      [12, 3.49],
      [14, 3.417],
      [24, 2.562],
      [36, 1.901],
      [48, 1.381],
      [72, 1.104],
      [120, 0.634],
    ],
  },
];
