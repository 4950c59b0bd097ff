import type { InteractionRow } from "../evidence";

export const fluvoxamineInteractions: readonly InteractionRow[] = [
  {
    id: "midazolam-fluvoxamine/lam2003",
    victim: "midazolam",
    perpetrator: "fluvoxamine",
    label: "Lam 2003",
    citation:
      "Lam YW, Alfaro CL, Ereshefsky L, Miller M. Pharmacokinetic and pharmacodynamic interactions of oral midazolam with ketoconazole, fluoxetine, fluvoxamine, and nefazodone. J Clin Pharmacol. 2003 Nov;43(11):1274-82. https://www.ncbi.nlm.nih.gov/pubmed/14551182",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 1089",
    mechanism: "reversible inhibition",
    basis: "mean percent change",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 10, atHours: 265, formulation: "solution" },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 36.64,
        atHours: 0,
        formulation: "tablet",
        everyHours: 12,
        count: 12,
      },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 73.28,
        atHours: 144,
        formulation: "tablet",
        everyHours: 12,
        count: 11,
      },
    ],
    aucRatio: 1.66,
    cmaxRatio: 1.63,
  },
  {
    id: "caffeine-fluvoxamine/jeppesen1996",
    victim: "caffeine",
    perpetrator: "fluvoxamine",
    label: "Jeppesen 1996",
    citation:
      "Jeppesen U, et al. Pharmacogenetics 1996;6:213-222 https://pubmed.ncbi.nlm.nih.gov/8807660/",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 14004",
    mechanism: "reversible inhibition",
    basis: "not stated",
    use: "verify",
    person: { sex: "male", ageYears: 27 },
    doses: [
      { drug: "caffeine", route: "oral", amountMg: 200, atHours: 169, formulation: "tablet" },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 36.64,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 4,
      },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 73.28,
        atHours: 96,
        formulation: "tablet",
        everyHours: 24,
        count: 8,
      },
    ],
    aucRatio: 7.16,
    cmaxRatio: 1.09,
  },
  {
    id: "omeprazole-fluvoxamine/yasuifurukori2004",
    victim: "omeprazole",
    perpetrator: "fluvoxamine",
    label: "Yasui-Furukori 2004",
    citation:
      "Yasui-Furukori N, Takahata T, Nakagami T, et al. Different inhibitory effect of fluvoxamine on omeprazole metabolism between CYP2C19 genotypes. *Br J Clin Pharmacol*. 2004;57(4):487-494. https://pubmed.ncbi.nlm.nih.gov/15025747/",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 11052",
    mechanism: "reversible inhibition",
    basis: "not stated",
    use: "verify",
    person: { genes: { CYP2C19: "PM" } },
    doses: [
      { drug: "omeprazole", route: "oral", amountMg: 40, atHours: 120, formulation: "weibull" },
      {
        drug: "fluvoxamine",
        route: "oral",
        amountMg: 18.32,
        atHours: 0,
        formulation: "tablet",
        everyHours: 12,
        count: 12,
      },
    ],
    aucRatio: 1.21,
    cmaxRatio: 1.12,
  },
];
