import type { InteractionRow } from "../evidence";

export const clarithromycinInteractions: readonly InteractionRow[] = [
  {
    id: "midazolam-clarithromycin/yeates1996",
    victim: "midazolam",
    perpetrator: "clarithromycin",
    label: "Yeates 1996",
    citation:
      "Yeates RA, Laufen H, Zimmermann T. Interaction between midazolam and clarithromycin: comparison with azithromycin. Int J Clin Pharmacol Ther. 1996 Sep;34(9):400-5. http://www.ncbi.nlm.nih.gov/pubmed/8880291",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 469",
    mechanism: "mechanism based inactivation",
    basis: "approximate (ratio of means)",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 15, atHours: 97.5, formulation: "tablet" },
      {
        drug: "clarithromycin",
        route: "oral",
        amountMg: 250,
        atHours: 0,
        formulation: "tablet",
        everyHours: 12,
        count: 10,
      },
    ],
    aucRatio: 3.572,
    cmaxRatio: 2.44,
  },
  {
    id: "midazolam-clarithromycin/gurley2006",
    victim: "midazolam",
    perpetrator: "clarithromycin",
    label: "Gurley 2006",
    citation:
      "Gurley B, Hubbard MA, Williams DK, Thaden J, Tong Y, Gentry WB, Breen P, Carrier DJ, Cheboyina S. Assessing the clinical significance of botanical supplementation on human cytochrome P450 3A activity: comparison of a milk thistle and black cohosh product to rifampin and clarithromycin. J Clin Pharmacol. 2006 Feb;46(2):201-13. https://www.ncbi.nlm.nih.gov/pubmed/16432272",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 217",
    mechanism: "mechanism based inactivation",
    basis: "approximate (ratio of means)",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 8, atHours: 146, formulation: "solution" },
      {
        drug: "clarithromycin",
        route: "oral",
        amountMg: 500,
        atHours: 0,
        formulation: "tablet",
        everyHours: 12,
        count: 14,
      },
    ],
    aucRatio: 8.393,
    cmaxRatio: 3.796,
  },
  {
    id: "midazolam-clarithromycin/gorski1998",
    victim: "midazolam",
    perpetrator: "clarithromycin",
    label: "Gorski 1998",
    citation:
      "Gorski JC, Jones DR, Haehner-Daniels BD, Hamman MA, O'Mara EM Jr, Hall SD. The contribution of intestinal and hepatic CYP3A to the interaction between midazolam and clarithromycin. Clin Pharmacol Ther. 1998 Aug;64(2):133-43. https://www.ncbi.nlm.nih.gov/pubmed/9728893",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 175",
    mechanism: "mechanism based inactivation",
    basis: "approximate (ratio of means); from CL (L/hr/kg)",
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "iv", amountMgPerKg: 0.05, atHours: 146, overHours: 2 / 60 },
      {
        drug: "clarithromycin",
        route: "oral",
        amountMg: 500,
        atHours: 0,
        formulation: "tablet",
        everyHours: 12,
        count: 14,
      },
    ],
    aucRatio: 2.667,
  },
  {
    id: "digoxin-clarithromycin/gurley2007",
    victim: "digoxin",
    perpetrator: "clarithromycin",
    label: "Gurley 2007",
    citation:
      "Gurley BJ, Swain A, Barone GW, Williams DK, et al. Effect of goldenseal (Hydrastis canadensis) and kava kava (Piper methysticum) supplementation on digoxin pharmacokinetics in humans. Drug Metab Dispos 2007;35:240-245. https://pubmed.ncbi.nlm.nih.gov/17079360/",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 16328",
    mechanism: "reversible inhibition",
    basis: "approximate (ratio of means)",
    use: "verify",
    person: {},
    doses: [
      { drug: "digoxin", route: "oral", amountMg: 0.5, atHours: 144, formulation: "tablet" },
      {
        drug: "clarithromycin",
        route: "oral",
        amountMg: 500,
        atHours: 0,
        formulation: "tablet",
        everyHours: 12,
        count: 14,
      },
    ],
    aucRatio: 1.567,
    cmaxRatio: 1.952,
  },
];
