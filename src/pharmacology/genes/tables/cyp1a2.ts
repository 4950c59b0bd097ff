/**
 * CYP1A2. CPIC has no guideline: without an inducer such as smoking the genotype hardly matters,
 * so every diplotype counts as 1. It is drawn all the same, so that it can be shown.
 */
import { assumed } from "../../provenance";
import { alleleTableByDifference } from "../allele-table";
import type { Gene } from "../gene";

export const cyp1a2: Gene = {
  perfuseGene: 1,
  id: "CYP1A2",
  protein: "CYP1A2",
  firstDraw: 1000,
  reference: "*1A",
  table: alleleTableByDifference(
    "*1A",
    `
    allele  function  AAC   EAS   EUR  SSA
    *1A     normal    -     -     -    -
    *1F     normal    0.56  0.66  0.7  0.56
    `,
  ),
  alsoCalled: { "*1": "*1A" },
  frequencySource: assumed(
    "the A allele of rs762551 (−163C>A) to two digits, as commonly reported; African for AAC and SSA",
  ),
  functionSource: assumed("*1F is more inducible than *1A and the same at rest"),
  fallback: {
    AME: {
      group: "EAS",
      why: "not reported for American; East Asian is the nearest reported group",
    },
    LAT: { group: "EUR", why: "not reported for Latino; European is the nearest reported group" },
    NEA: {
      group: "EUR",
      why: "not reported for Near Eastern; European is the nearest reported group",
    },
    OCE: {
      group: "EAS",
      why: "not reported for Oceanian; East Asian is the nearest reported group",
    },
    SAS: {
      group: "EUR",
      why: "not reported for South Asian; European is the nearest reported group",
    },
  },
  phenotype: {
    kind: "pairs",
    pairs: { "normal+normal": "normal" },
    provenance: assumed("no phenotype has been agreed on; without an inducer all are normal"),
  },
  activity: {
    kind: "phenotypes",
    values: {
      normal: {
        factor: 1,
        confidence: "medium",
        provenance: assumed("the genotype matters mainly while an inducer is present"),
      },
    },
  },
};
