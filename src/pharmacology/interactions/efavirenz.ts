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
    use: "verify",
    person: {},
    doses: [
      { drug: "midazolam", route: "oral", amountMg: 3, atHours: 336, formulation: "tablet" },
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
];
