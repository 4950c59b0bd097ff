import type { EvidenceSet } from "../evidence";

export const theophyllineEvidence: readonly EvidenceSet[] = [
  {
    id: "theophylline/boeckmann1994-po320",
    drug: "theophylline",
    label: "Boeckmann 1994",
    citation:
      "Study of R. Upton, published in Boeckmann AJ, Sheiner LB, Beal SL. NONMEM Users Guide, part V. University of California, San Francisco, 1994, and in Davidian M, Giltinan DM. Nonlinear models for repeated measurement data. Chapman & Hall, 1995.",
    digitisedBy: "tables of the source; means over the twelve people at each nominal time",
    population: "12 adults; mean weight 69.6 kg (range 54.6-86.4)",
    n: 12,
    dose: "315 mg mean dose (individual doses 3.1-5.86 mg/kg; range 268-321 mg anhydrous theophylline), oral",
    statistic: "arithmetic mean",
    matrix: "serum",
    use: "fit",
    person: { weightKg: 69.6 },
    doses: [
      { drug: "theophylline", route: "oral", amountMg: 315, atHours: 0, formulation: "tablet" },
    ],
    points: [
      [0.282, 2.869, 1.878],
      [0.566, 5.462, 2.12],
      [1.034, 7.929, 1.741],
      [2.019, 7.888, 1.239],
      [3.56, 7.492, 1.551],
      [5.037, 6.767, 1.374],
      [7.054, 5.695, 1.32],
      [9.058, 5.081, 1.208],
      [12.031, 3.885, 1.092],
      [24.199, 1.403, 0.7247],
    ],
  },
];
