/**
 * DPYD, the gene of dihydropyrimidine dehydrogenase, which clears fluorouracil.
 *
 * Only the variants of CPIC's guideline; the reference, here *1, is what they leave of 1.
 */
import { derived, from } from "../../provenance";
import { alleleTableByDifference } from "../allele-table";
import type { Gene } from "../gene";

export const dpyd: Gene = {
  perfuseGene: 1,
  id: "DPYD",
  protein: "DPYD",
  firstDraw: 1012,
  reference: "*1",
  table: alleleTableByDifference(
    "*1",
    `
    allele     function   score  AAC     SAS     EUR     SSA
    *1         normal     1      -       -       -       -
    *2A        no         0      0.0032  0.0051  0.0079  -
    *13        no         0      -       -       0.0006  -
    c.2846A>T  decreased  0.5    0.0032  -       0.0037  -
    HapB3      decreased  0.5    0.003   0.019   0.0237  -
    c.557A>G   decreased  0.5    0.0119  -       -       0.026
    `,
  ),
  alsoCalled: {
    reference: "*1",
    "c.1905+1G>A": "*2A",
    "c.1679T>G": "*13",
    "c.1129-5923C>G": "HapB3",
  },
  frequencySource: from("Amstutz18", "allele frequencies by group"),
  functionSource: from("Amstutz18", "activity values of the variants"),
  fallback: {
    AME: { group: null, why: "none of the variants is reported for American" },
    EAS: {
      group: null,
      why: "none of the variants is reported for East Asian, where they are very rare",
    },
    LAT: { group: "EUR", why: "not reported for Latino; European ancestry brings the variants" },
    NEA: {
      group: "EUR",
      why: "not reported for Near Eastern; European is the nearest reported group",
    },
    OCE: { group: null, why: "none of the variants is reported for Oceanian" },
  },
  phenotype: {
    kind: "score",
    bands: [
      ["poor", 0.5],
      ["intermediate", 1.5],
      ["normal", 2],
    ],
    provenance: from("Amstutz18", "bands of the activity score"),
  },
  activity: {
    kind: "score",
    perScore: 0.5,
    confidence: "medium",
    provenance: derived("in proportion to the activity score, 1 at a score of 2", "Amstutz18"),
  },
};
