import type { InteractionRow } from "../evidence";

export const itraconazoleInteractions: readonly InteractionRow[] = [
  {
    id: "midazolam-itraconazole/olkkola1994",
    victim: "midazolam",
    perpetrator: "itraconazole",
    label: "Olkkola 1994",
    citation:
      "Olkkola KT, Backman JT, Neuvonen PJ. Midazolam should be avoided in patients receiving the systemic antimycotics ketoconazole or itraconazole. Clin Pharmacol Ther. 1994 May;55(5):481-5. https://www.ncbi.nlm.nih.gov/pubmed/8181191",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 370",
    mechanism: "reversible inhibition",
    basis: "arith. mean",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 73, formulation: "tablet" },
      {
        drug: "itraconazole",
        route: "oral",
        amountMg: 200,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 4,
      },
    ],
    aucRatio: 10.8,
    cmaxRatio: 3.4,
  },
  {
    id: "midazolam-itraconazole/olkkola1996",
    victim: "midazolam",
    perpetrator: "itraconazole",
    label: "Olkkola 1996",
    citation:
      "Olkkola KT, Ahonen J, Neuvonen PJ. The effects of the systemic antimycotics, itraconazole and fluconazole, on the pharmacokinetics and pharmacodynamics of intravenous and oral midazolam. Anesth Analg. 1996 Mar;82(3):511-6. https://www.ncbi.nlm.nih.gov/pubmed/8623953",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 378",
    mechanism: "reversible inhibition",
    basis: "approximate (ratio of means)",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "iv", amountMgPerKg: 0.05, atHours: 74, overHours: 2 / 60 },
      {
        drug: "itraconazole",
        route: "oral",
        amountMg: 200,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 4,
      },
    ],
    aucRatio: 3.226,
  },
  {
    id: "midazolam-itraconazole/backman1998",
    victim: "midazolam",
    perpetrator: "itraconazole",
    label: "Backman 1998",
    citation:
      "Backman JT, Kivistö KT, Olkkola KT, Neuvonen PJ. The area under the plasma concentration-time curve for oral midazolam is 400-fold larger during treatment with itraconazole than with rifampicin. Eur J Clin Pharmacol. 1998 Mar;54(1):53-8. https://www.ncbi.nlm.nih.gov/pubmed/9591931",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 58",
    mechanism: "reversible inhibition",
    basis: "arith. mean; dose-corrected",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 74, formulation: "tablet" },
      {
        drug: "itraconazole",
        route: "oral",
        amountMg: 200,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 4,
      },
    ],
    aucRatio: 7.97,
    cmaxRatio: 3.12,
  },
  {
    id: "midazolam-itraconazole/templeton2010",
    victim: "midazolam",
    perpetrator: "itraconazole",
    label: "Templeton 2010",
    citation:
      "Templeton I, Peng CC, Thummel KE, Davis C, Kunze KL, Isoherranen N. Accurate prediction of dose-dependent CYP3A4 inhibition by itraconazole and its metabolites from in vitro inhibition data. Clin Pharmacol Ther. 2010 Oct;88(4):499-505. https://www.ncbi.nlm.nih.gov/pubmed/20739919",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 425",
    mechanism: "reversible inhibition",
    basis: "arith. Mean",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 2, atHours: 4, formulation: "solution" },
      { drug: "itraconazole", route: "oral", amountMg: 200, atHours: 0, formulation: "solution" },
    ],
    aucRatio: 4.7,
  },
  {
    id: "digoxin-itraconazole/jalava1997",
    victim: "digoxin",
    perpetrator: "itraconazole",
    label: "Jalava 1997",
    citation:
      "Jalava, K.M., Partanen, J. & Neuvonen, P.J. Itraconazole decreases renal clearance of digoxin. Ther. Drug Monit. 19, 609–13 (1997). https://www.ncbi.nlm.nih.gov/pubmed/9421099",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 271",
    mechanism: "reversible inhibition",
    basis: "arith. Mean",
    use: "verify",
    person: {},
    doses: [
      { drug: "digoxin", route: "oral", amountMg: 0.5, atHours: 49, formulation: "tablet" },
      {
        drug: "itraconazole",
        route: "oral",
        amountMg: 200,
        atHours: 0,
        formulation: "solution",
        everyHours: 24,
        count: 5,
      },
    ],
    aucRatio: 1.68,
    cmaxRatio: 1.34,
  },
];
