/**
 * UGT1A1. Frequencies of the promoter's TA repeat and of *6 where CPIC's guideline has them; *1 is
 * what they leave of 1, so that in groups without a number for a variant it counts as *1.
 */
import { derived, from } from "../../provenance";
import { alleleTableByDifference } from "../allele-table";
import type { Gene } from "../gene";

const bilirubin = (factor: number, how: string) => ({
  factor,
  confidence: "medium" as const,
  provenance: derived(how, "Bosma95"),
});

export const ugt1a1: Gene = {
  perfuseGene: 1,
  id: "UGT1A1",
  protein: "UGT1A1",
  firstDraw: 1016,
  reference: "*1",
  table: alleleTableByDifference(
    "*1",
    `
    allele  function   AAC    SAS   EAS    EUR    LAT
    *1      normal     -      -     -      -      -
    *6      decreased  0.004  0.03  0.148  0.008  -
    *27     decreased  -      -     -      -      -
    *28     decreased  0.37   0.41  0.148  0.32   0.4
    *36     increased  0.06   -     -      -      -
    *37     decreased  0.04   -     -      -      -
    *80     decreased  -      -     -      -      -
    `,
  ),
  frequencySource: from("Gammal16", "allele frequencies by group, supplement"),
  functionSource: from("CPICFunctions", "allele functionality table of UGT1A1"),
  fallback: {
    AME: {
      group: "LAT",
      why: "not reported for American; Latino populations descend in part from the same",
    },
    NEA: {
      group: "EUR",
      why: "not reported for Near Eastern; European is the nearest reported group",
    },
    OCE: { group: null, why: "not reported for Oceanian, nor for a group near it" },
    SSA: {
      group: "AAC",
      why: "not reported for Sub-Saharan African; African American populations descend from the same",
    },
  },
  phenotype: {
    kind: "pairs",
    pairs: {
      "increased+increased": "normal",
      "increased+normal": "normal",
      "normal+normal": "normal",
      "increased+decreased": "intermediate",
      "normal+decreased": "intermediate",
      "decreased+decreased": "poor",
    },
    provenance: from("Gammal16", "phenotypes by diplotype: the number of decreased alleles"),
  },
  activity: {
    kind: "phenotypes",
    values: {
      normal: bilirubin(1, "no decreased allele is the reference"),
      intermediate: bilirubin(0.65, "about halfway between the homozygotes"),
      poor: bilirubin(0.35, "bilirubin conjugation in *28/*28 about a third of normal; *6 as *28"),
    },
  },
};
