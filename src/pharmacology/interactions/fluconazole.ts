import type { InteractionRow } from "../evidence";

export const fluconazoleInteractions: readonly InteractionRow[] = [
  {
    id: "midazolam-fluconazole/olkkola1996-iv",
    victim: "midazolam",
    perpetrator: "fluconazole",
    label: "Olkkola 1996",
    citation:
      "Olkkola KT, Ahonen J, Neuvonen PJ. The effects of the systemic antimycotics, itraconazole and fluconazole, on the pharmacokinetics and pharmacodynamics of intravenous and oral midazolam. Anesth Analg. 1996 Mar;82(3):511-6. https://www.ncbi.nlm.nih.gov/pubmed/8623953",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 381",
    mechanism: "reversible inhibition",
    basis: "approximate (ratio of means)",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "iv", amountMgPerKg: 0.05, atHours: 74, overHours: 2 / 60 },
      { drug: "fluconazole", route: "oral", amountMg: 400, atHours: 0, formulation: "tablet" },
      {
        drug: "fluconazole",
        route: "oral",
        amountMg: 200,
        atHours: 24,
        formulation: "tablet",
        everyHours: 24,
        count: 3,
      },
    ],
    aucRatio: 2.041,
  },
  {
    id: "midazolam-fluconazole/olkkola1996-po",
    victim: "midazolam",
    perpetrator: "fluconazole",
    label: "Olkkola 1996",
    citation:
      "Olkkola KT, Ahonen J, Neuvonen PJ. The effects of the systemic antimycotics, itraconazole and fluconazole, on the pharmacokinetics and pharmacodynamics of intravenous and oral midazolam. Anesth Analg. 1996 Mar;82(3):511-6. https://www.ncbi.nlm.nih.gov/pubmed/8623953",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 382",
    mechanism: "reversible inhibition",
    basis: "arith. mean",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 122, formulation: "tablet" },
      { drug: "fluconazole", route: "oral", amountMg: 400, atHours: 0, formulation: "tablet" },
      {
        drug: "fluconazole",
        route: "oral",
        amountMg: 200,
        atHours: 24,
        formulation: "tablet",
        everyHours: 24,
        count: 5,
      },
    ],
    aucRatio: 3.6,
    cmaxRatio: 1.7,
  },
  {
    id: "midazolam-fluconazole/ahonen1997",
    victim: "midazolam",
    perpetrator: "fluconazole",
    label: "Ahonen 1997",
    citation:
      "Ahonen, Jouni, Klaus T. Olkkola, and Pertti J. Neuvonen. (1997). Effect of route of administration of fluconazole on the interaction between fluconazole and midazolam. *European journal of clinical pharmacology* 51.5, 415-419. https://pubmed.ncbi.nlm.nih.gov/9049584/",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 1393",
    mechanism: "reversible inhibition",
    basis: "approximate (ratio of means)",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 1, formulation: "tablet" },
      { drug: "fluconazole", route: "oral", amountMg: 400, atHours: 0, formulation: "tablet" },
    ],
    aucRatio: 3.41,
    cmaxRatio: 2.296,
  },
];
