import type { InteractionRow } from "../evidence";

export const efavirenzInteractions: readonly InteractionRow[] = [
  {
    id: "midazolam-efavirenz/katzenmaier2010",
    victim: "midazolam",
    perpetrator: "efavirenz",
    label: "Katzenmaier 2010",
    citation:
      "Katzenmaier S, Markert C, Mikus G. Proposal of a new limited sampling strategy to predict CYP3A activity using a partial AUC of midazolam. Eur J Clin Pharmacol. 2010 Nov;66(11):1137-41. https://www.ncbi.nlm.nih.gov/pubmed/20680253",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 2041",
    mechanism: "induction",
    basis: "approximate (ratio of means)",
    use: "shown",
    why: "the EC50 of efavirenz on CYP3A4 comes from a model in which it was fitted to this study: no verification",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 3, atHours: 336, formulation: "solution" },
      {
        drug: "efavirenz",
        route: "oral",
        amountMg: 400,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 14,
      },
    ],
    aucRatio: 0.1027,
    cmaxRatio: 0.1806,
  },
  {
    id: "alfentanil-efavirenz/kharasch2012",
    victim: "alfentanil",
    perpetrator: "efavirenz",
    label: "Kharasch 2012",
    citation:
      "Kharasch ED, Whittington D, Ensign D, Hoffer C, Bedynek PS, Campbell S, Stubbert K, Crafford A, London A, Kim T. Mechanism of efavirenz influence on methadone pharmacokinetics and pharmacodynamics. Clin Pharmacol Ther. 2012 Apr;91(4):673-84. doi: 10.1038/clpt.2011.276. Epub 2012 Mar 7. https://www.ncbi.nlm.nih.gov/pubmed/22398970",
    collectedBy:
      "Open Systems Pharmacology, Database-for-observed-data, interactions as of 2025-10-02; id 801",
    mechanism: "induction",
    basis: "Geom. mean",
    use: "verify",
    person: {},
    doses: [
      {
        drug: "alfentanil",
        route: "oral",
        amountMgPerKg: 0.043,
        atHours: 336.5,
        formulation: "solution",
      },
      {
        drug: "efavirenz",
        route: "oral",
        amountMg: 600,
        atHours: 0,
        formulation: "tablet",
        everyHours: 24,
        count: 20,
      },
    ],
    aucRatio: 0.22,
    cmaxRatio: 0.4286,
  },
];
