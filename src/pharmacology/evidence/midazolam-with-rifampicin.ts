/** Midazolam in people who took rifampicin before. */
import type { EvidenceSet } from "../evidence";

export const midazolamWithRifampicin: readonly EvidenceSet[] = [
  {
    id: "midazolam/backman1996-po-rifampicin",
    drug: "midazolam",
    label: "Backman 1996",
    citation:
      "Backman JT, Olkkola KT, Neuvonen PJ. Rifampin drastically reduces plasma concentrations and effects of oral midazolam. Clin Pharmacol Ther. 1996 Jan;59(1):7-13.",
    digitisedBy: "Open Systems Pharmacology, repository Rifampicin-Midazolam-DDI; OSP data id 54",
    population: "healthy adult volunteers",
    n: 10,
    dose: "15 mg, oral",
    statistic: "arithmetic mean",
    matrix: "peripheral venous plasma",
    use: "verify",
    group: "interaction",
    with: ["rifampicin"],
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 15, atHours: 0, formulation: "tablet" },
      {
        drug: "rifampicin",
        route: "oral",
        amountMg: 600,
        atHours: -113,
        formulation: "tablet",
        everyHours: 24,
        count: 5,
      },
    ],
    points: [
      [0.5, 0.001982],
      [1, 0.002202],
      [1.5, 0.002202],
      [2, 0.001761],
      [3, 0.0009908],
      [4, 0.0006606],
      [5, 0.0003303],
      [6, 0.0002202],
    ],
  },
];
