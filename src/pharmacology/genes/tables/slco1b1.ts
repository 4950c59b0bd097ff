/**
 * SLCO1B1, the gene of OATP1B1, which takes drugs up into the liver.
 *
 * Population data are of the variant c.521T>C alone. *5 and *15 both carry it and work alike, so
 * all of its frequency is written as *15. *9 is African. *1 is what they leave.
 */
import { assumed, derived, from } from "../../provenance";
import { alleleTableByDifference } from "../allele-table";
import type { Gene } from "../gene";

const simvastatin = (factor: number, how: string) => ({
  factor,
  confidence: "medium" as const,
  provenance: derived(`${how}; AUC of simvastatin acid 3.2 times higher in 521 CC`, "Pasanen06"),
});

export const slco1b1: Gene = {
  perfuseGene: 1,
  id: "SLCO1B1",
  protein: "OATP1B1",
  firstDraw: 1014,
  reference: "*1",
  table: alleleTableByDifference(
    "*1",
    `
    allele  function   AAC     SAS    EAS    EUR    LAT    SSA
    *1      normal     -       -      -      -      -      -
    *37     normal     -       -      -      -      -      -
    *5      no         -       -      -      -      -      -
    *15     no         0.0136  0.043  0.123  0.161  0.135  0.0136
    *9      no         0.041   -      -      -      -      0.041
    *14     increased  -       -      -      -      -      -
    *20     increased  -       -      -      -      -      -
    *23     no         -       -      -      -      -      -
    *31     no         -       -      -      -      -      -
    *46     no         -       -      -      -      -      -
    *47     no         -       -      -      -      -      -
    *48     no         -       -      -      -      -      -
    *49     no         -       -      -      -      -      -
    `,
  ),
  alsoCalled: { "*1A": "*1", "*1B": "*37", "*1a": "*1", "*1b": "*37" },
  frequencySource: from(
    "Genomes1000",
    "rs4149056 and c.1463G>C in the super-populations: African for AAC and SSA, American for LAT",
  ),
  functionSource: from("CPICFunctions", "allele functionality table of SLCO1B1"),
  fallback: {
    AME: {
      group: "LAT",
      why: "not reported for American; Latino populations descend in part from the same",
    },
    NEA: {
      group: "EUR",
      why: "not sampled by 1000 Genomes; European is the nearest sampled group",
    },
    OCE: { group: null, why: "not sampled by 1000 Genomes, nor is a group near it" },
  },
  phenotype: {
    kind: "pairs",
    pairs: {
      "increased+increased": "increased",
      "increased+normal": "increased",
      "normal+normal": "normal",
      "increased+no": "intermediate",
      "normal+no": "intermediate",
      "no+no": "poor",
    },
    provenance: from(
      "CooperDeHoff22",
      "phenotypes by diplotype; decreased function is intermediate here",
    ),
  },
  activity: {
    kind: "phenotypes",
    values: {
      poor: simvastatin(0.3, "521 CC over TT"),
      intermediate: simvastatin(0.65, "about halfway between 521 CC and TT"),
      normal: simvastatin(1, "521 TT is the reference"),
      increased: {
        factor: 1,
        confidence: "low",
        provenance: assumed("as normal: no number is known for what *14 and *20 add"),
      },
    },
  },
};
