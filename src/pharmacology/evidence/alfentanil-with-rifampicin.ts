/** Alfentanil in people who took rifampicin before. */
import type { EvidenceSet } from "../evidence";

export const alfentanilWithRifampicin: readonly EvidenceSet[] = [
  {
    id: "alfentanil/kharasch2004-po-rifampicin",
    drug: "alfentanil",
    label: "Kharasch 2004",
    citation:
      "Kharasch, E.D., Walker, A., Hoffer, C. & Sheffels, P. Intravenous and oral alfentanil as in vivo probes for hepatic and first-pass cytochrome P450 3A activity: noninvasive assessment by use of pupillary miosis. Clin. Pharmacol. Ther. 76, 452–66 (2004).",
    digitisedBy: "Open Systems Pharmacology, repository Rifampicin-Alfentanil-DDI; OSP data id 288",
    population: "healthy adult volunteers",
    n: 10,
    dose: "60 µg/kg, oral",
    statistic: "arithmetic mean",
    matrix: "peripheral venous plasma",
    use: "verify",
    group: "interaction",
    with: ["rifampicin"],
    person: {},
    doses: [
      {
        drug: "alfentanil",
        route: "oral",
        amountMgPerKg: 0.06,
        atHours: 0,
        formulation: "solution",
      },
      {
        drug: "rifampicin",
        route: "oral",
        amountMg: 600,
        atHours: -129,
        formulation: "tablet",
        everyHours: 24,
        count: 6,
      },
    ],
    points: [
      [0.083, 0.002648],
      [0.167, 0.004398, 0.003589],
      [0.25, 0.004398, 0.002713],
      [0.5, 0.003085, 0.001751],
      [0.75, 0.002385, 0.001926],
      [1, 0.001772, 0.001751],
      [1.5, 0.00116, 0.001663],
      [2, 0.0007221, 0.001313],
    ],
  },
];
