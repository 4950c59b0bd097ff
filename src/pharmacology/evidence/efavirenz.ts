import type { EvidenceSet } from "../evidence";

export const efavirenzEvidence: readonly EvidenceSet[] = [
  {
    id: "efavirenz/damle2008-po600-md",
    drug: "efavirenz",
    label: "Damle 2008",
    citation:
      "Damle B, LaBadie R, Crownover P, Glue P. Pharmacokinetic interactions of efavirenz and voriconazole in healthy volunteers. Br J Clin Pharmacol 2008;65:523-530.",
    digitisedBy: "Open Systems Pharmacology, repository Efavirenz-Model; OSP data id 794",
    population: "16 healthy volunteers",
    n: 16,
    dose: "600 mg, oral; 600 mg once daily; profile over the last interval (192-216 h)",
    statistic: "arithmetic mean",
    matrix: "peripheral venous plasma",
    use: "fit",
    person: {},
    doses: [
      {
        drug: "efavirenz",
        route: "oral",
        amountMg: 600,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 9,
      },
    ],
    points: [
      [192, 3.028],
      [192.5, 3.215],
      [193, 4.059],
      [194, 5.521],
      [196, 5.652],
      [198, 5.023],
      [200, 4.484],
      [202, 3.975],
      [204, 4.076],
      [208, 3.55],
      [212, 3.266],
      [216, 3.04],
    ],
  },
];
