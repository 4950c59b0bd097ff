/** Midazolam under clarithromycin. */
import type { EvidenceSet } from "../evidence";

export const midazolamWithClarithromycin: readonly EvidenceSet[] = [
  {
    id: "midazolam/yeates1996-po-clarithromycin",
    drug: "midazolam",
    label: "Yeates 1996",
    citation:
      "Yeates RA, Laufen H, Zimmermann T. Interaction between midazolam and clarithromycin: comparison with azithromycin. Int J Clin Pharmacol Ther 1996;34:400-405.",
    digitisedBy:
      "Open Systems Pharmacology, repository Clarithromycin-Midazolam-DDI; OSP data id 469",
    population: "healthy adult volunteers",
    n: 12,
    dose: "15 mg, oral",
    statistic: "arithmetic mean",
    matrix: "peripheral venous plasma",
    use: "verify",
    group: "interaction",
    with: ["clarithromycin"],
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 15, atHours: 0, formulation: "tablet" },
      {
        drug: "clarithromycin",
        route: "oral",
        amountMg: 250,
        atHours: -97.5,
        formulation: "tablet",
        everyHours: 12,
        count: 10,
      },
    ],
    points: [
      [0.5, 0.1722, 0.1148],
      [1, 0.1271, 0.06649],
      [2, 0.1097, 0.03122],
      [3, 0.08856, 0.03425],
      [4, 0.06302, 0.02014],
      [5, 0.04766, 0.02014],
      [6, 0.04014, 0.007052],
      [8, 0.02745],
      [12, 0.01775],
      [24, 0.006702],
    ],
  },
];
