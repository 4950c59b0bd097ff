/** Midazolam under fluconazole. */
import type { EvidenceSet } from "../evidence";

export const midazolamWithFluconazole: readonly EvidenceSet[] = [
  {
    id: "midazolam/olkkola1996-iv-fluconazole",
    drug: "midazolam",
    label: "Olkkola 1996",
    citation:
      "Olkkola KT, Ahonen J, Neuvonen PJ. The effects of the systemic antimycotics, itraconazole and fluconazole, on the pharmacokinetics and pharmacodynamics of intravenous and oral midazolam. Anesth Analg. 1996 Mar;82(3):511-6.",
    digitisedBy: "Open Systems Pharmacology, repository Fluconazole-Midazolam-DDI; OSP data id 381",
    population: "healthy adult volunteers",
    n: 12,
    dose: "0.05 mg/kg, iv infusion",
    statistic: "arithmetic mean",
    matrix: "peripheral venous plasma",
    use: "verify",
    group: "interaction",
    with: ["fluconazole"],
    person: {},
    doses: [
      { drug: "midazolam", route: "iv", amountMgPerKg: 0.05, atHours: 0, overHours: 2 / 60 },
      { drug: "fluconazole", route: "oral", amountMg: 400, atHours: -74, formulation: "tablet" },
      {
        drug: "fluconazole",
        route: "oral",
        amountMg: 200,
        atHours: -50,
        formulation: "tablet",
        everyHours: 24,
        count: 3,
      },
    ],
    points: [
      [0.25, 0.07752, 0.03636],
      [0.5, 0.06076, 0.01786],
      [1, 0.04214],
      [1.5, 0.03439],
      [2, 0.02866],
      [3, 0.01998],
      [4, 0.01608],
      [5, 0.01181],
      [6, 0.009382],
      [7, 0.008061],
      [17, 0.001843],
    ],
  },
];
